//! No more messages, from the link in one: looking stops nothing, one tap does, and it can be tapped again.
use crate::browser::{BASE, Browser, site};
use crate::my_day::asked_by_friday;
use async_trait::async_trait;
use axum::http::StatusCode;
use samskab_app::mail::{self, Letter, Post};
use samskab_app::{job, notice};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::notice::WishDraft;
use samskab_testkit::{Engine, Town};
use std::sync::Mutex;

/// Keeps the links that stop messages.
#[derive(Default)]
struct Links(Mutex<Vec<String>>);

#[async_trait]
impl Post for Links {
    async fn carry(&self, letter: Letter) -> Result<(), String> {
        self.0.lock().unwrap().extend(letter.stop);
        Ok(())
    }
}

/// What the worker does, until nothing is due.
async fn work(town: &Town, links: &Links) {
    let (desk, m) = (&town.desk, town.municipality);
    let id = |job: &job::Claimed, name: &str| -> Id {
        job.payload[name].as_str().unwrap().parse().unwrap()
    };
    town.clock.advance(11 * 60 * Moment::SECOND);
    while let Some(claimed) = job::claim(desk).await.unwrap() {
        match claimed.kind() {
            Some(job::Kind::FollowJournal) => notice::follow(desk, m).await.unwrap(),
            Some(job::Kind::TellNews) => {
                notice::tell(desk, m, id(&claimed, "person")).await.unwrap()
            }
            Some(job::Kind::SendMail) => mail::send(desk, links, BASE, m, id(&claimed, "mail"))
                .await
                .unwrap(),
            Some(job::Kind::CleanUp) => job::clean_up(desk, m).await.unwrap(),
            _ => {}
        }
        job::finish(desk, &claimed).await.unwrap();
    }
}

#[tokio::test]
async fn one_tap_from_a_message_stops_them_and_nothing_less() {
    let engine = Engine::sqlite().await;
    let town = Town::new(&engine).await;
    let router = site(&town);
    let (cookie, session) = town.session(Role::Leader, town.public).await;
    let at_once = WishDraft {
        pace: "at_once".into(),
        channel: "mail".into(),
        phone: String::new(),
    };
    notice::change(&town.desk, &session.actor, &at_once)
        .await
        .unwrap();
    let links = Links::default();
    for _ in 0..2 {
        work(&town, &links).await;
    }
    asked_by_friday(&town).await;
    for _ in 0..3 {
        work(&town, &links).await;
    }
    let link = links.0.lock().unwrap().pop().unwrap();
    let path = link.strip_prefix(BASE).unwrap().to_owned();
    let outside = Browser::new(&router, &town, None);
    let herself = Browser::new(&router, &town, Some(cookie));
    let at_once = r#"value="at_once" checked"#;
    let look = outside.get(&path).await;
    assert_eq!(look.status, StatusCode::OK);
    assert!(look.body.contains("<button"), "{}", look.body);
    let wishes = herself.get("/provestad/notices").await.body;
    assert!(wishes.contains(at_once), "looking stops nothing: {wishes}");
    for _ in 0..2 {
        let stopped = outside.post(&path, &[]).await;
        assert_eq!(stopped.status, StatusCode::OK);
        assert!(!stopped.body.contains("Hjem til et tomt hus"));
    }
    let wishes = herself.get("/provestad/notices").await.body;
    assert!(!wishes.contains(at_once), "{wishes}");
    let spoiled = format!("{path}x");
    assert_eq!(outside.get(&spoiled).await.status, StatusCode::GONE);
    assert_eq!(outside.post(&spoiled, &[]).await.status, StatusCode::GONE);
}
