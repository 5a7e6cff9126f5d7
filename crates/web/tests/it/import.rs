//! A file brought in through pages: looked at, followed, taken back.
use crate::browser::{Browser, site};
use axum::http::StatusCode;
use samskab_app::import::go_on;
use samskab_domain::access::Role;
use samskab_testkit::{Engine, Town};

const FILE: &str = r#"[{"id":"01a2093d-d989-7aad-916c-1f04204b9a01","name":"Sprogcafé ved åen","status":"active"},
    {"id":"nonsense","name":"Uden id","status":"active"}]"#;

#[tokio::test]
async fn one_sees_what_will_happen_and_can_regret_it() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, _) = town.session(Role::Facilitator, town.public).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    let imports = format!("/{}/imports", town.slug);
    let area = town.area.to_string();
    let fields = [("area", area.as_str()), ("language", "da")];

    let nothing = browser.upload(&imports, &fields, ("x.json", "{}")).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains("error-summary"));
    let no_area = browser
        .upload(&imports, &[("language", "da")], ("x.json", FILE))
        .await;
    assert_eq!(no_area.status, StatusCode::UNPROCESSABLE_ENTITY);

    let looked = browser
        .upload(&imports, &fields, ("naboen.json", FILE))
        .await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "{}", looked.body);
    let place = looked.location().unwrap().to_owned();
    let would = browser.get(&place).await.body;
    assert!(
        would.contains("Sprogcafé ved åen") && would.contains("Nr. 2"),
        "{would}"
    );
    let offers = format!("/{}/offers", town.slug);
    assert!(
        !browser.get(&offers).await.body.contains("ved åen"),
        "looking changes nothing"
    );

    browser.post(&format!("{place}/start"), &[]).await;
    let under_way = browser.get(&place).await;
    assert_eq!(under_way.headers["refresh"], "5");
    let run = place.rsplit('/').next().unwrap().parse().unwrap();
    go_on(&town.desk, town.municipality, run).await.unwrap();
    let done = browser.get(&place).await;
    assert!(done.body.contains("1 nye") && !done.headers.contains_key("refresh"));
    assert!(browser.get(&offers).await.body.contains("ved åen"));

    browser.post(&format!("{place}/undo"), &[]).await;
    assert!(browser.get(&place).await.body.contains("Fortrudt"));
    assert!(!browser.get(&offers).await.body.contains("ved åen"));
    let twice = browser.post(&format!("{place}/undo"), &[]).await;
    assert_eq!(twice.status, StatusCode::GONE);
}
