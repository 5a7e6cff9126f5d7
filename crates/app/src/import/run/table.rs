//! The tables `import_run`, `import_change` and `import_rest`, and organisations by their names.
use super::begin::Held;
use super::content::File;
use super::sorted::Did;
use super::{Kind, Options, Run};
use crate::desk::{Desk, Outcome, Refusal};
use crate::import::STATEMENT;
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use samskab_hsds::package::Package;
use serde_json::Value as Json;

#[derive(Clone, Debug, FromRow)]
pub(in crate::import) struct Organisation {
    pub id: Id,
    pub name: String,
}

/// Organisations in use.
pub(in crate::import) async fn organisations(desk: &Desk, m: Id) -> Outcome<Vec<Organisation>> {
    let sql = sql!(
        "select id, name from organisation where municipality_id = ? and closed_at is null order by id desc",
        m
    );
    Ok(desk.db.all(sql).await?)
}

/// The columns of [`Run`].
pub(super) const COLUMNS: &str = "select run.id, run.source, run.language, run.options, run.state, run.total, run.done, run.added, \
     run.changed, run.same, run.refused, run.created_at, run.finished_at, run.undone_by, run.created_by, look.looked, look.broken, \
     person.name as person from import_run run \
     left join import_look look on look.municipality_id = run.municipality_id and look.run_id = run.id \
     join membership on membership.municipality_id = run.municipality_id and membership.id = run.created_by \
     join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
     where run.municipality_id = ?";

/// One run.
pub(super) async fn one(desk: &Desk, m: Id, id: Id) -> Outcome<Run> {
    let sql = sql!(COLUMNS, m).and(" and run.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// A run as it begins: nothing of its file is read.
pub(super) fn insert(desk: &Desk, actor: &Actor, id: Id, options: &Options) -> Sql {
    sql!(
        "insert into import_run (municipality_id, id, source, language, options, state, total, done, added, changed, same, \
         refused, created_by, created_at) values (?, ?, ?, ?, ?, 'waiting', 0, 0, 0, 0, 0, ?, ?, ?)",
        actor.municipality,
        id,
        options.source.trim(),
        &options.language,
        options.kept(Kind::default(), &[]),
        Json::Array(vec![]),
        actor.membership,
        desk.now()
    )
}

/// What a run's file holds, now that it is read.
pub(super) fn read(m: Id, id: Id, (file, options): (&File, &Options), held: &Held) -> Sql {
    let passed_over = file.sheet().map(|sheet| sheet.passed_over.as_slice());
    sql!(
        "update import_run set content = ?, options = ?, total = ?, same = ?, refused = ? \
         where municipality_id = ? and id = ? and state = 'waiting'",
        held.content.beside(),
        options.kept(file.kind(), passed_over.unwrap_or_default()),
        count(held.content.len()),
        count(held.same),
        Json::Array(held.refused.clone()),
        m,
        id
    )
}

pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Keeps the rows that hang on nothing.
pub(super) async fn keep_rest(tx: &mut Tx, m: Id, run: Id, rest: &Package) -> Outcome<()> {
    let rows = rest
        .0
        .iter()
        .flat_map(|(name, rows)| rows.iter().map(move |row| (name, row)));
    let rows: Vec<[Value; 5]> = (0i64..)
        .zip(rows)
        .map(|(number, (name, row))| {
            [
                m.into(),
                run.into(),
                number.into(),
                name.into(),
                Json::Object(row.clone()).into(),
            ]
        })
        .collect();
    for rows in rows.chunks(STATEMENT) {
        let insert =
            sql!("insert into import_rest (municipality_id, run_id, number, name, body) values ");
        tx.run(insert.rows(rows.iter().cloned())).await?;
    }
    Ok(())
}

/// Keeps what a run did. What it did first to an offer stands.
pub(super) async fn keep_changes(tx: &mut Tx, m: Id, run: Id, all: Vec<Did>) -> Outcome<()> {
    let rows: Vec<[Value; 5]> = all
        .into_iter()
        .map(|did| {
            [
                m.into(),
                run.into(),
                did.offer.into(),
                did.what.into(),
                did.before.into(),
            ]
        })
        .collect();
    for rows in rows.chunks(STATEMENT) {
        let insert = sql!(
            "insert into import_change (municipality_id, run_id, offer_id, what, before) values "
        );
        let insert = insert.rows(rows.iter().cloned());
        tx.run(insert.text(" on conflict (municipality_id, run_id, offer_id) do nothing"))
            .await?;
    }
    Ok(())
}
