//! Who is in it, how it is understood, how it rests and ends; and what an ending is found by.
use super::{opening, third};
use samskab_app::initiative::{
    self, EndDraft, EndingWish, JoinDraft, Origin, answer_invitation, ask_to_join, end, endings,
    invite, join, leave, open, pause, place, quiet, resume, say_to_understanding, succeed,
    waiting_for, write_understanding,
};
use samskab_app::person::end_membership;
use samskab_app::practice_change::{Count, LedgerWish, agree, ledger};
use samskab_app::{Outcome, Refusal};
use samskab_domain::access::{Actor, Role};
use samskab_domain::initiative::ending::{Condition, EndedAs, PauseDraft};
use samskab_domain::initiative::placing::PlaceDraft;
use samskab_domain::initiative::understanding::{Draft, Voice, VoiceDraft};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

async fn opened(town: &Town) -> (Actor, Id) {
    let leader = town.member_of(Role::Leader, town.public).await;
    let draft = opening(town, &[town.voluntary]);
    let id = open(&town.desk, &leader, &Origin::default(), &draft, DANISH).await;
    (leader, id.unwrap())
}

fn denied<T: std::fmt::Debug>(outcome: Outcome<T>) {
    assert!(matches!(outcome, Err(Refusal::Denied(_))), "{outcome:?}");
}

fn late<T: std::fmt::Debug>(outcome: Outcome<T>) {
    assert!(matches!(outcome, Err(Refusal::Done)), "{outcome:?}");
}

#[tokio::test]
async fn one_is_invited_or_asks_and_either_may_be_told_no_thanks() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        let outside = third(&town, "voluntary", "informal").await;
        let rahel = town.member_of(Role::Coordinator, outside).await;
        let neighbour = town.member_of(Role::Frontline, outside).await;
        denied(invite(desk, &rahel, id, &outside.to_string()).await);
        let inside = invite(desk, &leader, id, &town.voluntary.to_string()).await;
        assert!(matches!(inside, Err(Refusal::Remarks(_))));
        invite(desk, &leader, id, &outside.to_string())
            .await
            .unwrap();
        let twice = invite(desk, &leader, id, &outside.to_string()).await;
        assert!(matches!(twice, Err(Refusal::Remarks(_))));
        let asked = waiting_for(desk, &rahel, 9).await.unwrap();
        denied(answer_invitation(desk, &neighbour, asked[0].id, true, DANISH).await);
        denied(answer_invitation(desk, &leader, asked[0].id, true, DANISH).await);
        answer_invitation(desk, &rahel, asked[0].id, false, DANISH)
            .await
            .unwrap();
        assert!(!initiative::read(desk, &rahel, id).await.unwrap().party);

        denied(ask_to_join(desk, &neighbour, id).await);
        ask_to_join(desk, &rahel, id).await.unwrap();
        let asked = waiting_for(desk, &leader, 9).await.unwrap();
        assert!(asked[0].asking && waiting_for(desk, &rahel, 9).await.unwrap().is_empty());
        denied(answer_invitation(desk, &rahel, asked[0].id, true, DANISH).await);
        answer_invitation(desk, &leader, asked[0].id, true, DANISH)
            .await
            .unwrap();
        assert!(initiative::read(desk, &rahel, id).await.unwrap().may_write);
        late(ask_to_join(desk, &rahel, id).await);
        leave(desk, &rahel, id).await.unwrap();
        assert!(!initiative::read(desk, &rahel, id).await.unwrap().may_write);
        denied(leave(desk, &rahel, id).await);
    })
    .await;
}

#[tokio::test]
async fn it_is_understood_together_or_seen_differently_and_goes_on_either_way() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        let birthe = town.member(Role::Frontline).await;
        let text = |text: &str| Draft { text: text.into() };
        write_understanding(
            desk,
            &leader,
            id,
            &text("Ingen kommer hjem til et tomt hus."),
            DANISH,
        )
        .await
        .unwrap();
        let differs = VoiceDraft {
            says: "differently".into(),
            note: "Det er ikke vores vagt.".into(),
        };
        say_to_understanding(desk, &birthe, (id, 1), &differs)
            .await
            .unwrap();
        let read = initiative::read(desk, &birthe, id)
            .await
            .unwrap()
            .understanding;
        let says: Vec<_> = read.said.iter().map(|s| s.says()).collect();
        assert_eq!(says, [Some(Voice::Yes), Some(Voice::Differently)]);
        agree(desk, &birthe, id, &super::change(town.public), DANISH)
            .await
            .unwrap();
        write_understanding(desk, &birthe, id, &text("Den, der kan, er der."), DANISH)
            .await
            .unwrap();
        late(say_to_understanding(desk, &leader, (id, 1), &differs).await);
        let read = initiative::read(desk, &leader, id)
            .await
            .unwrap()
            .understanding;
        assert_eq!((read.versions.len(), read.said.len()), (2, 1));
        let outside = third(&town, "voluntary", "informal").await;
        let rahel = town.member_of(Role::Leader, outside).await;
        denied(write_understanding(desk, &rahel, id, &text("Vi også."), DANISH).await);
    })
    .await;
}

#[tokio::test]
async fn a_contract_is_named_and_not_counted() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        agree(desk, &leader, id, &super::change(town.public), DANISH)
            .await
            .unwrap();
        let counted = ledger(desk, &leader, &LedgerWish::default()).await.unwrap();
        assert_eq!(counted.public.agreed, 1);
        for (relation, agreed) in [("contract", 0), ("supplier", 0), ("grant", 1)] {
            let placed = PlaceDraft {
                relation: relation.into(),
                of_what: vec!["deliver".into()],
                ..PlaceDraft::default()
            };
            place(desk, &leader, id, &placed).await.unwrap();
            let counted = ledger(desk, &leader, &LedgerWish::default()).await.unwrap();
            assert_eq!(
                counted.public,
                Count {
                    agreed,
                    unheard: agreed,
                    ..Count::default()
                }
            );
            assert_eq!(counted.lines.items.len() as i64, agreed);
        }
    })
    .await;
}

#[tokio::test]
async fn quiet_is_noticed_rest_is_let_be_and_an_ending_is_found_again() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        assert!(quiet(desk, &leader, 9).await.unwrap().is_empty());
        town.clock.advance(61 * Moment::DAY);
        assert_eq!(quiet(desk, &leader, 9).await.unwrap()[0].id, id);
        assert!(
            initiative::read(desk, &leader, id)
                .await
                .unwrap()
                .quiet_since
                .is_some()
        );
        let why = PauseDraft {
            pause: "Vi venter på budgettet.".into(),
        };
        pause(desk, &leader, id, &why).await.unwrap();
        late(pause(desk, &leader, id, &why).await);
        assert!(quiet(desk, &leader, 9).await.unwrap().is_empty());
        resume(desk, &leader, id).await.unwrap();
        late(resume(desk, &leader, id).await);
        let ending = EndDraft {
            learnt: "Vi kendte hverken familierne eller klubberne.".into(),
            ended_as: "nothing".into(),
            conditions: vec!["stability".into(), "settings".into()],
        };
        end(desk, &leader, id, &ending).await.unwrap();
        let researcher = town.member_of(Role::Researcher, town.public).await;
        for (wish, hits) in [
            (
                EndingWish {
                    words: "KLUBBER familie".into(),
                    ..EndingWish::default()
                },
                1,
            ),
            (
                EndingWish {
                    words: "svømmehal".into(),
                    ..EndingWish::default()
                },
                0,
            ),
            (
                EndingWish {
                    condition: Some(Condition::Settings),
                    ..EndingWish::default()
                },
                1,
            ),
            (
                EndingWish {
                    condition: Some(Condition::Legal),
                    ..EndingWish::default()
                },
                0,
            ),
            (
                EndingWish {
                    ended_as: Some(EndedAs::Nothing),
                    ..EndingWish::default()
                },
                1,
            ),
            (
                EndingWish {
                    words: "%".into(),
                    ..EndingWish::default()
                },
                1,
            ),
        ] {
            let page = endings(desk, &researcher, &wish).await.unwrap();
            assert_eq!(page.items.len(), hits, "{wish:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn someone_takes_over_from_one_who_left_and_the_aim_stays() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        let chair = town.member(Role::Leader).await;
        let birthe = town.member(Role::Frontline).await;
        let knud = town.member(Role::Frontline).await;
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let aim = JoinDraft {
            aim: "At ingen sidder alene.".into(),
            practitioner: true,
            ..JoinDraft::default()
        };
        join(desk, &birthe, id, &aim, DANISH).await.unwrap();
        let party =
            |read: initiative::Reading| read.parties.into_iter().find(|p| p.practitioner).unwrap();
        let place = party(initiative::read(desk, &chair, id).await.unwrap()).id;
        let next = knud.membership.to_string();
        late(succeed(desk, &chair, place, &next, DANISH).await);
        end_membership(desk, &keeper, birthe.membership)
            .await
            .unwrap();
        assert!(party(initiative::read(desk, &chair, id).await.unwrap()).gone);
        denied(succeed(desk, &leader, place, &next, DANISH).await);
        denied(succeed(desk, &knud, place, &next, DANISH).await);
        succeed(desk, &chair, place, &next, DANISH).await.unwrap();
        let now = party(initiative::read(desk, &chair, id).await.unwrap());
        assert_eq!(now.membership_id, Some(knud.membership));
        assert_eq!(now.aim.as_deref(), Some("At ingen sidder alene."));
    })
    .await;
}
