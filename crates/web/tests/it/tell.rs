//! The telling form when something is not as it was when it was opened.
use crate::browser::{Browser, site};
use axum::http::StatusCode;
use samskab_domain::access::Role;
use samskab_testkit::{Engine, Town};

#[tokio::test]
async fn a_form_opened_under_another_membership_comes_back_with_everything_typed() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, session) = town.session(Role::Frontline, town.voluntary).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    let blank = browser.get("/provestad/observations/new").await.body;
    let own = session.actor.membership.to_string();
    let hidden = format!("name=\"membership\" value=\"{own}\"");
    assert!(blank.contains(&hidden), "the form says for whom it is");
    let other = town.member_of(Role::Frontline, town.public).await;
    let (area, opened) = (town.area.to_string(), other.membership.to_string());
    let form = [
        ("story", "Det så jeg i den anden forening."),
        ("source", "saw"),
        ("topic_group", "illness_and_home"),
        ("area", &area),
        ("membership", &opened),
    ];
    let back = browser.post("/provestad/observations", &form).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sentence = format!(
        "Du skriver nu som {}, Seniorforeningen. Send igen, hvis det er rigtigt.",
        session.name
    );
    assert!(back.body.contains(&sentence), "{}", back.body);
    assert!(back.body.contains("Det så jeg i den anden forening."));
    assert!(back.body.contains(&hidden), "sent again, it is taken");
    let mut again = form;
    again[4].1 = &own;
    let taken = browser.post("/provestad/observations", &again).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
}
