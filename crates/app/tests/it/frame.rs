//! What can be done here: said, put right, asked about, kept to, found late, handed over.
use crate::initiative::{opened_together, opening, story, third};
use samskab_app::frame::{
    self, answer_challenge, asked, challenge, change, cite, declare, declare_in, follow_handover,
    hand_over, handover, handovers, lift, notices, put_aside, to_look_at,
};
use samskab_app::initiative::join;
use samskab_app::{Outcome, Refusal, my_day};
use samskab_domain::access::{Actor, Role};
use samskab_domain::frame::challenge::{AnswerDraft, Draft as Question, Says};
use samskab_domain::frame::handover::{Draft as Handover, Outcome as CameOfIt, OutcomeDraft};
use samskab_domain::frame::{Draft, LiftDraft, Validity};
use samskab_domain::initiative::JoinDraft;
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

fn value(area: Id) -> Draft {
    Draft {
        area: area.to_string(),
        text: "Frivillige har aldrig vagtpligt.".into(),
        kind: "value".into(),
        source_kind: "own".into(),
        firmness: "fixed".into(),
        changed_by: "board".into(),
        ..Draft::default()
    }
}

fn no_more(why: &str) -> LiftDraft {
    LiftDraft {
        why: why.into(),
        ..LiftDraft::default()
    }
}

fn why<T: std::fmt::Debug>(outcome: Outcome<T>) -> (&'static str, Why) {
    match outcome {
        Err(Refusal::Remarks(remarks)) => (remarks[0].field, remarks[0].why.clone()),
        other => panic!("no remark but {other:?}"),
    }
}

/// An initiative of the town's two organisations, opened by the public one's leader.
async fn opened(town: &Town) -> (Actor, Id) {
    let leader = town.member_of(Role::Leader, town.public).await;
    let draft = opening(town, &[town.voluntary]);
    let id = opened_together(town, &leader, &draft).await;
    (leader, id)
}

#[tokio::test]
async fn what_it_said_before_stays_and_nobody_overwrites_unseen() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let chair = town.member(Role::Leader).await;
        let id = declare(desk, &chair, &value(town.area), DANISH)
            .await
            .unwrap();
        let mut draft = value(town.area);
        draft.text = "Frivillige har ikke vagtpligt, men må gerne love noget.".into();
        draft.firmness = "negotiable".into();
        change(desk, &chair, (id, 1), &draft, DANISH).await.unwrap();
        let late = change(desk, &chair, (id, 1), &value(town.area), DANISH).await;
        assert_eq!(why(late), ("text", Why::ChangedMeanwhile));
        let read = frame::read(desk, &chair, id).await.unwrap();
        assert_eq!(read.item.version, 2);
        assert_eq!(read.versions.len(), 1, "a refusal keeps no version");
        assert_eq!(read.versions[0].body, "Frivillige har aldrig vagtpligt.");

        let stranger = town.member_of(Role::Leader, town.public).await;
        let refused = change(desk, &stranger, (id, 2), &draft, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let frontline = town.member(Role::Frontline).await;
        let refused = lift(desk, &frontline, id, &no_more("Slut")).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        assert_eq!(
            why(lift(desk, &chair, id, &LiftDraft::default()).await).0,
            "why"
        );
        let gone = no_more("Årsmødet besluttede det.");
        lift(desk, &chair, id, &gone).await.unwrap();
        assert!(matches!(
            lift(desk, &chair, id, &gone).await,
            Err(Refusal::Done)
        ));
        let listed = frame::list(desk, town.municipality, Some(town.area))
            .await
            .unwrap();
        assert!(listed.is_empty());
        let read = frame::read(desk, &stranger, id).await.unwrap();
        assert_eq!(read.item.validity(desk.today()), Validity::Lifted);
        assert!(!read.may_keep && !read.may_ask);
    })
    .await;
}

#[tokio::test]
async fn anyone_who_works_may_ask_and_the_owner_answers() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let chair = town.member(Role::Leader).await;
        let id = declare(desk, &chair, &value(town.area), DANISH).await.unwrap();
        let mona = town.member_of(Role::Frontline, town.public).await;
        let question = Question { question: "På biblioteket er de tre. Gælder det stadig?".into(), harmless: false };
        let researcher = town.member_of(Role::Researcher, town.public).await;
        let refused = challenge(desk, &researcher, id, &question, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let first = challenge(desk, &mona, id, &question, DANISH).await.unwrap();
        let waits = my_day::waiting(desk, &chair).await.unwrap().frames;
        assert!(waits.len() == 1 && waits[0].asked && waits[0].until().is_none());

        let says = |says: &str| AnswerDraft { says: says.into(), reason: "Sådan er det.".into(), harmless: false };
        let refused = asked(desk, &mona, first).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let refused = answer_challenge(desk, &mona, first, &says("holds")).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        assert_eq!(asked(desk, &chair, first).await.unwrap().0.item.id, id);
        answer_challenge(desk, &chair, first, &says("holds")).await.unwrap();
        let twice = answer_challenge(desk, &chair, first, &says("gone")).await;
        assert!(matches!(twice, Err(Refusal::Done)));
        assert!(my_day::waiting(desk, &chair).await.unwrap().frames.is_empty());
        let news = my_day::news(desk, &mona).await.unwrap();
        assert!(matches!(&news[0].piece, my_day::Piece::FrameAnswered { item, says: Says::Holds, .. } if *item == id));
        assert!(my_day::news(desk, &chair).await.unwrap().is_empty());

        let second = challenge(desk, &mona, id, &question, DANISH).await.unwrap();
        answer_challenge(desk, &chair, second, &says("gone")).await.unwrap();
        let read = frame::read(desk, &mona, id).await.unwrap();
        assert_eq!(read.item.lifted_why.as_deref(), Some("Sådan er det."));
        assert_eq!(read.challenges.len(), 2);
        let refused = challenge(desk, &mona, id, &question, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Done)));
    })
    .await;
}

#[tokio::test]
async fn what_has_run_out_is_asked_about_until_it_is_said() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let chair = town.member(Role::Leader).await;
        let other = town.member_of(Role::Leader, town.public).await;
        let mut draft = value(town.area);
        draft.until = "2026-11-25".into();
        let id = declare(desk, &chair, &draft, DANISH).await.unwrap();
        assert!(to_look_at(desk, &chair, 9).await.unwrap().is_empty());
        town.clock.advance(3 * Moment::DAY);
        let waits = to_look_at(desk, &chair, 9).await.unwrap();
        assert_eq!(
            waits[0].until(),
            samskab_domain::calendar::Day::parse("2026-11-25")
        );
        assert!(to_look_at(desk, &other, 9).await.unwrap().is_empty());
        draft.until = "2027-11-25".into();
        change(desk, &chair, (id, 1), &draft, DANISH).await.unwrap();
        assert!(to_look_at(desk, &chair, 9).await.unwrap().is_empty());
        assert_eq!(
            frame::list(desk, town.municipality, None)
                .await
                .unwrap()
                .len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_limit_found_on_the_way_is_told_to_all_who_are_in_it_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, initiative) = opened(&town).await;
        let chair = town.member(Role::Leader).await;
        let birthe = town.member(Role::Frontline).await;
        let beside = town.member(Role::Frontline).await;
        let outside = third(&town, "voluntary", "informal").await;
        let rahel = town.member_of(Role::Coordinator, outside).await;
        let hand = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        join(desk, &birthe, initiative, &hand, DANISH)
            .await
            .unwrap();
        let lise = town.member_of(Role::Frontline, town.public).await;
        let mut late = Draft {
            found_late: true,
            ..value(town.area)
        };
        let refused = declare_in(desk, &lise, initiative, &late, DANISH).await;
        assert_eq!(why(refused), ("late_why", Why::Missing));
        late.late_why = "Alarmen gik. Indtil videre låser én af.".into();
        let refused = declare_in(desk, &rahel, initiative, &late, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let id = declare_in(desk, &lise, initiative, &late, DANISH)
            .await
            .unwrap();

        for told in [&leader, &chair, &birthe] {
            let heard = notices(desk, told).await.unwrap();
            assert_eq!(heard.len(), 1);
            assert!(heard[0].frame_item_id == id && heard[0].initiative.is_some());
        }
        for not in [&lise, &beside, &rahel] {
            assert!(notices(desk, not).await.unwrap().is_empty());
        }
        put_aside(desk, &birthe, id).await.unwrap();
        put_aside(desk, &birthe, id).await.unwrap();
        assert!(
            my_day::waiting(desk, &birthe)
                .await
                .unwrap()
                .found_late
                .is_empty()
        );
        assert_eq!(
            my_day::waiting(desk, &chair)
                .await
                .unwrap()
                .found_late
                .len(),
            1
        );
        let since = desk.now().plus(-Moment::DAY);
        let counted = frame::found_late(desk, town.municipality, town.area, since).await;
        assert_eq!(counted.unwrap(), 1);
        let area = frame::list(desk, town.municipality, Some(town.area))
            .await
            .unwrap();
        assert!(area.is_empty(), "it holds for the initiative alone");
        let own = frame::of_initiative(desk, town.municipality, initiative)
            .await
            .unwrap();
        assert_eq!(own.len(), 1);
        let mut early = value(town.area);
        let early_id = declare(desk, &chair, &early, DANISH).await.unwrap();
        early.found_late = true;
        early.late_why = "Nogen stod der alene.".into();
        change(desk, &chair, (early_id, 1), &early, DANISH)
            .await
            .unwrap();
        let told = notices(desk, &leader).await.unwrap();
        assert!(
            told.iter().any(|n| n.frame_item_id == early_id),
            "said late afterwards"
        );
        // Lise found it, and keeps it though she is no leader; a colleague on the other side does not.
        change(desk, &lise, (id, 1), &late, DANISH).await.unwrap();
        let refused = change(desk, &birthe, (id, 2), &late, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn an_initiative_keeps_to_items_of_its_area_with_links_both_ways() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, initiative) = opened(&town).await;
        let chair = town.member(Role::Leader).await;
        let first = declare(desk, &chair, &value(town.area), DANISH)
            .await
            .unwrap();
        let second = declare(desk, &leader, &value(town.area), DANISH)
            .await
            .unwrap();
        let unknown = cite(desk, &leader, initiative, &[first, Id::from_u128(4)]).await;
        assert_eq!(why(unknown), ("items", Why::Unknown));
        cite(desk, &leader, initiative, &[first, second])
            .await
            .unwrap();
        cite(desk, &leader, initiative, &[first, second])
            .await
            .unwrap();
        let kept = frame::of_initiative(desk, town.municipality, initiative)
            .await
            .unwrap();
        assert_eq!(kept.len(), 2);
        change(desk, &chair, (first, 1), &value(town.area), DANISH)
            .await
            .unwrap();
        let read = frame::read(desk, &chair, first).await.unwrap();
        assert_eq!(
            (read.initiatives[0].id, read.initiatives[0].version),
            (initiative, 1)
        );
        cite(desk, &leader, initiative, &[]).await.unwrap();
        let kept = frame::of_initiative(desk, town.municipality, initiative)
            .await
            .unwrap();
        assert!(kept.is_empty());
        let outside = third(&town, "voluntary", "informal").await;
        let rahel = town.member_of(Role::Leader, outside).await;
        let refused = cite(desk, &rahel, initiative, &[first]).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn a_question_is_handed_over_to_politicians_and_what_came_of_it_is_told() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let chair = town.member(Role::Leader).await;
        let item = declare(desk, &chair, &value(town.area), DANISH)
            .await
            .unwrap();
        let draft = Handover {
            area: town.area.to_string(),
            recipient: "Udvalget for ældre".into(),
            text: "Kan turen bestilles samme dag?".into(),
            sent: "2026-11-20".into(),
            frame_item: item.to_string(),
            ..Handover::default()
        };
        let frontline = town.member(Role::Frontline).await;
        let refused = hand_over(desk, &frontline, &draft, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let unknown = Handover {
            frame_item: other.area.to_string(),
            ..draft.clone()
        };
        assert_eq!(
            why(hand_over(desk, &chair, &unknown, DANISH).await),
            ("frame_item", Why::Unknown)
        );
        let hidden = Handover {
            need: story(&town, &frontline).await.to_string(),
            ..draft.clone()
        };
        assert_eq!(
            why(hand_over(desk, &chair, &hidden, DANISH).await),
            ("need", Why::Unknown)
        );
        let id = hand_over(desk, &chair, &draft, DANISH).await.unwrap();
        let stranger = town.member_of(Role::Leader, town.public).await;
        let seen = handovers(desk, &stranger, Some(town.area), None)
            .await
            .unwrap();
        assert_eq!(seen.items.len(), 1);
        assert_eq!(
            frame::read(desk, &stranger, item)
                .await
                .unwrap()
                .handovers
                .len(),
            1
        );
        let came = OutcomeDraft {
            outcome: "unchanged".into(),
            text: "Der er ikke penge i år.".into(),
            day: "2026-11-23".into(),
            ..OutcomeDraft::default()
        };
        let refused = follow_handover(desk, &stranger, id, &came).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let early = OutcomeDraft {
            day: "2026-11-19".into(),
            ..came.clone()
        };
        assert_eq!(
            why(follow_handover(desk, &chair, id, &early).await).0,
            "day"
        );
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        follow_handover(desk, &facilitator, id, &came)
            .await
            .unwrap();
        let told = handover(desk, &frontline, id).await.unwrap();
        assert_eq!(told.outcome(), Some(CameOfIt::Unchanged));
        let unseen = OutcomeDraft {
            outcome: "taken_up".into(),
            version: "0".into(),
            ..came.clone()
        };
        assert_eq!(
            why(follow_handover(desk, &chair, id, &unseen).await),
            ("version", Why::ChangedMeanwhile)
        );
        let seen = OutcomeDraft {
            version: told.outcome_version.to_string(),
            ..unseen
        };
        follow_handover(desk, &chair, id, &seen).await.unwrap();
        let neighbour = other.member(Role::Leader).await;
        assert!(matches!(
            handover(desk, &neighbour, id).await,
            Err(Refusal::Missing)
        ));
        assert!(matches!(
            frame::read(desk, &neighbour, item).await,
            Err(Refusal::Missing)
        ));
    })
    .await;
}

/// Enough for two to meet at least once on two processors.
const ROUNDS: i64 = 10;

#[tokio::test]
async fn of_two_who_put_it_right_at_once_one_hears_that_it_was_changed() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let chair = town.member(Role::Leader).await;
        let other = town.member(Role::Coordinator).await;
        let id = declare(desk, &chair, &value(town.area), DANISH)
            .await
            .unwrap();
        for version in 1..=ROUNDS {
            let draft = value(town.area);
            let (one, two) = tokio::join!(
                change(desk, &chair, (id, version), &draft, DANISH),
                change(desk, &other, (id, version), &draft, DANISH)
            );
            let late = if one.is_ok() { two } else { one };
            assert_eq!(why(late), ("text", Why::ChangedMeanwhile));
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_is_asked_about_wherever_it_is_written_but_a_law_and_a_recipient_may_have_one() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let chair = town.member(Role::Leader).await;
        let named = "Det er Birthe Sørensen, der har nøglen.";
        let asked_about = |said: (&'static str, Why), at: &str| {
            assert!(
                said.0 == at && matches!(said.1, Why::Personal { .. }),
                "{said:?} at {at}"
            );
        };
        let mut item = Draft {
            text: named.into(),
            ..value(town.area)
        };
        asked_about(why(declare(desk, &chair, &item, DANISH).await), "text");
        item.harmless = true;
        item.source = "Brev fra Birthe Sørensen".into();
        let id = declare(desk, &chair, &item, DANISH).await.unwrap();
        item.harmless = false;
        asked_about(
            why(change(desk, &chair, (id, 1), &item, DANISH).await),
            "text",
        );
        let numbered = Draft {
            source: "Sagen om 010190-1234".into(),
            ..value(town.area)
        };
        let refused = declare(desk, &chair, &numbered, DANISH).await;
        assert_eq!(why(refused), ("source", Why::Cpr));

        let mut question = Question {
            question: named.into(),
            harmless: false,
        };
        asked_about(
            why(challenge(desk, &chair, id, &question, DANISH).await),
            "question",
        );
        question.harmless = true;
        let question = challenge(desk, &chair, id, &question, DANISH)
            .await
            .unwrap();
        let reply = AnswerDraft {
            says: "holds".into(),
            reason: named.into(),
            harmless: false,
        };
        asked_about(
            why(answer_challenge(desk, &chair, question, &reply).await),
            "reason",
        );
        asked_about(why(lift(desk, &chair, id, &no_more(named)).await), "why");

        let mut handed = Handover {
            area: town.area.to_string(),
            recipient: "Borgmester Birthe Sørensen".into(),
            text: named.into(),
            sent: "2026-11-20".into(),
            ..Handover::default()
        };
        asked_about(why(hand_over(desk, &chair, &handed, DANISH).await), "text");
        handed.harmless = true;
        let handed = hand_over(desk, &chair, &handed, DANISH).await.unwrap();
        let mut came = OutcomeDraft {
            outcome: "unchanged".into(),
            text: named.into(),
            day: "2026-11-23".into(),
            ..OutcomeDraft::default()
        };
        asked_about(
            why(follow_handover(desk, &chair, handed, &came).await),
            "text",
        );
        came.harmless = true;
        follow_handover(desk, &chair, handed, &came).await.unwrap();
    })
    .await;
}
