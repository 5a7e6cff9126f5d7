//! The question a mail opens: looking says nothing, a tap does, and nobody is let in.
use crate::fjordby::Fjordby;
use axum::http::StatusCode;
use samskab_app::token::{self, Purpose};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::{Id, Moment};

#[derive(FromRow)]
struct Asked {
    id: Id,
    says: Option<String>,
}

async fn asked(town: &Fjordby) -> Asked {
    let sql = sql!(
        "select id, says from felt where municipality_id = ? and voice = 'observer' order by id limit 1",
        town.municipality
    );
    town.desk.db.first(sql).await.unwrap().unwrap()
}

#[tokio::test]
async fn looking_at_the_question_says_nothing_and_one_tap_does() {
    let town = Fjordby::new().await;
    let browser = town.nobody();
    let question = asked(&town).await;
    let mut tx = town.desk.db.write().await.unwrap();
    let lifetime = Moment::DAY;
    let link = token::give(
        &mut tx,
        &town.desk,
        town.municipality,
        Purpose::Felt,
        question.id,
        lifetime,
    );
    let link = link.await.unwrap();
    tx.commit().await.unwrap();

    let path = format!("/fjordby/felt/from-mail/{}", link.reveal());
    let page = browser.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Kan det mærkes?"));
    assert_eq!(asked(&town).await.says, question.says);

    let tapped = browser.post(&path, &[("says", "for_some")]).await;
    assert_eq!(tapped.status, StatusCode::SEE_OTHER);
    assert_eq!(asked(&town).await.says.as_deref(), Some("for_some"));
    assert!(
        browser
            .get(&path)
            .await
            .body
            .contains("Du har sagt: For nogle")
    );

    let nonsense = browser.post(&path, &[("says", "perhaps")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked(&town).await.says.as_deref(), Some("for_some"));
    let my_day = browser.get("/fjordby/my-day").await;
    assert_ne!(my_day.status, StatusCode::OK, "the link lets nobody in");
    let gone = browser.get("/fjordby/felt/from-mail/0000").await;
    assert_eq!(gone.status, StatusCode::GONE);
}
