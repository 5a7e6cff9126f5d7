//! That there is news, told once, as each person wishes, and never what it is.
use crate::answer::{act, raised};
use async_trait::async_trait;
use samskab_app::mail::{self, Letter, Post, Text, Texter};
use samskab_app::notice;
use samskab_app::token::Secret;
use samskab_app::{Refusal, answer, job};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Language, Moment};
use samskab_domain::notice::{Pace, WishDraft};
use samskab_testkit::{Town, on_every_engine};
use std::sync::Mutex;

const BASE: &str = "https://samskab.example";

/// A mailbox and a phone in one.
#[derive(Default)]
struct Received {
    letters: Mutex<Vec<Letter>>,
    texts: Mutex<Vec<Text>>,
}

#[async_trait]
impl Post for Received {
    async fn carry(&self, letter: Letter) -> Result<(), String> {
        self.letters.lock().unwrap().push(letter);
        Ok(())
    }

    fn texter(&self) -> Option<&dyn Texter> {
        Some(self)
    }
}

#[async_trait]
impl Texter for Received {
    async fn text(&self, text: Text) -> Result<(), String> {
        self.texts.lock().unwrap().push(text);
        Ok(())
    }
}

impl Received {
    /// Whom letters about news went to, and forgets them.
    fn news(&self) -> Vec<String> {
        let letters = self.letters.lock().unwrap().split_off(0);
        let mut to: Vec<_> = letters
            .into_iter()
            .filter(|l| l.stop.is_some())
            .map(|l| l.to_address)
            .collect();
        to.sort();
        to
    }
}

/// What the worker does, until nothing is due.
async fn work(town: &Town, received: &Received) {
    let (desk, m) = (&town.desk, town.municipality);
    let named = |claimed: &job::Claimed, name: &str| {
        claimed.payload[name].as_str().unwrap().parse().unwrap()
    };
    while let Some(claimed) = job::claim(desk).await.unwrap() {
        match claimed.kind() {
            Some(job::Kind::FollowJournal) => notice::follow(desk, m).await.unwrap(),
            Some(job::Kind::TellNews) => notice::tell(desk, m, named(&claimed, "person"))
                .await
                .unwrap(),
            Some(job::Kind::SendMail) => {
                mail::send(desk, received, BASE, m, named(&claimed, "mail"))
                    .await
                    .unwrap();
            }
            Some(job::Kind::CleanUp) => job::clean_up(desk, m).await.unwrap(),
            _ => {}
        }
        job::finish(desk, &claimed).await.unwrap();
    }
}

async fn address(town: &Town, actor: &Actor) -> String {
    notice::set(&town.desk, actor).await.unwrap().email
}

fn wish(pace: &str, channel: &str, phone: &str) -> WishDraft {
    WishDraft {
        pace: pace.into(),
        channel: channel.into(),
        phone: phone.into(),
    }
}

/// A town whose journal is followed from now on.
async fn followed(town: &Town) -> Received {
    let received = Received::default();
    work(town, &received).await;
    town.clock.advance(6 * 60 * Moment::SECOND);
    work(town, &received).await;
    received.news();
    received
}

#[tokio::test]
async fn who_is_asked_hears_on_monday_and_who_asked_hears_of_the_answer_and_nobody_of_her_own() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let stranger = town.member(Role::Leader).await;
        let received = followed(&town).await;
        let (writer, _, answers) = raised(&town, &[town.public]).await;
        town.clock.advance(Moment::HOUR);
        work(&town, &received).await;
        assert!(received.news().is_empty(), "not before Monday");
        town.clock.advance(7 * Moment::DAY);
        work(&town, &received).await;
        let asked = [address(&town, &leader).await];
        assert_eq!(
            received.news(),
            asked,
            "the writer did it herself, and {:?} has nothing to do with it",
            stranger.role
        );

        answer::give(desk, &leader, answers[0], &act(), Language::Danish)
            .await
            .unwrap();
        answer::done(desk, &leader, answers[0]).await.unwrap();
        town.clock.advance(7 * Moment::DAY);
        work(&town, &received).await;
        town.clock.advance(Moment::DAY);
        work(&town, &received).await;
        town.clock.advance(7 * Moment::DAY);
        work(&town, &received).await;
        assert_eq!(
            received.news(),
            [address(&town, &writer).await],
            "two pieces of news, one message"
        );
        town.clock.advance(21 * Moment::DAY);
        work(&town, &received).await;
        assert!(received.news().is_empty(), "told once");
    })
    .await;
}

#[tokio::test]
async fn a_message_says_nothing_but_that_there_is_news_and_stops_with_one_tap() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let leader = town.member_of(Role::Leader, town.public).await;
        notice::change(desk, &leader, &wish("at_once", "mail", ""))
            .await
            .unwrap();
        let received = followed(&town).await;
        raised(&town, &[town.public]).await;
        for _ in 0..3 {
            town.clock.advance(11 * 60 * Moment::SECOND);
            work(&town, &received).await;
        }
        let letters = received.letters.lock().unwrap().split_off(0);
        let letter = letters.into_iter().find(|l| l.stop.is_some()).unwrap();
        for word in ["tomt hus", "sygehus", "Seniorforeningen"] {
            let whole = format!("{} {}", letter.subject, letter.text);
            assert!(!whole.contains(word), "{word} in {whole}");
        }
        let stop = letter.stop.unwrap();
        assert!(letter.text.contains(&stop) && stop.starts_with(BASE));
        let link = Secret::from_outside(stop.rsplit('/').next().unwrap());
        notice::of_link(desk, m, &link).await.unwrap();
        assert_eq!(
            notice::set(desk, &leader).await.unwrap().pace(),
            Pace::AtOnce,
            "looking stops nothing"
        );
        for _ in 0..2 {
            notice::stop(desk, m, &link).await.unwrap();
        }
        assert_eq!(
            notice::set(desk, &leader).await.unwrap().pace(),
            Pace::Never
        );
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let refused = notice::stop(desk, other.municipality, &link).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
        raised(&town, &[town.public]).await;
        town.clock.advance(8 * Moment::DAY);
        work(&town, &received).await;
        town.clock.advance(8 * Moment::DAY);
        work(&town, &received).await;
        assert!(received.news().is_empty(), "never is never");
    })
    .await;
}

#[tokio::test]
async fn who_wishes_a_text_gets_it_on_her_phone() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let missing = notice::change(desk, &leader, &wish("at_once", "sms", "")).await;
        assert!(matches!(missing, Err(Refusal::Remarks(_))));
        notice::change(desk, &leader, &wish("at_once", "sms", "20 30 40 50"))
            .await
            .unwrap();
        let received = followed(&town).await;
        raised(&town, &[town.public]).await;
        for _ in 0..3 {
            town.clock.advance(11 * 60 * Moment::SECOND);
            work(&town, &received).await;
        }
        assert!(received.news().is_empty());
        let texts = received.texts.lock().unwrap().split_off(0);
        assert_eq!(texts.len(), 1);
        assert_eq!(texts[0].to, "4520304050");
        assert!(texts[0].text.contains(BASE) && !texts[0].text.contains("sygehus"));
    })
    .await;
}

#[tokio::test]
async fn mail_that_comes_back_stops_until_she_asks_for_it_again() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        notice::change(desk, &leader, &wish("at_once", "mail", ""))
            .await
            .unwrap();
        let received = followed(&town).await;
        raised(&town, &[town.public]).await;
        for _ in 0..3 {
            town.clock.advance(11 * 60 * Moment::SECOND);
            work(&town, &received).await;
        }
        let letters = received.letters.lock().unwrap().split_off(0);
        let id = letters
            .into_iter()
            .find(|l| l.stop.is_some())
            .unwrap()
            .message_id;
        assert!(!notice::set(desk, &leader).await.unwrap().stopped);
        assert!(mail::bounced(desk, &id).await.unwrap());
        assert!(notice::set(desk, &leader).await.unwrap().stopped);
        raised(&town, &[town.public]).await;
        for _ in 0..3 {
            town.clock.advance(11 * 60 * Moment::SECOND);
            work(&town, &received).await;
        }
        assert!(
            received.news().is_empty(),
            "nothing goes to an address that does not take it"
        );
        notice::change(desk, &leader, &wish("at_once", "mail", ""))
            .await
            .unwrap();
        assert!(!notice::set(desk, &leader).await.unwrap().stopped);
    })
    .await;
}
