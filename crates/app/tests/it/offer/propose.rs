//! What was changed can be read back field by field; where it is wished, a change waits until
//! someone else has looked.
use super::{named, why};
use samskab_app::offer::{
    Changed, change, create, decide, draft, history, look, proposals, read, turned_down, waiting_of,
};
use samskab_app::upkeep::{self, SettingsDraft};
use samskab_app::{Refusal, journal};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::offer::{Aspect, Decision, Draft, Way};
use samskab_domain::topic::TopicGroup;
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

async fn wait(town: &Town, facilitator: &Actor, whose: &str) {
    let draft = SettingsDraft {
        wait: whose.into(),
        cadences: vec![(TopicGroup::IllnessAndHome, "6".into())],
    };
    upkeep::set(&town.desk, facilitator, &draft).await.unwrap();
}

async fn shared(town: &Town, keeper: &Actor) -> Id {
    let both = Draft {
        bearers: vec![town.voluntary.to_string(), town.public.to_string()],
        ..named(town, "Kaffe")
    };
    create(&town.desk, keeper, &both, None, DANISH)
        .await
        .unwrap()
}

async fn phone(town: &Town, offer: Id) -> String {
    let reading = read(&town.desk, town.municipality, None, offer, DANISH)
        .await
        .unwrap();
    reading.phones[0].number.clone()
}

#[tokio::test]
async fn what_stood_there_before_can_be_read_and_no_name_is_in_it() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let offer = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        assert!(
            history(desk, &keeper, offer, None)
                .await
                .unwrap()
                .items
                .is_empty()
        );
        let stands = draft(desk, &keeper, offer).await.unwrap();
        change(desk, &keeper, offer, &stands, None).await.unwrap();
        assert!(
            history(desk, &keeper, offer, None)
                .await
                .unwrap()
                .items
                .is_empty(),
            "nothing was changed"
        );
        town.clock.advance(Moment::HOUR);
        let moved = Draft {
            phone: "70 00 00 12".into(),
            transport: "Bus 3 til torvet".into(),
            contact: keeper.membership.to_string(),
            ..draft(desk, &keeper, offer).await.unwrap()
        };
        assert_eq!(
            change(desk, &keeper, offer, &moved, None).await.unwrap(),
            Changed::AtOnce
        );
        let past = history(desk, &keeper, offer, None).await.unwrap().items;
        assert_eq!((past.len(), past[0].way), (1, Way::Edited));
        assert_eq!(past[0].by.as_ref().unwrap().0, Role::Coordinator);
        let told: Vec<_> = past[0]
            .changes
            .iter()
            .map(|c| (c.aspect, c.before.as_str(), c.after.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (Aspect::Transport, "", "Bus 3 til torvet"),
                (Aspect::Phone, "70 00 00 11", "70 00 00 12")
            ]
        );
        let outsider = town.member_of(Role::Coordinator, town.public).await;
        assert!(matches!(
            history(desk, &outsider, offer, None).await,
            Err(Refusal::Denied(_))
        ));
    })
    .await;
}

#[tokio::test]
async fn a_shared_offer_s_change_waits_for_the_other_and_citizens_read_the_old_text() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let partner = town.member_of(Role::Coordinator, town.public).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        assert!(matches!(
            upkeep::settings(desk, &keeper).await,
            Err(Refusal::Denied(_))
        ));
        wait(&town, &facilitator, "shared").await;
        let alone = create(desk, &keeper, &named(&town, "Te"), None, DANISH)
            .await
            .unwrap();
        let offer = shared(&town, &keeper).await;
        let new = |draft: Draft| Draft {
            phone: "70 00 00 12".into(),
            ..draft
        };
        let at_once = new(draft(desk, &keeper, alone).await.unwrap());
        assert_eq!(
            change(desk, &keeper, alone, &at_once, None).await.unwrap(),
            Changed::AtOnce
        );

        let typed = new(draft(desk, &keeper, offer).await.unwrap());
        let nonsense = Draft {
            phone: "12".into(),
            ..typed.clone()
        };
        assert_eq!(
            why(change(desk, &keeper, offer, &nonsense, None).await),
            ("phone", Why::NotAPhone)
        );
        assert_eq!(
            change(desk, &keeper, offer, &typed, None).await.unwrap(),
            Changed::Waits
        );
        assert_eq!(phone(&town, offer).await, "70 00 00 11");
        assert_eq!(
            draft(desk, &keeper, offer).await.unwrap().phone,
            "70 00 00 12",
            "she goes on from it"
        );
        let listed = proposals(desk, &partner, None).await.unwrap().items;
        assert_eq!((listed.len(), listed[0].offer()), (1, offer));
        assert_eq!(upkeep::waiting_count(desk, &partner).await.unwrap(), 1);
        let seen = look(desk, &keeper, offer).await.unwrap();
        assert!(!seen.may_decide, "nobody lets her own change through");
        let id = seen.waiting.id();
        let own = decide(desk, &keeper, (offer, id), Decision::LetThrough, "").await;
        assert!(matches!(own, Err(Refusal::Denied(_))));

        town.clock.advance(Moment::HOUR);
        let meanwhile = Draft {
            summary: "Kaffe hver torsdag".into(),
            ..draft(desk, &facilitator, alone).await.unwrap()
        };
        change(desk, &facilitator, alone, &meanwhile, None)
            .await
            .unwrap();
        let seen = look(desk, &partner, offer).await.unwrap();
        assert!(seen.may_decide && !seen.stuck);
        assert_eq!(seen.changes.len(), 1);
        assert_eq!(
            (seen.changes[0].aspect, seen.changes[0].after.as_str()),
            (Aspect::Phone, "70 00 00 12")
        );
        assert_eq!(
            phone(&town, offer).await,
            "70 00 00 11",
            "looking keeps nothing"
        );
        decide(desk, &partner, (offer, id), Decision::LetThrough, "")
            .await
            .unwrap();
        assert_eq!(phone(&town, offer).await, "70 00 00 12");
        let past = history(desk, &partner, offer, None).await.unwrap().items;
        assert_eq!(past[0].way, Way::LetThrough);
        let again = decide(desk, &partner, (offer, id), Decision::LetThrough, "").await;
        assert!(matches!(again, Err(Refusal::Missing)));
        assert_eq!(journal::check(desk, town.municipality).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_change_is_turned_down_with_a_word_or_taken_back_and_a_newer_one_is_not_decided_unseen() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        wait(&town, &facilitator, "everybody").await;
        let offer = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        let write = async |name: &str| {
            let typed = Draft {
                name: name.into(),
                ..draft(desk, &keeper, offer).await.unwrap()
            };
            change(desk, &keeper, offer, &typed, None).await.unwrap();
            town.clock.advance(Moment::HOUR);
            waiting_of(desk, m, offer).await.unwrap().unwrap().id()
        };
        let first = write("Kaffe og te").await;
        let second = write("Kaffe, te og kage").await;
        let unseen = decide(desk, &facilitator, (offer, first), Decision::LetThrough, "").await;
        assert!(matches!(unseen, Err(Refusal::Done)));
        decide(
            desk,
            &facilitator,
            (offer, second),
            Decision::TurnedDown,
            "Kagen er sluppet op.",
        )
        .await
        .unwrap();
        let turned = turned_down(desk, &keeper, offer).await.unwrap().unwrap();
        assert_eq!(turned.note.as_deref(), Some("Kagen er sluppet op."));
        let reading = read(desk, m, None, offer, DANISH).await.unwrap();
        assert_eq!(reading.offer.own_name(), "Kaffe");

        let third = write("Kaffe med mælk").await;
        assert!(
            turned_down(desk, &keeper, offer).await.unwrap().is_none(),
            "something newer waits"
        );
        decide(desk, &keeper, (offer, third), Decision::TakenBack, "")
            .await
            .unwrap();
        assert!(waiting_of(desk, m, offer).await.unwrap().is_none());
        assert_eq!(draft(desk, &keeper, offer).await.unwrap().name, "Kaffe");
    })
    .await;
}
