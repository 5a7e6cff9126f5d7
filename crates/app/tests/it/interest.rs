//! What organisations gain themselves: said openly, ended and never overwritten, and no burden on a need.
use crate::need::{ask, tell, written};
use samskab_app::interest::{self, Interest, Wish};
use samskab_app::{Refusal, journal, need, organisation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::interest::{Draft, Gain};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::organisation as organisation_rules;
use samskab_testkit::{Town, on_every_engine};

async fn says(town: &Town, actor: &Actor, subject: &str, gain: &str) -> Id {
    town.clock.advance(Moment::SECOND);
    let draft = Draft {
        subject: subject.into(),
        gain: gain.into(),
        text: "Vi sparer to besøg om ugen.".into(),
        amount: "to timer om ugen".into(),
    };
    interest::declare(&town.desk, actor, &draft, Language::Danish)
        .await
        .unwrap()
}

async fn said(town: &Town, reader: &Actor, ended: bool) -> Vec<Interest> {
    let wish = Wish {
        ended,
        ..Wish::default()
    };
    let page = interest::list(&town.desk, reader, &wish).await.unwrap();
    page.items
}

#[tokio::test]
async fn both_sectors_declare_all_read_it_and_what_has_ended_stays() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let coordinator = town.member(Role::Coordinator).await;
        let volunteer = town.member(Role::Frontline).await;
        let saves = says(&town, &leader, "illness_and_home", "budget").await;
        says(&town, &coordinator, "illness_and_home", "people").await;
        let open = said(&town, &volunteer, false).await;
        assert_eq!(
            open.iter().map(Interest::gain).collect::<Vec<_>>(),
            [Gain::People, Gain::Budget]
        );

        let foreign = interest::end(desk, &coordinator, saves).await;
        assert!(matches!(foreign, Err(Refusal::Missing)), "{foreign:?}");
        interest::end(desk, &leader, saves).await.unwrap();
        let twice = interest::end(desk, &leader, saves).await;
        assert!(matches!(twice, Err(Refusal::Missing)), "{twice:?}");
        assert_eq!(said(&town, &volunteer, false).await.len(), 1);
        let all = said(&town, &volunteer, true).await;
        assert_eq!(all.len(), 2);
        assert!(all.iter().any(|i| i.id == saves && i.ended_at().is_some()));

        let by_volunteer = Draft {
            subject: "alone".into(),
            gain: "nothing".into(),
            ..Draft::default()
        };
        let denied = interest::declare(desk, &volunteer, &by_volunteer, Language::Danish).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))), "{denied:?}");
        assert_eq!(journal::check(desk, town.municipality).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn nothing_and_something_never_stand_side_by_side_and_new_words_take_the_place_of_old() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let gains = async || {
            let open = said(&town, &leader, false).await;
            open.iter().map(Interest::gain).collect::<Vec<_>>()
        };
        says(&town, &leader, "alone", "nothing").await;
        says(&town, &leader, "alone", "money").await;
        assert_eq!(gains().await, [Gain::Money]);
        says(&town, &leader, "alone", "money").await;
        assert_eq!(gains().await, [Gain::Money]);
        says(&town, &leader, "alone", "time").await;
        assert_eq!(gains().await, [Gain::Time, Gain::Money]);
        says(&town, &leader, "alone", "nothing").await;
        assert_eq!(gains().await, [Gain::Nothing]);
        says(&town, &leader, "language", "nothing").await;
        assert_eq!(gains().await.len(), 2, "another subject is another matter");
        assert_eq!(said(&town, &leader, true).await.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn a_topic_that_is_not_there_and_a_cpr_number_are_refused_at_their_fields() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let leader = town.member(Role::Leader).await;
        for (subject, text, expected) in [
            (
                "01a2093d-d989-7aad-916c-1f04204b9aab",
                "Vi sparer tid.",
                ("subject", Why::Unknown),
            ),
            ("alone", "Spørg 010203-1234", ("text", Why::Cpr)),
        ] {
            let draft = Draft {
                subject: subject.into(),
                gain: "time".into(),
                text: text.into(),
                ..Draft::default()
            };
            match interest::declare(&town.desk, &leader, &draft, Language::Danish).await {
                Err(Refusal::Remarks(remarks)) => {
                    assert_eq!((remarks[0].field, remarks[0].why.clone()), expected);
                }
                other => panic!("{subject}: {other:?}"),
            }
        }
    })
    .await;
}

async fn organisation(town: &Town, name: &str) -> Id {
    let keeper = town.member(Role::Administrator).await;
    let draft = organisation_rules::Draft {
        name: name.into(),
        sector: "voluntary".into(),
        form: "informal".into(),
        areas: vec![town.area.to_string()],
        ..organisation_rules::Draft::default()
    };
    organisation::create(&town.desk, &keeper, &draft)
        .await
        .unwrap()
}

#[tokio::test]
async fn interests_stand_beside_a_need_and_only_having_none_is_made_anything_of() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let ours = town.member(Role::Coordinator).await;
        let theirs = town.member_of(Role::Coordinator, town.public).await;
        let neutral = town.member(Role::Facilitator).await;
        let stranger = town.member_of(Role::Frontline, town.public).await;
        let (one, two) = (
            tell(&town, &ours, "9000").await,
            tell(&town, &theirs, "9000").await,
        );
        let need = written(&town, &ours, &[one]).await;
        need::raise(desk, &ours, need, &ask(&[town.public]))
            .await
            .unwrap();
        need::link(desk, &theirs, need, &[two], false)
            .await
            .unwrap();
        let read = async |reader| need::read(desk, reader, need).await.unwrap();
        let before = read(&stranger).await;
        assert_eq!(before.interests.silent.len(), 2, "both parties are silent");

        says(&town, &theirs, "illness_and_home", "nothing").await;
        says(&town, &ours, "illness_and_home", "money").await;
        let after = read(&stranger).await;
        assert_eq!(after.evidence, before.evidence, "candour takes nothing");
        assert_eq!(after.interests.declared.len(), 2);
        assert!(after.interests.silent.is_empty());
        assert!(read(&neutral).await.without_gain);
        assert!(
            !after.without_gain,
            "one such organisation would be pointed to"
        );
        for name in ["Kirken", "Sportsklubben"] {
            let other = organisation(&town, name).await;
            let leader = town.member_of(Role::Leader, other).await;
            says(&town, &leader, "illness_and_home", "nothing").await;
        }
        assert!(read(&stranger).await.without_gain, "of three, none is");
        says(&town, &theirs, "illness_and_home", "time").await;
        assert!(!read(&neutral).await.without_gain);
    })
    .await;
}

#[tokio::test]
async fn what_is_left_without_one_is_told_to_the_circle_and_that_it_holds_to_all() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let neutral = town.member(Role::Facilitator).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let choir = organisation(&town, "Koret").await;
        let stranger = town.member_of(Role::Frontline, choir).await;
        let mut stories = Vec::new();
        for teller in [town.voluntary, town.public, choir] {
            let teller = town.member_of(Role::Coordinator, teller).await;
            stories.push(tell(&town, &teller, "9000").await);
        }
        let need = written(&town, &neutral, &stories[..2]).await;
        need::raise(desk, &neutral, need, &ask(&[town.public]))
            .await
            .unwrap();
        let read = async |reader| need::read(desk, reader, need).await.unwrap();
        assert!(!read(&stranger).await.still_holds);
        need::link(desk, &neutral, need, &stories[2..], false)
            .await
            .unwrap();
        assert!(read(&stranger).await.still_holds);
        assert!(read(&stranger).await.profile.is_none());
        let party = read(&leader).await.profile.unwrap();
        assert!(party.without.is_empty(), "a party reads no figures of it");
        assert_eq!(party.observations, Some(3));
        let circle = read(&neutral).await.profile.unwrap();
        let left: Vec<_> = circle.without.iter().map(|w| w.left.observers).collect();
        assert_eq!(left, [2, 2, 2]);
        assert!(circle.without.iter().all(|w| w.organisation.is_some()));
    })
    .await;
}
