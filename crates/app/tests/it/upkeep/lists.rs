//! What needs a look: each thing that is amiss has a list, and two that look alike are put side by
//! side until somebody says what they are.
use crate::offer::named;
use samskab_app::offer::{create, history, merge, read, verify};
use samskab_app::upkeep::{
    Gap, Lack, LackWish, ReplaceDraft, SettingsDraft, Shared, Trouble, Web, alike, alike_count,
    check_forms, compare, counts, keep_apart, lacking, look_at_link, look_for, replace, set,
    settings,
};
use samskab_app::{Refusal, fault, translation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::offer::{Draft, Way};
use samskab_domain::topic::TopicGroup;
use samskab_domain::translation::{Draft as Words, Field, Standing};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

async fn made(town: &Town, keeper: &Actor, draft: &Draft) -> Id {
    create(&town.desk, keeper, draft, None, DANISH)
        .await
        .unwrap()
}

async fn names(town: &Town, actor: &Actor, lack: Lack) -> Vec<String> {
    let page = lacking(&town.desk, actor, lack, &LackWish::default())
        .await
        .unwrap();
    page.items.iter().map(|one| one.name().to_owned()).collect()
}

#[tokio::test]
async fn each_thing_that_is_amiss_has_its_list() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let whole = Draft {
            contact: keeper.membership.to_string(),
            description: "Vi drikker kaffe og snakker om stort og småt.".into(),
            ..named(&town, "Kaffe")
        };
        let whole = made(&town, &keeper, &whole).await;
        verify(desk, &keeper, whole).await.unwrap();
        let bare = Draft {
            schedule: String::new(),
            phone: String::new(),
            city: String::new(),
            summary: "Te.".into(),
            ..named(&town, "Te")
        };
        let bare = made(&town, &keeper, &bare).await;
        fault::say(desk, m, bare, fault::Kind::Closed, DANISH)
            .await
            .unwrap();
        let words = Words {
            texts: vec![(Field::Summary, "Coffee".into())],
            made: "written".into(),
        };
        translation::write(desk, &keeper, whole, (Language::English, 1), &words)
            .await
            .unwrap();

        for lack in [Lack::Stale, Lack::Orphaned, Lack::Faulty, Lack::Thin] {
            assert_eq!(names(&town, &keeper, lack).await, ["Te"], "{lack:?}");
        }
        let all = lacking(desk, &keeper, Lack::Thin, &LackWish::default())
            .await
            .unwrap();
        assert_eq!(
            all.items[0].gaps(),
            [Gap::When, Gap::Where, Gap::Reach, Gap::Words]
        );
        assert_eq!(
            names(&town, &keeper, Lack::Untranslated).await,
            ["Kaffe", "Te"]
        );
        let english = LackWish {
            into: Some(Language::English),
            ..LackWish::default()
        };
        let english = async || {
            lacking(desk, &keeper, Lack::Untranslated, &english)
                .await
                .unwrap()
                .items
        };
        assert_eq!(english().await.len(), 1);
        let changed = Draft {
            summary: "Kaffe hver dag, året rundt, for alle, der har lyst til selskab".into(),
            ..named(&town, "Kaffe")
        };
        samskab_app::offer::change(desk, &keeper, whole, &changed, None)
            .await
            .unwrap();
        let outdated = english().await;
        assert_eq!(
            outdated[0].languages[0],
            (Language::English, Standing::Outdated)
        );
        let danish = LackWish {
            into: Some(DANISH),
            ..LackWish::default()
        };
        let danish = lacking(desk, &keeper, Lack::Untranslated, &danish)
            .await
            .unwrap();
        assert!(danish.items.is_empty(), "nothing lacks its own language");

        let count = counts(desk, &keeper).await.unwrap();
        assert!(
            count.contains(&(Lack::Faulty, 1)) && count.contains(&(Lack::Untranslated, 2)),
            "{count:?}"
        );
        let outsider = town.member_of(Role::Coordinator, town.public).await;
        assert!(
            counts(desk, &outsider)
                .await
                .unwrap()
                .iter()
                .all(|(_, n)| *n == 0),
            "others' are theirs"
        );
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        assert_eq!(names(&town, &facilitator, Lack::Thin).await.len(), 1);
        let volunteer = town.member(Role::Frontline).await;
        assert!(matches!(
            counts(desk, &volunteer).await,
            Err(Refusal::Denied(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn two_that_look_alike_are_put_side_by_side_until_somebody_has_looked() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let summary = |text: &str, name: &str| Draft {
            summary: text.into(),
            ..named(&town, name)
        };
        let coffee = made(
            &town,
            &keeper,
            &summary("Kom og drik en kop", "Torsdagskaffe"),
        )
        .await;
        let again = made(
            &town,
            &keeper,
            &summary("Hyggeligt samvær for alle", "Torsdagskaffe på Kilden"),
        )
        .await;
        let sewing = made(&town, &keeper, &summary("Vi syr på maskine", "Syklubben")).await;
        for _ in 0..2 {
            compare(desk, m).await.unwrap();
        }
        let pairs = alike(desk, &keeper, None).await.unwrap().items;
        assert_eq!(pairs.len(), 1);
        assert_eq!(
            (pairs[0].first_id, pairs[0].second_id),
            (coffee.min(again), coffee.max(again))
        );
        assert_eq!(pairs[0].shared(), [Shared::Name, Shared::Phone]);
        let outsider = town.member_of(Role::Coordinator, town.public).await;
        assert_eq!(alike_count(desk, &outsider).await.unwrap(), 0);
        assert!(matches!(
            keep_apart(desk, &outsider, coffee, again).await,
            Err(Refusal::Denied(_))
        ));
        assert!(
            matches!(
                keep_apart(desk, &keeper, coffee, sewing).await,
                Err(Refusal::Missing)
            ),
            "nobody put them beside each other"
        );
        keep_apart(desk, &keeper, again, coffee).await.unwrap();
        compare(desk, m).await.unwrap();
        assert_eq!(
            alike_count(desk, &keeper).await.unwrap(),
            0,
            "they were said to be two"
        );

        let third = made(
            &town,
            &keeper,
            &summary("Kom og drik en kop te", "Torsdagskaffen"),
        )
        .await;
        compare(desk, m).await.unwrap();
        assert!(alike_count(desk, &keeper).await.unwrap() > 0);
        merge(desk, &keeper, coffee, third).await.unwrap();
        compare(desk, m).await.unwrap();
        assert_eq!(alike_count(desk, &keeper).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_offer_follows_its_topic_unless_it_has_a_cadence_of_its_own() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let follows = made(&town, &keeper, &named(&town, "Kaffe")).await;
        let own = Draft {
            cadence: "1".into(),
            ..named(&town, "Te")
        };
        let own = made(&town, &keeper, &own).await;
        for id in [follows, own] {
            verify(desk, &keeper, id).await.unwrap();
        }
        let draft = SettingsDraft {
            wait: "nobody".into(),
            cadences: vec![(TopicGroup::IllnessAndHome, "12".into())],
        };
        assert!(matches!(
            set(desk, &keeper, &draft).await,
            Err(Refusal::Denied(_))
        ));
        set(desk, &facilitator, &draft).await.unwrap();
        let set_here = settings(desk, &facilitator).await.unwrap();
        assert!(
            set_here
                .cadences
                .contains(&(TopicGroup::IllnessAndHome, 12))
        );
        assert!(set_here.cadences.contains(&(TopicGroup::Alone, 3)));
        town.clock.advance(200 * Moment::DAY);
        assert_eq!(names(&town, &keeper, Lack::Stale).await, ["Te"]);
    })
    .await;
}

#[tokio::test]
async fn a_new_number_is_put_in_many_offers_at_once_and_checks_none_of_them() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let mut ids = Vec::new();
        for number in 0..40 {
            let phone = if number % 2 == 0 {
                "70 00 00 11"
            } else {
                "+45 70000011"
            };
            let draft = Draft {
                phone: phone.into(),
                ..named(&town, &format!("Tilbud {number:02}"))
            };
            ids.push(made(&town, &keeper, &draft).await);
        }
        let other = Draft {
            phone: "70 00 00 13".into(),
            ..named(&town, "Et andet")
        };
        let other = made(&town, &keeper, &other).await;
        let typed = |spot: &str, find: &str, put: &str| ReplaceDraft {
            spot: spot.into(),
            find: find.into(),
            put: put.into(),
        };
        let number = typed("phone", "70000011", "70 00 00 12");
        let outsider = town.member_of(Role::Coordinator, town.public).await;
        assert!(
            look_for(desk, &outsider, &number).await.unwrap().is_empty(),
            "others' are theirs"
        );
        let hits = look_for(desk, &keeper, &number).await.unwrap();
        assert_eq!(hits.len(), 40);
        assert_eq!(hits[0].after, "70 00 00 12");
        let phone = async |id: Id| {
            let reading = read(desk, m, None, id, DANISH).await.unwrap();
            (reading.phones[0].number.clone(), reading.offer.checked())
        };
        assert_eq!(
            phone(ids[0]).await.0,
            "70 00 00 11",
            "looking keeps nothing"
        );
        let chosen: Vec<Id> = ids[1..].iter().copied().chain([other]).collect();
        assert_eq!(replace(desk, &keeper, &number, &chosen).await.unwrap(), 39);
        assert_eq!(phone(ids[0]).await.0, "70 00 00 11", "she left it out");
        assert_eq!(
            phone(ids[1]).await,
            ("70 00 00 12".into(), None),
            "an edit is no check"
        );
        assert_eq!(phone(other).await.0, "70 00 00 13");
        let past = history(desk, &keeper, ids[39], None).await.unwrap().items;
        assert_eq!(
            (past[0].way, past[0].changes[0].after.as_str()),
            (Way::Replaced, "70 00 00 12")
        );
        let again = replace(desk, &keeper, &number, &ids[1..]).await;
        assert!(matches!(again, Err(Refusal::Done)));
        let open = samskab_app::offer::draft(desk, &keeper, other)
            .await
            .unwrap();
        let new = typed("phone", "70000013", "70 00 00 14");
        replace(desk, &keeper, &new, &[other]).await.unwrap();
        let stale = samskab_app::offer::change(desk, &keeper, other, &open, None).await;
        assert!(matches!(stale, Err(Refusal::Remarks(_))), "{stale:?}");
        assert_eq!(phone(other).await.0, "70 00 00 14");
        let back = typed("phone", "70000014", "70 00 00 13");
        replace(desk, &keeper, &back, &[other]).await.unwrap();

        let choir = Draft {
            summary: "Vi synger og vi synger. ".repeat(9),
            ..named(&town, "Koret")
        };
        made(&town, &keeper, &choir).await;
        for (put, why) in [
            ("En følgeven, 010170-1233".to_owned(), Why::Cpr),
            ("vi synger højt ".repeat(20), Why::TooLong { max: 200 }),
            ("vi synger højt ".repeat(3), Why::TooLong { max: 240 }),
        ] {
            let typed = typed("words", "vi synger", &put);
            match look_for(desk, &keeper, &typed).await {
                Err(Refusal::Remarks(remarks)) => assert_eq!(remarks[0].why, why, "{put}"),
                other => panic!("{put}: {other:?}"),
            }
        }
        let words = typed("words", "en følgeven", "en ven");
        assert_eq!(
            look_for(desk, &keeper, &typed("words", "En følgeven", "En ven"))
                .await
                .unwrap()
                .len(),
            41
        );
        assert!(
            look_for(desk, &keeper, &words).await.unwrap().is_empty(),
            "letter by letter"
        );
        let capital = typed("words", "En følgeven", "En ven");
        replace(desk, &keeper, &capital, &[ids[0]]).await.unwrap();
        let reading = read(desk, m, None, ids[0], DANISH).await.unwrap();
        assert!(reading.summary.body.starts_with("En ven er hos dig"));
        assert_eq!(
            reading.offer.major_version(),
            reading.offer.version(),
            "translations are of other words"
        );
    })
    .await;
}

/// A web in which one address is gone and one is silent; counts how often each was asked.
#[derive(Default)]
struct Net(std::sync::Mutex<Vec<String>>);

#[async_trait::async_trait]
impl Web for Net {
    async fn look(&self, url: &str) -> Option<Trouble> {
        self.0.lock().unwrap().push(url.to_owned());
        match url {
            "https://gone.example/" => Some(Trouble::Gone),
            "https://silent.example/" => Some(Trouble::Unreachable),
            _ => None,
        }
    }
}

#[tokio::test]
async fn what_leads_nowhere_is_listed_once_it_is_sure() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        for (name, url, phone) in [
            ("Gone", "https://gone.example/", "70 00 00 11"),
            ("Gone too", "https://gone.example/", "70 00 00 11"),
            ("Silent", "https://silent.example/", "70 00 00 11"),
            ("Fine", "https://fine.example/", "70 00 00 11"),
            ("Short", "", "70 00 00 1"),
        ] {
            let draft = Draft {
                url: url.into(),
                phone: phone.into(),
                ..named(&town, name)
            };
            made(&town, &keeper, &draft).await;
        }
        let net = Net::default();
        check_forms(desk, m).await.unwrap();
        look_at_link(desk, None, m).await.unwrap();
        assert_eq!(
            names(&town, &keeper, Lack::Broken).await,
            ["Short"],
            "no link was looked at"
        );
        let rounds = async |many: usize| {
            for _ in 0..many {
                look_at_link(desk, Some(&net), m).await.unwrap();
            }
        };
        rounds(6).await;
        assert_eq!(net.0.lock().unwrap().len(), 3, "each address once");
        assert_eq!(
            names(&town, &keeper, Lack::Broken).await,
            ["Gone", "Gone too", "Short"]
        );
        for _ in 0..2 {
            town.clock.advance(25 * Moment::HOUR);
            rounds(4).await;
        }
        assert_eq!(
            names(&town, &keeper, Lack::Broken).await,
            ["Gone", "Gone too", "Short", "Silent"]
        );
        let fine = net
            .0
            .lock()
            .unwrap()
            .iter()
            .filter(|u| u.contains("fine"))
            .count();
        assert_eq!(fine, 1, "what is fine is left in peace for a week");

        let page = lacking(desk, &keeper, Lack::Broken, &LackWish::default())
            .await
            .unwrap();
        assert_eq!(page.items[2].dead[0].trouble(), Trouble::Form);
        let gone = page.items[0].id();
        let mended = Draft {
            url: "https://fine.example/".into(),
            ..samskab_app::offer::draft(desk, &keeper, gone)
                .await
                .unwrap()
        };
        samskab_app::offer::change(desk, &keeper, gone, &mended, None)
            .await
            .unwrap();
        assert!(
            !names(&town, &keeper, Lack::Broken)
                .await
                .contains(&"Gone".to_owned()),
            "mended is off the list"
        );
    })
    .await;
}
