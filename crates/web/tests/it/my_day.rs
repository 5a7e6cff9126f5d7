//! *My day* as it is read.
use crate::browser::{Browser, site};
use samskab_app::{need, observation};
use samskab_domain::access::Role;
use samskab_domain::answer::RaiseDraft;
use samskab_domain::kernel::{Language, Moment};
use samskab_domain::need::Draft;
use samskab_domain::observation as telling;
use samskab_testkit::{Engine, Town};

/// Asks the public organisation for an answer by the Friday of this week.
pub async fn asked_by_friday(town: &Town) {
    let desk = &town.desk;
    let writer = town.member(Role::Coordinator).await;
    let story = telling::Draft {
        story: "Køleskabet var tomt.".into(),
        source: "saw".into(),
        topic_group: "illness_and_home".into(),
        area: town.area.to_string(),
        ..telling::Draft::default()
    };
    let told = observation::Told {
        draft: &story,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    let story = observation::record(desk, &writer, told).await.unwrap().id;
    let draft = Draft {
        title: "Hjem til et tomt hus".into(),
        statement: "Ældre kommer hjem til et hus uden mad.".into(),
        area: town.area.to_string(),
        topic_group: "illness_and_home".into(),
        observations: vec![story.to_string()],
        ..Draft::default()
    };
    let written = need::write(desk, &writer, &draft, Language::Danish).await;
    let raise = RaiseDraft {
        organisations: vec![town.public.to_string()],
        due: "2026-11-27".into(),
    };
    let raised = need::raise(desk, &writer, written.unwrap(), &raise).await;
    assert_eq!(raised.unwrap().len(), 1);
}

#[tokio::test]
async fn no_answer_is_late_over_the_weekend() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let (cookie, _) = town.session(Role::Leader, town.public).await;
    let browser = Browser::new(&site(&town), &town, Some(cookie));
    asked_by_friday(&town).await;
    town.clock.advance(5 * Moment::DAY);
    let saturday = browser.get("/provestad/my-day").await.body;
    assert!(saturday.contains("Svaret er lovet senest"), "{saturday}");
    town.clock.advance(2 * Moment::DAY);
    let monday = browser.get("/provestad/my-day").await.body;
    assert!(monday.contains("Svaret var lovet senest"), "{monday}");
}
