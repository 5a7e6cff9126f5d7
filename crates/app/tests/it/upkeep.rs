//! Keeping offers right: who is asked, when, and what counts as an answer.
mod lists;
mod real;

use super::offer::named;
use samskab_app::mail::{self, Letter, Post};
use samskab_app::offer::{self, Wish, create, draft, find, read, verify};
use samskab_app::token::Secret;
use samskab_app::upkeep::{confirm, remind, to_confirm};
use samskab_app::{Refusal, job, journal, person};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::offer::{Draft, Freshness};
use samskab_testkit::{Town, on_every_engine};
use std::sync::Mutex;

const DANISH: Language = Language::Danish;

/// Keeps letters instead of carrying them.
#[derive(Default)]
pub struct Letters(Mutex<Vec<Letter>>);

impl Letters {
    /// To which address each went, and what it says.
    pub fn all(self) -> Vec<(String, String)> {
        let letters = self.0.into_inner().unwrap().into_iter();
        letters.map(|l| (l.to_address, l.text)).collect()
    }
}

#[async_trait::async_trait]
impl Post for Letters {
    async fn carry(&self, letter: Letter) -> Result<(), String> {
        self.0.lock().unwrap().push(letter);
        Ok(())
    }
}

/// Does every job that is due, and gives the letters that went out: to whom, and what they say.
pub async fn work(town: &Town) -> Vec<(String, String)> {
    let post = Letters::default();
    let (desk, m) = (&town.desk, town.municipality);
    while let Some(claimed) = job::claim(desk).await.unwrap() {
        match claimed.kind() {
            Some(job::Kind::CleanUp) => job::clean_up(desk, m).await.unwrap(),
            Some(job::Kind::AskWhetherStillRight) => remind(desk, m).await.unwrap(),
            Some(job::Kind::SendMail) => {
                let id = claimed.payload["mail"].as_str().unwrap().parse().unwrap();
                mail::send(desk, &post, "http://t.example", m, id)
                    .await
                    .unwrap();
            }
            _ => {}
        }
        job::finish(desk, &claimed).await.unwrap();
    }
    let letters = post.0.into_inner().unwrap();
    letters.into_iter().map(|l| (l.to_name, l.text)).collect()
}

/// The secret of the link in a letter.
pub fn link(text: &str) -> Secret {
    let rest = text.split("/still-right/").nth(1).unwrap();
    Secret::from_outside(rest.split_whitespace().next().unwrap())
}

#[derive(FromRow)]
struct Named {
    name: String,
}

pub async fn name(town: &Town, who: &Actor) -> String {
    let sql = sql!(
        "select name from person where municipality_id = ? and id = ?",
        who.municipality,
        who.person
    );
    town.desk
        .db
        .first::<Named>(sql)
        .await
        .unwrap()
        .unwrap()
        .name
}

struct Kept {
    offer: Id,
    contact: Actor,
    backup: Actor,
    coordinator: Actor,
    facilitator: Actor,
}

/// An offer that somebody stands on every rung for, checked today.
async fn kept(town: &Town) -> Kept {
    let contact = town.member(Role::Frontline).await;
    let backup = town.member(Role::Frontline).await;
    let coordinator = town.member(Role::Coordinator).await;
    let facilitator = town.member_of(Role::Facilitator, town.public).await;
    let written = Draft {
        contact: contact.membership.to_string(),
        backup: backup.membership.to_string(),
        ..named(town, "Kaffe")
    };
    let offer = create(&town.desk, &coordinator, &written, None, DANISH)
        .await
        .unwrap();
    verify(&town.desk, &coordinator, offer).await.unwrap();
    work(town).await;
    Kept {
        offer,
        contact,
        backup,
        coordinator,
        facilitator,
    }
}

/// Lets days pass, with the day's work on each; who was written to, by the day.
async fn pass(town: &Town, days: i64) -> Vec<(i64, String)> {
    let mut told = Vec::new();
    for day in 1..=days {
        town.clock.advance(Moment::DAY);
        for _ in 0..2 {
            told.extend(work(town).await.into_iter().map(|(to, _)| (day, to)));
        }
    }
    told
}

#[tokio::test]
async fn the_nearest_is_asked_first_and_the_rest_a_fortnight_apart() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let kept = kept(&town).await;
        assert!(pass(&town, 90).await.is_empty(), "it is not due yet");
        let told = pass(&town, 200).await;
        let mut wanted = Vec::new();
        for who in [
            &kept.contact,
            &kept.backup,
            &kept.coordinator,
            &kept.facilitator,
        ] {
            wanted.push(name(&town, who).await);
        }
        let names: Vec<_> = told.iter().map(|(_, name)| name.clone()).collect();
        assert_eq!(names, wanted, "each once, and then no more");
        for pair in told.windows(2) {
            let apart = pair[1].0 - pair[0].0;
            // The job runs on working days.
            assert!((14..=18).contains(&apart), "{told:?}");
        }
        let seen = read(&town.desk, town.municipality, None, kept.offer, DANISH)
            .await
            .unwrap();
        assert_eq!(seen.offer.freshness(town.desk.today()), Freshness::Stale);
        assert!(seen.offer.hidden(town.desk.today()));
    })
    .await;
}

#[tokio::test]
async fn one_tap_in_the_mail_is_an_answer_and_looking_is_none() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let kept = kept(&town).await;
        town.clock.advance(91 * Moment::DAY);
        remind(desk, m).await.unwrap();
        let letters = work(&town).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains("Kaffe"));
        let secret = link(&letters[0].1);
        for _ in 0..3 {
            let page = to_confirm(desk, m, &secret, None).await.unwrap();
            assert_eq!(page.items.len(), 1);
            assert!(!page.items[0].confirmed(), "looking says nothing");
        }
        let foreign = confirm(desk, m, &secret, Id::from_u128(7)).await;
        assert!(matches!(foreign, Err(Refusal::Missing)));
        confirm(desk, m, &secret, kept.offer).await.unwrap();
        assert!(to_confirm(desk, m, &secret, None).await.unwrap().items[0].confirmed());
        let seen = read(desk, m, None, kept.offer, DANISH).await.unwrap();
        assert_eq!(seen.offer.checked(), Some(desk.today()));
        person::leave(desk, &kept.contact, kept.contact.person)
            .await
            .unwrap();
        let gone = confirm(desk, m, &secret, kept.offer).await;
        assert!(
            matches!(gone, Err(Refusal::Missing)),
            "she is no longer here"
        );
        assert!(
            pass(&town, 80).await.is_empty(),
            "the ladder ends with an answer"
        );
        assert_eq!(journal::check(desk, m).await.unwrap(), None);

        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let elsewhere = to_confirm(desk, other.municipality, &secret, None).await;
        assert!(matches!(elsewhere, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn a_link_runs_out_and_answers_no_other_question() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let kept = kept(&town).await;
        town.clock.advance(91 * Moment::DAY);
        remind(desk, m).await.unwrap();
        let secret = link(&work(&town).await[0].1);
        town.clock.advance(61 * Moment::DAY);
        let late = confirm(desk, m, &secret, kept.offer).await;
        assert!(matches!(late, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn many_offers_are_one_mail_and_two_nodes_ask_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let coordinator = town.member(Role::Coordinator).await;
        for number in 0..30 {
            let written = named(&town, &format!("Tilbud {number}"));
            create(desk, &coordinator, &written, None, DANISH)
                .await
                .unwrap();
        }
        work(&town).await;
        town.clock.advance(Moment::DAY);
        let (one, two) = tokio::join!(remind(desk, m), remind(desk, m));
        assert!(one.is_ok() || two.is_ok());
        let letters = work(&town).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains("30"));
        assert_eq!(asked(&town).await, 30);
    })
    .await;
}

/// How many offers were asked about in all.
async fn asked(town: &Town) -> i64 {
    #[derive(FromRow)]
    struct Count {
        n: i64,
    }
    let sql = sql!(
        "select count(*) as n from reminder where municipality_id = ?",
        town.municipality
    );
    town.desk.db.first::<Count>(sql).await.unwrap().unwrap().n
}

#[tokio::test]
async fn an_offer_nobody_vouches_for_goes_from_citizens_and_stays_with_those_at_work() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let kept = kept(&town).await;
        let names = async |keeper: Option<&Actor>| {
            let wish = Wish {
                keeper: keeper.cloned(),
                ..Wish::default()
            };
            let page = find(desk, m, &wish).await.unwrap().page;
            page.items
                .iter()
                .map(|o| o.name().to_owned())
                .collect::<Vec<_>>()
        };
        town.clock.advance(270 * Moment::DAY);
        assert_eq!(names(None).await, ["Kaffe"], "marked, but still there");
        town.clock.advance(Moment::DAY);
        assert!(names(None).await.is_empty());
        assert_eq!(names(Some(&kept.contact)).await, ["Kaffe"]);
        let before = draft(desk, &kept.coordinator, kept.offer).await.unwrap();
        assert_eq!(before.backup, kept.backup.membership.to_string());
        offer::change(desk, &kept.coordinator, kept.offer, &before, None)
            .await
            .unwrap();
        assert!(names(None).await.is_empty(), "changing it is no answer");
        verify(desk, &kept.coordinator, kept.offer).await.unwrap();
        assert_eq!(names(None).await, ["Kaffe"]);
    })
    .await;
}
