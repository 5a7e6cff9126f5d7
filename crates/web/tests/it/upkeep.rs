//! The page a mail's link opens: looking says nothing, its button does, and nobody is let in.
use crate::fjordby::Fjordby;
use axum::http::StatusCode;
use samskab_app::token::{self, Purpose, Secret};
use samskab_app::upkeep;
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::{Id, Moment};

#[derive(FromRow)]
struct Asked {
    batch_id: Id,
    offer_id: Id,
    checked_day: Option<String>,
}

async fn asked(town: &Fjordby) -> Asked {
    let sql = sql!(
        "select reminder.batch_id, reminder.offer_id, offer.checked_day from reminder \
         join offer on offer.municipality_id = reminder.municipality_id and offer.id = reminder.offer_id \
         where reminder.municipality_id = ? order by reminder.batch_id, reminder.offer_id limit 1",
        town.municipality
    );
    town.desk.db.first(sql).await.unwrap().unwrap()
}

async fn link(town: &Fjordby, batch: Id) -> Secret {
    let mut tx = town.desk.db.write().await.unwrap();
    let link = token::give(
        &mut tx,
        &town.desk,
        town.municipality,
        Purpose::StillRight,
        batch,
        Moment::DAY,
    );
    let link = link.await.unwrap();
    tx.commit().await.unwrap();
    link
}

#[tokio::test]
async fn a_mail_scanner_confirms_nothing_and_one_button_does() {
    let town = Fjordby::new().await;
    upkeep::remind(&town.desk, town.municipality).await.unwrap();
    let before = asked(&town).await;
    let path = format!(
        "/fjordby/offers/still-right/{}",
        link(&town, before.batch_id).await.reveal()
    );
    let browser = town.nobody();
    for language in ["da", "en", "ar", "fa"] {
        let page = browser.get(&format!("{path}?language={language}")).await;
        assert_eq!(page.status, StatusCode::OK, "{language}");
    }
    assert_eq!(
        asked(&town).await.checked_day,
        before.checked_day,
        "looking says nothing"
    );

    let offer = before.offer_id.to_string();
    let tapped = browser.post(&path, &[("offer", &offer)]).await;
    assert_eq!(tapped.status, StatusCode::SEE_OTHER);
    let today = town.desk.today().to_string();
    assert_eq!(asked(&town).await.checked_day, Some(today));
    assert!(
        browser
            .get(&path)
            .await
            .body
            .contains("Tak. Det er tjekket.")
    );

    let nothing = browser.post(&path, &[]).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let my_day = browser.get("/fjordby/my-day").await;
    assert_ne!(my_day.status, StatusCode::OK, "the link lets nobody in");
    let gone = browser.get("/fjordby/offers/still-right/0000").await;
    assert_eq!(gone.status, StatusCode::GONE);
}
