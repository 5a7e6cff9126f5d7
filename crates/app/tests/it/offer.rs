//! Offers: made because of a change, walked back from, found and checked.
#![allow(clippy::unwrap_used, reason = "a test that fails says so")]
mod find;
mod index;
mod keep;
mod merge;
mod propose;
mod terms;

use crate::initiative::{change as agreed, story, trial};
use crate::need::ask;
use samskab_app::initiative::start_trial;
use samskab_app::need::raise;
use samskab_app::offer::{
    self, CheckWish, Wish, causes, change, checks, create, draft, find, read, verify,
};
use samskab_app::practice_change::agree;
use samskab_app::{Outcome, Refusal, translation};
use samskab_database::sql;
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::need::Evidence;
use samskab_domain::offer::{Draft, Freshness, State};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

pub fn named(town: &Town, name: &str) -> Draft {
    Draft {
        name: name.into(),
        summary: "En følgeven er hos dig, når du kommer hjem.".into(),
        area: town.area.to_string(),
        topic_group: "illness_and_home".into(),
        bearers: vec![town.voluntary.to_string()],
        city: "Fjordby".into(),
        schedule: "Den dag, du kommer hjem".into(),
        phone: "70 00 00 11".into(),
        languages: vec!["en".into(), "da".into()],
        contact_title: "Koordinator".into(),
        ..Draft::default()
    }
}

async fn names(town: &Town, wish: &Wish) -> Vec<String> {
    let found = find(&town.desk, town.municipality, wish).await.unwrap();
    found
        .page
        .items
        .iter()
        .map(|o| o.name().to_owned())
        .collect()
}

fn found(q: &str) -> Wish {
    Wish {
        q: q.into(),
        ..Wish::default()
    }
}

fn why<T: std::fmt::Debug>(outcome: Outcome<T>) -> (&'static str, Why) {
    match outcome {
        Err(Refusal::Remarks(remarks)) => (remarks[0].field, remarks[0].why.clone()),
        other => panic!("no remark but {other:?}"),
    }
}

/// A need that `observations` carry, raised so that all see it.
async fn need(town: &Town, writer: &Actor, observations: &[Id]) -> Id {
    let (id, now, m) = (town.desk.id(), town.desk.now(), town.municipality);
    let mut tx = town.desk.db.write().await.unwrap();
    tx.run(sql!(
        "insert into need (municipality_id, id, area_id, organisation_id, title, statement, language, topic_group, \
         state, version, created_by, created_at, raised_at) \
         values (?, ?, ?, ?, 'Hjem til et tomt hus', 'Ældre kommer hjem alene.', 'da', 'alone', 'raised', 1, ?, ?, ?)",
        m, id, town.area, writer.organisation, writer.membership, now, now
    ))
    .await
    .unwrap();
    for observation in observations {
        tx.run(sql!(
            "insert into need_observation (municipality_id, need_id, observation_id, counter, linked_by, linked_at) \
             values (?, ?, ?, ?, ?, ?)",
            m, id, *observation, false, writer.membership, now
        ))
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn from_an_offer_one_walks_back_to_what_was_seen_as_far_as_one_may() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        let first = story(&town, &birthe).await;
        let second = story(&town, &birthe).await;
        let need = need(&town, &coordinator, &[first, second]).await;
        let draft = trial(town.public, None);
        let initiative = start_trial(desk, &birthe, Some(first), &draft, DANISH)
            .await
            .unwrap();
        let because = agree(desk, &birthe, initiative, &agreed(town.public), DANISH)
            .await
            .unwrap();
        let mut offered = named(&town, "Nogen er hjemme");
        let refused = create(desk, &coordinator, &offered, Some(because), DANISH).await;
        assert_eq!(why(refused), ("effect", Why::Missing));
        offered.effect = "new".into();
        let offer = create(desk, &coordinator, &offered, Some(because), DANISH)
            .await
            .unwrap();

        let outsider = town.member_of(Role::Coordinator, town.public).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        for (who, stories, count) in [
            (&birthe, 2, Some(2)),
            (&coordinator, 2, Some(2)),
            (&facilitator, 2, Some(2)),
            (&outsider, 0, None),
        ] {
            let behind = causes(desk, who, offer).await.unwrap();
            assert_eq!(behind.changes.len(), 1);
            assert_eq!(behind.changes[0].initiative_id, initiative);
            assert_eq!(behind.needs.len(), 1, "{:?}", who.role);
            assert_eq!(behind.needs[0].id, need);
            assert_eq!(behind.needs[0].observations(), count, "{:?}", who.role);
            assert_eq!(behind.stories.len(), stories, "{:?}", who.role);
        }

        let third = story(&town, &birthe).await;
        let mut tx = desk.db.write().await.unwrap();
        tx.run(sql!(
            "insert into need_observation (municipality_id, need_id, observation_id, counter, linked_by, linked_at) \
             values (?, ?, ?, ?, ?, ?)",
            town.municipality, need, third, false, coordinator.membership, desk.now()
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let behind = causes(desk, &outsider, offer).await.unwrap();
        assert_eq!(behind.needs[0].observations(), None, "not a party to it");
        assert_eq!(behind.needs[0].evidence, Evidence::One);
        let asked = ask(&[town.public]);
        raise(desk, &coordinator, need, &asked).await.unwrap();
        let behind = causes(desk, &outsider, offer).await.unwrap();
        assert_eq!(behind.needs[0].observations(), Some(3));
        assert!(behind.stories.is_empty());

        let mut tx = desk.db.write().await.unwrap();
        tx.run(sql!(
            "update observation set state = 'held' where municipality_id = ? and id = ?",
            town.municipality,
            third
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let behind = causes(desk, &facilitator, offer).await.unwrap();
        assert_eq!(behind.needs[0].observations(), Some(2), "one is held");
    })
    .await;
}

#[tokio::test]
async fn a_change_to_an_offer_says_what_it_did_and_is_no_check() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let offer = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        let state = async || {
            let read = read(desk, town.municipality, None, offer, DANISH).await;
            read.unwrap()
        };
        assert_eq!(state().await.offer.checked(), None);
        verify(desk, &keeper, offer).await.unwrap();
        let day = desk.today();
        assert_eq!(state().await.offer.checked(), Some(day));

        town.clock.advance(100 * Moment::DAY);
        let before = draft(desk, &keeper, offer).await.unwrap();
        assert_eq!(before.languages, ["da", "en"]);
        assert_eq!(before.phone, "70 00 00 11");
        let edited = Draft {
            phone: "70 00 00 12".into(),
            schedule: String::new(),
            contact_title: "Leder".into(),
            contact: keeper.membership.to_string(),
            ..before
        };
        change(desk, &keeper, offer, &edited, None).await.unwrap();
        let now = state().await;
        assert_eq!(now.offer.checked(), Some(day));
        assert_eq!(now.offer.freshness(desk.today()), Freshness::Due);
        assert_eq!(now.phones.len(), 1);
        assert_eq!(now.phones[0].number, "70 00 00 12");
        assert!(now.schedules.is_empty());
        assert_eq!(now.contacts.len(), 1);
        assert_eq!(now.contacts[0].person, None, "the public meets the role");
        let inside = read(desk, town.municipality, Some(&keeper), offer, DANISH).await;
        assert!(inside.unwrap().contacts[0].person.is_some());

        let made_up = Some(Id::from_u128(5));
        let again = draft(desk, &keeper, offer).await.unwrap();
        let refused = change(desk, &keeper, offer, &again, made_up).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn only_bearers_and_the_facilitator_keep_an_offer() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Leader).await;
        let outsider = town.member_of(Role::Leader, town.public).await;
        let volunteer = town.member(Role::Frontline).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let mut offered = named(&town, "Kaffe");
        offered.state = "draft".into();
        let offer = create(desk, &keeper, &offered, None, DANISH).await.unwrap();
        for who in [&outsider, &volunteer] {
            for refused in [
                create(desk, who, &offered, None, DANISH).await.map(drop),
                change(desk, who, offer, &offered, None).await.map(|_| ()),
                verify(desk, who, offer).await,
            ] {
                assert!(matches!(refused, Err(Refusal::Denied(_))), "{refused:?}");
            }
            let seen = read(desk, town.municipality, Some(who), offer, DANISH).await;
            assert!(matches!(seen, Err(Refusal::Missing)));
        }
        verify(desk, &facilitator, offer).await.unwrap();
        let given_away = Draft {
            bearers: vec![town.public.to_string()],
            ..offered.clone()
        };
        let refused = change(desk, &keeper, offer, &given_away, None).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));

        let drafts = |who: &Actor| Wish {
            keeper: Some(who.clone()),
            ..Wish::default()
        };
        assert_eq!(names(&town, &drafts(&keeper)).await, ["Kaffe"]);
        assert!(names(&town, &drafts(&outsider)).await.is_empty());
        assert!(names(&town, &drafts(&volunteer)).await.is_empty());
        assert!(names(&town, &Wish::default()).await.is_empty());

        let down = Draft {
            state: "withdrawn".into(),
            ..offered
        };
        change(desk, &keeper, offer, &down, None).await.unwrap();
        let seen = read(desk, town.municipality, None, offer, DANISH)
            .await
            .unwrap();
        assert_eq!(seen.offer.state(), State::Withdrawn);
        assert!(matches!(
            verify(desk, &keeper, offer).await,
            Err(Refusal::Done)
        ));
    })
    .await;
}

#[tokio::test]
async fn another_municipality_s_offers_do_not_exist() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let offered = named(&town, "Kaffe");
        let offer = create(desk, &keeper, &offered, None, DANISH).await.unwrap();
        let foreign = other.member(Role::Facilitator).await;
        let own = named(&other, "Te");
        for refused in [
            read(desk, other.municipality, Some(&keeper), offer, DANISH)
                .await
                .map(drop),
            causes(desk, &foreign, offer).await.map(drop),
            change(desk, &foreign, offer, &own, None).await.map(|_| ()),
            verify(desk, &foreign, offer).await,
        ] {
            assert!(matches!(refused, Err(Refusal::Missing)), "{refused:?}");
        }
        let borrowed = Draft {
            bearers: vec![town.voluntary.to_string()],
            ..own.clone()
        };
        let refused = create(desk, &foreign, &borrowed, None, DANISH).await;
        assert_eq!(why(refused), ("bearers", Why::Unknown));
        let borrowed = Draft {
            area: town.area.to_string(),
            ..own.clone()
        };
        let refused = create(desk, &foreign, &borrowed, None, DANISH).await;
        assert_eq!(why(refused), ("area", Why::Unknown));
        let borrowed = Draft {
            contact: keeper.membership.to_string(),
            ..own
        };
        let refused = create(desk, &foreign, &borrowed, None, DANISH).await;
        assert_eq!(why(refused), ("contact", Why::Unknown));
        let nothing = find(desk, other.municipality, &Wish::default()).await;
        assert!(nothing.unwrap().page.items.is_empty());
    })
    .await;
}
