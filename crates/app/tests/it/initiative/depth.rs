//! Who is in it, how it is understood, how it rests and ends; and what an ending is found by.
use super::{begun, opened_together, opening, third};
use crate::need::{ask, tell, written};
use samskab_app::initiative::{
    self, EndDraft, EndingWish, JoinDraft, answer_invitation, ask_to_join, end, endings, invite,
    join, leave, needs_to_tie, pause, place, quiet, resume, say_to_understanding, succeed, tie,
    waiting_for, write_understanding,
};
use samskab_app::person::end_membership;
use samskab_app::practice_change::{Count, LedgerWish, agree, ledger};
use samskab_app::{Outcome, Refusal, my_day, need};
use samskab_domain::access::{Actor, Role};
use samskab_domain::initiative::Gap;
use samskab_domain::initiative::ending::{Condition, EndedAs, PauseDraft};
use samskab_domain::initiative::placing::PlaceDraft;
use samskab_domain::initiative::understanding::{Draft, Voice, VoiceDraft};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

async fn opened(town: &Town) -> (Actor, Id) {
    let leader = town.member_of(Role::Leader, town.public).await;
    let draft = opening(town, &[town.voluntary]);
    let id = opened_together(town, &leader, &draft).await;
    (leader, id)
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
async fn a_facilitator_lets_others_in_and_never_her_own_organisation() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        let (office, choir) = (
            third(&town, "public", "department").await,
            third(&town, "voluntary", "informal").await,
        );
        let neutral = town.member_of(Role::Facilitator, office).await;
        let colleague = town.member_of(Role::Leader, office).await;
        let rahel = town.member_of(Role::Coordinator, choir).await;
        ask_to_join(desk, &colleague, id).await.unwrap();
        ask_to_join(desk, &rahel, id).await.unwrap();
        let asked = initiative::read(desk, &neutral, id)
            .await
            .unwrap()
            .invitations;
        let of = |organisation| {
            asked
                .iter()
                .find(|a| a.organisation_id == organisation)
                .unwrap()
                .id
        };
        denied(answer_invitation(desk, &neutral, of(office), true, DANISH).await);
        answer_invitation(desk, &neutral, of(choir), true, DANISH)
            .await
            .unwrap();
        answer_invitation(desk, &leader, of(office), true, DANISH)
            .await
            .unwrap();
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
        let text = |text: &str| Draft {
            text: text.into(),
            ..Draft::default()
        };
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
            ..VoiceDraft::default()
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
            ..PauseDraft::default()
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
            ..EndDraft::default()
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
        for role in [Role::Researcher, Role::Administrator] {
            let elsewhere = town.member(role).await.membership.to_string();
            let refused = succeed(desk, &chair, place, &elsewhere, DANISH).await;
            assert!(matches!(refused, Err(Refusal::Remarks(_))), "{refused:?}");
        }
        succeed(desk, &chair, place, &next, DANISH).await.unwrap();
        let now = party(initiative::read(desk, &chair, id).await.unwrap());
        assert_eq!(now.membership_id, Some(knud.membership));
        assert_eq!(now.aim.as_deref(), Some("At ingen sidder alene."));
        end_membership(desk, &keeper, knud.membership)
            .await
            .unwrap();
        let next = chair.membership.to_string();
        succeed(desk, &chair, now.id, &next, DANISH).await.unwrap();
        let read = initiative::read(desk, &chair, id).await.unwrap();
        let hers = read
            .parties
            .iter()
            .find(|p| p.membership_id == Some(chair.membership));
        assert!(
            !hers.unwrap().practitioner,
            "she may say it, and nobody for her"
        );

        let mona = town.member_of(Role::Frontline, town.public).await;
        join(desk, &mona, id, &aim, DANISH).await.unwrap();
        end_membership(desk, &keeper, mona.membership)
            .await
            .unwrap();
        let place = party(initiative::read(desk, &leader, id).await.unwrap()).id;
        let own = leader.membership.to_string();
        succeed(desk, &leader, place, &own, DANISH).await.unwrap();
        let read = initiative::read(desk, &leader, id).await.unwrap();
        let of_hers = read
            .parties
            .iter()
            .filter(|p| p.organisation_id == town.public);
        assert_eq!(of_hers.count(), 1, "she is in it once");
    })
    .await;
}

#[tokio::test]
async fn what_began_in_a_problem_is_tied_once_to_a_need_of_its_own() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        let origin = |read: &initiative::Reading| read.gaps.contains(&Gap::NoOrigin);
        assert!(origin(&initiative::read(desk, &leader, id).await.unwrap()));
        let writer = town.member(Role::Coordinator).await;
        let story = tell(&town, &writer, "9000").await;
        let drafted = written(&town, &writer, &[story]).await;
        assert!(
            needs_to_tie(desk, &leader, town.area)
                .await
                .unwrap()
                .is_empty()
        );
        let unseen = tie(desk, &leader, id, &drafted.to_string()).await;
        assert!(matches!(unseen, Err(Refusal::Remarks(_))), "{unseen:?}");
        need::raise(desk, &writer, drafted, &ask(&[town.public]))
            .await
            .unwrap();
        let found = needs_to_tie(desk, &leader, town.area).await.unwrap();
        assert_eq!(found[0].id, drafted);
        tie(desk, &leader, id, &drafted.to_string()).await.unwrap();
        late(tie(desk, &leader, id, &drafted.to_string()).await);
        let read = initiative::read(desk, &leader, id).await.unwrap();
        assert!(!origin(&read) && read.origin.need.unwrap().id == drafted);
    })
    .await;
}

#[tokio::test]
async fn the_other_side_hears_what_it_is_brought_into_and_is_asked_until_someone_speaks() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let karin = town.member_of(Role::Leader, town.public).await;
        let begun = begun(&town, &birthe).await;
        opened(&town).await;
        let asked = async |actor: &Actor| -> Vec<Id> {
            let waits = my_day::waiting(desk, actor).await.unwrap().brought_in;
            waits.into_iter().map(|b| b.id).collect()
        };
        assert_eq!(
            asked(&mona).await,
            [begun],
            "who does the work: small trials only"
        );
        assert_eq!(asked(&karin).await, [begun]);
        let chair = town.member(Role::Leader).await;
        assert!(asked(&chair).await.is_empty(), "she is invited to that one");
        let hand = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        join(desk, &mona, begun, &hand, DANISH).await.unwrap();
        assert!(asked(&karin).await.is_empty() && asked(&mona).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn words_that_may_point_to_someone_are_asked_about_wherever_they_are_written() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, id) = opened(&town).await;
        let words = "Ring til hende på 20 12 34 56.";
        let ending = EndDraft {
            learnt: words.into(),
            ..EndDraft::default()
        };
        let rest = PauseDraft {
            pause: words.into(),
            ..PauseDraft::default()
        };
        let text = Draft {
            text: words.into(),
            ..Draft::default()
        };
        let aim = JoinDraft {
            aim: words.into(),
            ..JoinDraft::default()
        };
        for refused in [
            end(desk, &leader, id, &ending).await,
            pause(desk, &leader, id, &rest).await,
            write_understanding(desk, &leader, id, &text, DANISH).await,
            join(desk, &leader, id, &aim, DANISH).await,
        ] {
            assert!(matches!(refused, Err(Refusal::Remarks(_))), "{refused:?}");
        }
        let harmless = EndDraft {
            harmless: true,
            ..ending
        };
        end(desk, &leader, id, &harmless).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn how_it_went_is_asked_once_a_trial_is_over_until_somebody_tells() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let karin = town.member_of(Role::Leader, town.public).await;
        let beside = town.member(Role::Frontline).await;
        let id = begun(&town, &birthe).await;
        let hand = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        join(desk, &mona, id, &hand, DANISH).await.unwrap();
        let asked = async |actor: &Actor| my_day::waiting(desk, actor).await.unwrap().over.len();
        assert_eq!(asked(&birthe).await, 0, "it goes on");
        initiative::note(desk, &mona, id, &super::noted("Vi er begyndt."), DANISH)
            .await
            .unwrap();
        town.clock.advance(200 * Moment::DAY);
        for who in [&birthe, &mona, &karin] {
            assert_eq!(asked(who).await, 1);
        }
        assert_eq!(asked(&beside).await, 0, "she was not in it");
        initiative::note(desk, &mona, id, &super::noted("Det gik godt."), DANISH)
            .await
            .unwrap();
        for who in [&birthe, &mona, &karin] {
            assert_eq!(asked(who).await, 0);
        }
    })
    .await;
}
