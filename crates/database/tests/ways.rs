//! Which way SQLite takes to the rows it is asked for.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_database::{Db, FromRow, Sql, sql};
use std::path::Path;

#[derive(FromRow)]
struct Step {
    detail: String,
}

async fn way(db: &Db, asked: Sql) -> Vec<String> {
    let steps: Vec<Step> = db.all(asked).await.unwrap();
    steps.into_iter().map(|step| step.detail).collect()
}

/// A database with so many organisations in one municipality, weighed.
async fn weighed(folder: &Path, organisations: i64) -> Db {
    let db = Db::open(&format!("sqlite://{}", folder.join("a.db").display()))
        .await
        .unwrap();
    let mut tx = db.write().await.unwrap();
    let municipality = "insert into municipality (id, slug, name, language, primary_colour, answer_days, fictive, created_at) \
         values (x'01', 'a', 'A', 'da', '#000000', 10, 1, 0)";
    tx.run(sql!(municipality)).await.unwrap();
    let many = "insert into organisation (municipality_id, id, name, sort_key, sector, form, cvr, language, created_at) \
         with recursive n (i) as (select 1 union all select i + 1 from n where i < ?) \
         select x'01', randomblob(16), 'O', x'00', 'voluntary', 'association', cast(i as text), 'da', 0 from n";
    tx.run(sql!(many, organisations)).await.unwrap();
    tx.commit().await.unwrap();
    db.weigh().await.unwrap();
    db
}

#[tokio::test]
async fn once_weighed_few_rows_are_looked_up_rather_than_sifted_out_of_all() {
    let folder = tempfile::tempdir().unwrap();
    let db = weighed(folder.path(), 2_000).await;
    let asked = "explain query plan select id from organisation where municipality_id = ? and cvr = ? order by id";
    let way = way(&db, sql!(asked, "x", "y")).await;
    assert!(
        way.iter().any(|step| step.contains("organisation_by_cvr")),
        "{way:?}"
    );
}
