//! Putting a need better while someone else does.
use crate::browser::{Answer, Browser, site};
use axum::http::StatusCode;
use samskab_app::need::{self, Wish};
use samskab_domain::access::Role;
use samskab_testkit::{Engine, Town};
use scraper::{Html, Selector};

/// The value of a field, as the browser would send it.
fn value(body: &str, name: &str) -> String {
    let field = Selector::parse(&format!("input[name={name}]")).unwrap();
    let page = Html::parse_document(body);
    let found = page.select(&field).next().unwrap();
    found.attr("value").unwrap_or_default().to_owned()
}

async fn put(browser: &Browser, town: &Town, path: &str, [title, version]: [&str; 2]) -> Answer {
    let fields = [
        ("title", title),
        ("statement", "Ældre kommer hjem til et hus uden mad."),
        ("area", &town.area.to_string()),
        ("topic_group", "illness_and_home"),
        ("version", version),
    ];
    browser.post(path, &fields).await
}

#[tokio::test]
async fn told_that_it_was_changed_meanwhile_one_keeps_what_one_wrote_and_may_save_it() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let (cookie, session) = town.session(Role::Coordinator, town.voluntary).await;
    let hers = Browser::new(&router, &town, Some(cookie));
    let (cookie, _) = town.session(Role::Coordinator, town.voluntary).await;
    let theirs = Browser::new(&router, &town, Some(cookie));
    let path = "/provestad/needs";
    let made = put(&hers, &town, path, ["Et tomt hus", ""]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let path = format!("{}/edit", made.location().unwrap());
    let opened = value(&hers.get(&path).await.body, "version");
    let other = put(&theirs, &town, &path, ["Et koldt hus", &opened]).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);

    let late = put(&hers, &town, &path, ["Et mørkt hus", &opened]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("En anden har ændret det imens"));
    assert_eq!(value(&late.body, "title"), "Et mørkt hus");
    let again = value(&late.body, "version");
    let saved = put(&hers, &town, &path, ["Et mørkt hus", &again]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let needs = need::list(&town.desk, &session.actor, &Wish::default()).await;
    assert_eq!(needs.unwrap().items[0].need.title, "Et mørkt hus");
}

/// The path of what was made, without what the page after it is told.
fn place(made: &Answer) -> String {
    let place = made.location().unwrap();
    place.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn how_to_move_the_date_stands_once_where_one_answers() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let (cookie, _) = town.session(Role::Coordinator, town.voluntary).await;
    let hers = Browser::new(&router, &town, Some(cookie));
    let (cookie, _) = town.session(Role::Leader, town.public).await;
    let asked = Browser::new(&router, &town, Some(cookie));
    let area = town.area.to_string();
    let about = [("area", area.as_str()), ("topic_group", "alone")];
    let told = [("story", "Hun sad alene hele søndagen."), ("source", "saw")];
    let told = [&told[..], &about].concat();
    let told = place(&hers.post("/provestad/observations", &told).await);
    let written = [
        ("title", "Weekenden er lang"),
        ("statement", "Mange er alene i weekenden."),
        ("observations", told.rsplit('/').next().unwrap()),
    ];
    let written = [&written[..], &about].concat();
    let need = place(&hers.post("/provestad/needs", &written).await);
    let public = town.public.to_string();
    let asking = [("organisations", public.as_str())];
    let raised = hers.post(&format!("{need}/raise"), &asking).await;
    assert_eq!(raised.status, StatusCode::SEE_OTHER);

    let page = asked.get(&need).await.body;
    assert_eq!(page.matches("/extend\"").count(), 1, "beside the need");
    let at = page.find("/provestad/answers/").unwrap();
    let answer = page[at..].split(['/', '"']).nth(3).unwrap();
    let page = asked
        .get(&format!("/provestad/answers/{answer}"))
        .await
        .body;
    assert_eq!(page.matches("/extend\"").count(), 1, "on its own page");
    assert!(!hers.get(&need).await.body.contains("/extend\""));
}
