//! Two offers become one: everything that hung on the one moves along, and its id leads on.
use super::{named, why};
use samskab_app::offer::{self, history, merge, merged_into, others, preview, read};
use samskab_app::{Refusal, fault, hsds, journal, translation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Why};
use samskab_domain::offer::{Aspect, Draft, State, Way};
use samskab_domain::schedule;
use samskab_domain::translation::{Draft as Words, Field};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

/// Coffee twice: the second knows a price, another number, another time, and speaks English.
async fn two(town: &Town, keeper: &Actor) -> (Id, Id) {
    let desk = &town.desk;
    let first = Draft {
        address: "Havnen 4".into(),
        ..named(town, "Torsdagskaffe")
    };
    let first = offer::create(desk, keeper, &first, None, DANISH)
        .await
        .unwrap();
    let second = Draft {
        summary: "Kaffe hver uge".into(),
        price: "20 kr.".into(),
        phone: "70 00 00 99".into(),
        address: "Havnen 4".into(),
        contact: keeper.membership.to_string(),
        contact_title: "Vært".into(),
        backup: keeper.membership.to_string(),
        schedule: String::new(),
        when: schedule::Draft {
            weekdays: vec!["TU".into()],
            starts_at: "10.00".into(),
            ends_at: "12.00".into(),
            ..schedule::Draft::default()
        },
        bearers: vec![town.voluntary.to_string(), town.public.to_string()],
        ..named(town, "Kaffe om torsdagen")
    };
    let second = offer::create(desk, keeper, &second, None, DANISH)
        .await
        .unwrap();
    let words = Words {
        texts: vec![
            (Field::Summary, "Coffee every Thursday".into()),
            (Field::Price, "20 kroner".into()),
        ],
        made: "written".into(),
    };
    translation::write(desk, keeper, second, (Language::English, 1), &words)
        .await
        .unwrap();
    (first, second)
}

#[tokio::test]
async fn what_hung_on_the_one_moves_to_the_other_and_old_addresses_lead_there() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let (kept, gone) = two(&town, &keeper).await;
        let zero = offer::create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        merge(desk, &keeper, gone, zero).await.unwrap();
        fault::say(desk, m, gone, fault::Kind::Moved, DANISH)
            .await
            .unwrap();
        let found = others(desk, &keeper, kept, "torsdagen").await.unwrap();
        assert_eq!(found.iter().map(|o| o.id).collect::<Vec<_>>(), [gone]);

        let seen = preview(desk, &keeper, kept, gone).await.unwrap();
        let row = |aspect| seen.rows.iter().find(|r| r.aspect == aspect).unwrap();
        assert_eq!(row(Aspect::Name).after, "Torsdagskaffe");
        assert_eq!(row(Aspect::Name).gone, "Kaffe om torsdagen");
        assert_eq!(
            (
                row(Aspect::Price).kept.as_str(),
                row(Aspect::Price).after.as_str()
            ),
            ("", "20 kr.")
        );
        assert_eq!(row(Aspect::Phone).after, "70 00 00 11\n70 00 00 99");
        let before = read(desk, m, None, kept, DANISH).await.unwrap();
        assert_eq!(before.phones.len(), 1, "looking keeps nothing");

        merge(desk, &keeper, kept, gone).await.unwrap();
        let after = read(desk, m, Some(&keeper), kept, Language::English)
            .await
            .unwrap();
        assert_eq!(after.phones.len(), 2);
        assert_eq!(after.schedules.len(), 2);
        assert_eq!(after.locations.len(), 1, "the same house is one place");
        assert_eq!(after.bearers.len(), 2);
        assert_eq!(after.contacts.len(), 2);
        assert!(
            after.summary.outdated(),
            "it is a translation of other words"
        );
        let price = after.price.as_ref().unwrap();
        assert_eq!(
            (price.body.as_str(), price.outdated()),
            ("20 kroner", false)
        );
        assert_eq!(after.offer.checked(), None, "merging is not checking");
        assert_eq!(fault::list(desk, &keeper, kept).await.unwrap().len(), 1);
        for old in [gone, zero] {
            assert_eq!(merged_into(desk, m, old).await.unwrap(), Some(kept));
            let there = read(desk, m, Some(&keeper), old, DANISH).await.unwrap();
            assert_eq!(there.offer.state(), State::Withdrawn);
            assert!(matches!(
                hsds::service(desk, m, old).await,
                Err(Refusal::Done)
            ));
        }
        let past = history(desk, &keeper, kept, None).await.unwrap();
        assert_eq!(past.items[0].way, Way::Merged);
        assert!(
            past.items[0]
                .changes
                .iter()
                .any(|c| c.aspect == Aspect::Phone)
        );
        for again in [
            merge(desk, &keeper, kept, gone).await,
            merge(desk, &keeper, kept, kept).await,
        ] {
            assert_eq!(why(again), ("with", Why::Unknown));
        }
        assert_eq!(journal::check(desk, m).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn only_those_who_keep_both_merge_them() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let (kept, gone) = two(&town, &keeper).await;
        let partner = town.member_of(Role::Coordinator, town.public).await;
        let outside = merge(desk, &partner, kept, gone).await;
        assert!(matches!(outside, Err(Refusal::Denied(_))));
        assert!(matches!(
            preview(desk, &partner, kept, gone).await,
            Err(Refusal::Denied(_))
        ));
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let foreign = other.member(Role::Facilitator).await;
        assert!(matches!(
            merge(desk, &foreign, kept, gone).await,
            Err(Refusal::Missing)
        ));
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        merge(desk, &facilitator, kept, gone).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_open_undoes_neither_a_merge_nor_a_change() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let (kept, gone) = two(&town, &keeper).await;
        let of_kept = offer::draft(desk, &keeper, kept).await.unwrap();
        let of_gone = offer::draft(desk, &keeper, gone).await.unwrap();
        merge(desk, &keeper, kept, gone).await.unwrap();
        let revived = offer::change(desk, &keeper, gone, &of_gone, None).await;
        assert!(matches!(revived, Err(Refusal::Missing)), "{revived:?}");
        let again = offer::draft(desk, &keeper, gone).await;
        assert!(matches!(again, Err(Refusal::Missing)));
        let stale = offer::change(desk, &keeper, kept, &of_kept, None).await;
        assert_eq!(why(stale), ("version", Why::ChangedMeanwhile));
        let phones = async || {
            let m = town.municipality;
            read(desk, m, None, kept, DANISH)
                .await
                .unwrap()
                .phones
                .len()
        };
        assert_eq!(phones().await, 2);
        let fresh = offer::draft(desk, &keeper, kept).await.unwrap();
        offer::change(desk, &keeper, kept, &fresh, None)
            .await
            .unwrap();
        assert_eq!(phones().await, 2);
    })
    .await;
}
