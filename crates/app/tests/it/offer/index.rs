//! The search index follows what happens, on either engine.
#![allow(clippy::unwrap_used, reason = "a test that fails says so")]
use super::*;
use samskab_app::offer::{Narrowed, rebuild, suggest};
use samskab_app::{topic, upkeep};
use samskab_domain::offer::{Choice, Cost};
use samskab_domain::topic::TopicGroup;
use samskab_domain::upkeep::SettingsDraft;

async fn hits(town: &Town, q: &str) -> Vec<String> {
    names(town, &found(q)).await
}

#[tokio::test]
async fn what_is_written_changed_and_taken_down_is_found_so_at_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        assert!(hits(&town, "torsdagskaffe").await.is_empty());
        let mut coffee = named(&town, "Torsdagskaffe");
        let id = create(desk, &keeper, &coffee, None, DANISH).await.unwrap();
        for q in [
            "kaffe",
            "tordsagskaffe",
            "kaffen",
            "seniorforeningen",
            "Fjordby",
        ] {
            assert_eq!(hits(&town, q).await, ["Torsdagskaffe"], "{q}");
        }
        coffee.name = "Strikkehold".into();
        change(desk, &keeper, id, &coffee, None).await.unwrap();
        assert!(hits(&town, "torsdagskaffe").await.is_empty());
        assert_eq!(hits(&town, "strikkehold").await, ["Strikkehold"]);
        assert!(hits(&other, "strikkehold").await.is_empty());
        assert_eq!(rebuild(desk, town.municipality).await.unwrap(), 1);
        assert_eq!(hits(&town, "strikkehold").await, ["Strikkehold"]);
        coffee.state = "withdrawn".into();
        change(desk, &keeper, id, &coffee, None).await.unwrap();
        assert!(hits(&town, "strikkehold").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn drafts_of_others_are_never_found() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let keeper = town.member(Role::Coordinator).await;
        let mut draft = named(&town, "Hemmelig fest");
        draft.state = "draft".into();
        let made = create(&town.desk, &keeper, &draft, None, DANISH).await;
        made.unwrap();
        assert!(hits(&town, "hemmelig").await.is_empty());
        let typed = suggest(&town.desk, town.municipality, "hemm").await;
        assert!(typed.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_question_in_another_language_finds_what_it_is_about() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let keeper = town.member(Role::Coordinator).await;
        let offer = named(&town, "Nogen er hjemme");
        let made = create(&town.desk, &keeper, &offer, None, DANISH).await;
        made.unwrap();
        // The names of the topic group and of the area.
        for q in [
            "coming home after illness",
            "elderly",
            "العودة إلى المنزل بعد المرض",
        ] {
            assert_eq!(hits(&town, q).await, ["Nogen er hjemme"], "{q}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_is_narrowed_with_counts_and_what_was_meant() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let mut free = named(&town, "Sprogcafé");
        free.terms.cost = "free".into();
        free.topic_group = "language".into();
        create(desk, &keeper, &free, None, DANISH).await.unwrap();
        let mut paid = named(&town, "Madklub");
        paid.terms.cost = "paid".into();
        create(desk, &keeper, &paid, None, DANISH).await.unwrap();
        let narrowed = |narrowed: Narrowed| Wish {
            narrowed,
            ..Wish::default()
        };
        let wish = narrowed(Narrowed {
            cost: Some(Cost::Free),
            ..Narrowed::default()
        });
        assert_eq!(names(&town, &wish).await, ["Sprogcafé"]);
        let listing = find(desk, m, &wish).await.unwrap();
        assert_eq!(
            (
                listing.counts.of_cost("free"),
                listing.counts.of_cost("paid")
            ),
            (1, 1)
        );
        assert_eq!(listing.counts.of_topic_group("language"), 1);
        assert_eq!(listing.counts.of_topic_group("illness_and_home"), 0);
        assert_eq!(listing.counts.of_spoken("en"), 1);
        let wish = narrowed(Narrowed {
            when: Some(Choice::Today),
            ..Narrowed::default()
        });
        assert!(names(&town, &wish).await.is_empty(), "no times are known");
        let wish = Wish {
            topic_group: Some(TopicGroup::Language),
            ..found("frivillig sprogcafe hjem")
        };
        assert_eq!(names(&town, &wish).await, ["Sprogcafé"]);
        let listing = find(desk, m, &found("sporgcafe")).await.unwrap();
        assert_eq!(listing.meant.as_deref(), Some("sprogcafé"));
        assert_eq!(
            suggest(desk, m, "spr").await.unwrap(),
            ["sprog", "sprogcafé"]
        );
    })
    .await;
}

#[tokio::test]
async fn what_a_stranger_may_not_see_is_not_found_counted_or_suggested() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let mut old = named(&town, "Knallertværksted");
        old.terms.cost = "free".into();
        create(desk, &keeper, &old, None, DANISH).await.unwrap();
        let mut draft = named(&town, "Knallertudlån");
        draft.state = "draft".into();
        create(desk, &keeper, &draft, None, DANISH).await.unwrap();
        assert_eq!(
            suggest(desk, m, "knall").await.unwrap(),
            ["knallertværksted"]
        );
        town.clock.advance(900 * Moment::DAY);
        for wish in [found("knallertværksted"), Wish::default()] {
            let listing = find(desk, m, &wish).await.unwrap();
            assert!(listing.page.items.is_empty() && listing.total == 0);
            assert_eq!(listing.counts.of_cost("free"), 0);
            assert_eq!(listing.counts.of_topic_group("illness_and_home"), 0);
        }
        assert!(suggest(desk, m, "knall").await.unwrap().is_empty());
        let slip = find(desk, m, &found("knalletrværksted")).await.unwrap();
        assert_eq!(slip.meant, None);
        let staff = Wish {
            keeper: Some(town.member_of(Role::Frontline, town.public).await),
            ..found("knallertværksted")
        };
        assert_eq!(names(&town, &staff).await, ["Knallertværksted"]);
        let own = Wish {
            keeper: Some(keeper),
            ..found("knallertudlån")
        };
        assert_eq!(
            names(&town, &own).await[0],
            "Knallertudlån",
            "her own draft"
        );
    })
    .await;
}

#[tokio::test]
async fn the_near_are_found_from_a_place_and_when_they_are_open() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        for (name, postcode, latitude) in [
            ("Nær café", "9990", 57.000),
            ("Havnecafé", "9991", 57.030),
            ("Bycafé", "9992", 57.300),
        ] {
            let mut draft = named(&town, name);
            draft.postcode = postcode.into();
            draft.schedule = String::new();
            draft.when.weekdays = vec!["TH".into()];
            draft.when.starts_at = "18.30".into();
            draft.when.ends_at = "20.00".into();
            create(desk, &keeper, &draft, None, DANISH).await.unwrap();
            let mut tx = desk.db.write().await.unwrap();
            let place = sql!(
                "update location set latitude = ?, longitude = 9.9 where municipality_id = ? and postcode = ?",
                latitude,
                m,
                postcode
            );
            tx.run(place).await.unwrap();
            tx.commit().await.unwrap();
        }
        rebuild(desk, m).await.unwrap();
        let from_the_near = |within, q: &str| Wish {
            q: q.into(),
            place: Some("9990".into()),
            narrowed: Narrowed {
                within,
                ..Narrowed::default()
            },
            ..Wish::default()
        };
        for (within, q, expected) in [
            (None, "", vec!["Nær café"]),
            (Some(5_000.0), "", vec!["Nær café", "Havnecafé"]),
            (Some(5_000.0), "café", vec!["Nær café", "Havnecafé"]),
            (Some(50_000.0), "", vec!["Nær café", "Havnecafé", "Bycafé"]),
        ] {
            assert_eq!(names(&town, &from_the_near(within, q)).await, expected);
        }
        let listing = find(desk, m, &found("café")).await.unwrap();
        assert_eq!(listing.total, 3);
        for (code, count) in [("th", 3), ("evening", 3), ("week", 3), ("we", 0), ("now", 0)] {
            assert_eq!(listing.counts.of_time(code), count, "{code}");
        }
        assert_eq!(listing.counts.of_place("9991"), 1);
        let today = desk.today();
        for (when, times) in [(None, 2), (Some(Choice::Evening), 2), (Some(Choice::Monday), 0)] {
            let mut wish = found("havnecafé");
            wish.narrowed.when = when;
            let coming = offer::coming(desk, m, (&wish, None), (today, today.plus(13)));
            let coming = coming.await.unwrap();
            let names = coming.offers.iter().filter(|offer| offer.name() == "Havnecafé");
            let own = coming.times.iter().filter(|(_, place)| *place == 0);
            assert_eq!((names.count() > 0, own.count()), (times > 0, times), "{when:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn words_searched_for_in_vain_are_told_to_the_facilitator_and_no_one_s_name() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let coffee = named(&town, "Torsdagskaffe");
        create(desk, &keeper, &coffee, None, DANISH).await.unwrap();
        for (q, times) in [
            ("Babysvømning", 4),
            ("guitar eller klaver", 3),
            ("klaver", 1),
            ("kun to gange: harmonika", 2),
            ("гітара", 3),
            ("балалайка", 2),
            ("Олена Сидоренко", 5),
            ("فاطمة القادري", 5),
            ("Mette Hansen", 5),
            ("mette", 5),
            ("12345678", 5),
            ("torsdagskaffe", 5),
        ] {
            for _ in 0..times {
                find(desk, m, &found(q)).await.unwrap();
            }
            // Narrowed down, it is the same search.
            let narrowed = Wish {
                topic_group: Some(TopicGroup::Language),
                ..found(q)
            };
            find(desk, m, &narrowed).await.unwrap();
        }
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let page = offer::search_in_vain(desk, &facilitator, None)
            .await
            .unwrap();
        let heard: Vec<_> = page
            .items
            .iter()
            .map(|w| (w.word.as_str(), w.times))
            .collect();
        assert_eq!(
            heard,
            [
                ("babysvømning", 4),
                ("klaver", 4),
                ("guitar", 3),
                ("гітара", 3)
            ]
        );
        assert_eq!(page.items[0].last_day(), Some(desk.today()));
        let rest = offer::search_in_vain(desk, &facilitator, Some("4.babysvømning")).await;
        assert_eq!(rest.unwrap().items.len(), 3);
        let denied = offer::search_in_vain(desk, &keeper, None).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))), "{denied:?}");
        town.clock.advance(400 * Moment::DAY);
        find(desk, m, &found("harmonika")).await.unwrap();
        let page = offer::search_in_vain(desk, &facilitator, None)
            .await
            .unwrap();
        assert!(page.items.is_empty(), "a year is enough");
    })
    .await;
}

#[tokio::test]
async fn what_is_renamed_beside_an_offer_and_how_long_a_check_holds_is_followed_too() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let administrator = town.member_of(Role::Administrator, town.public).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let topics = topic::list(desk, m, DANISH).await.unwrap();
        let visits = topics.iter().find(|t| t.code.as_deref() == Some("visits"));
        let visits = visits.unwrap().id;
        let mut coffee = named(&town, "Torsdagskaffe");
        coffee.topics = vec![visits.to_string()];
        let id = create(desk, &keeper, &coffee, None, DANISH).await.unwrap();
        assert_eq!(
            draft(desk, &keeper, id).await.unwrap().topics,
            coffee.topics
        );
        assert_eq!(hits(&town, "derhjemme").await, ["Torsdagskaffe"]);
        assert_eq!(hits(&town, "زيارات").await, ["Torsdagskaffe"]);
        let listing = find(desk, m, &Wish::default()).await.unwrap();
        assert_eq!(listing.counts.of_topic(&visits.to_string()), 1);

        let mut renamed = topic::draft(desk, m, visits).await.unwrap();
        renamed.name = "Hyggesnak".into();
        topic::change(desk, &administrator, visits, &renamed)
            .await
            .unwrap();
        assert_eq!(hits(&town, "hyggesnak").await, ["Torsdagskaffe"]);
        assert!(suggest(desk, m, "derhj").await.unwrap().is_empty());

        verify(desk, &keeper, id).await.unwrap();
        town.clock.advance(240 * Moment::DAY);
        assert_eq!(find(desk, m, &Wish::default()).await.unwrap().total, 1);
        let often = SettingsDraft {
            wait: "nobody".into(),
            cadences: vec![(TopicGroup::IllnessAndHome, "1".into())],
        };
        upkeep::set(desk, &facilitator, &often).await.unwrap();
        let listing = find(desk, m, &Wish::default()).await.unwrap();
        assert_eq!((listing.total, listing.page.items.len()), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_large_town_is_searched_before_its_index_is_there() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let mut one = named(&town, "Torsdagskaffe");
        one.terms.cost = "free".into();
        one.schedule = String::new();
        one.when.weekdays = vec!["TH".into()];
        one.when.starts_at = "14.00".into();
        one.when.ends_at = "16.00".into();
        let first = create(desk, &keeper, &one, None, DANISH).await.unwrap();
        let mut tx = desk.db.write().await.unwrap();
        for _ in 0..201 {
            let copy = sql!(
                "insert into offer (municipality_id, id, area_id, topic_group, name, summary, language, state, cadence, \
                 known_day, sort_key, search_text, version, created_by, created_at, changed_at) \
                 select municipality_id, ?, area_id, topic_group, 'Bingo', summary, language, state, cadence, known_day, \
                 sort_key, 'bingo', version, created_by, created_at, changed_at from offer \
                 where municipality_id = ? and id = ?",
                desk.id(),
                m,
                first
            );
            tx.run(copy).await.unwrap();
        }
        tx.commit().await.unwrap();
        let free = Wish {
            narrowed: Narrowed {
                cost: Some(Cost::Free),
                ..Narrowed::default()
            },
            ..Wish::default()
        };
        for wish in [found("torsdagskaffe"), free] {
            assert_eq!(names(&town, &wish).await, ["Torsdagskaffe"]);
        }
        let mut wish = found("bingo");
        let mut seen = std::collections::BTreeSet::new();
        loop {
            let listing = find(desk, m, &wish).await.unwrap();
            seen.extend(listing.page.items.iter().map(|item| item.id()));
            match listing.page.next {
                Some(next) => wish.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen.len(), 201, "page by page, each once");
        for (when, expected) in [(Choice::Thursday, 1), (Choice::Wednesday, 0)] {
            let at_a_time = Wish {
                narrowed: Narrowed {
                    when: Some(when),
                    ..Narrowed::default()
                },
                ..Wish::default()
            };
            assert_eq!(names(&town, &at_a_time).await.len(), expected, "{when:?}");
        }
        rebuild(desk, m).await.unwrap();
        let listing = find(desk, m, &found("bingo")).await.unwrap();
        assert_eq!(listing.total, 201);
    })
    .await;
}
