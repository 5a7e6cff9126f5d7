//! The story of an answer: asked, given once in plain words, passed on, done; and what can be
//! done here.
mod draft;
mod way;

use crate::need::{ask, tell, written};
use samskab_app::answer::{self, Wish};
use samskab_app::{Refusal, frame, need};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Draft, Kind};
use samskab_domain::frame as frame_rules;
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::need::State;
use samskab_testkit::{Town, on_every_engine};

pub(crate) fn draft(kind: &str) -> Draft {
    Draft {
        kind: kind.into(),
        reason: "Vi spørger fremover, før borgeren kommer hjem.".into(),
        meaning: "Hun bliver ringet op dagen før.".into(),
        mandate: "Leder af hjemmeplejen".into(),
        ..Draft::default()
    }
}

pub(crate) fn act() -> Draft {
    Draft {
        what: "Planlæggeren ringer".into(),
        by: "2026-12-01".into(),
        ..draft("act")
    }
}

/// A raised need; the asked organisations' answers in the order they are asked.
pub(crate) async fn raised(town: &Town, organisations: &[Id]) -> (Actor, Id, Vec<Id>) {
    let writer = town.member(Role::Coordinator).await;
    let story = tell(town, &writer, "9000").await;
    let id = written(town, &writer, &[story]).await;
    let answers = need::raise(&town.desk, &writer, id, &ask(organisations))
        .await
        .unwrap();
    (writer, id, answers)
}

pub(crate) async fn state(town: &Town, reader: &Actor, need: Id) -> State {
    let reading = need::read(&town.desk, reader, need).await.unwrap();
    reading.need.state()
}

async fn declared(town: &Town, by: &Actor, area: Id) -> Id {
    let item = frame_rules::Draft {
        area: area.to_string(),
        text: "Frivillige har aldrig vagtpligt".into(),
        kind: "value".into(),
        firmness: "fixed".into(),
        changed_by: "board".into(),
        ..frame_rules::Draft::default()
    };
    frame::declare(&town.desk, by, &item, Language::Danish)
        .await
        .unwrap()
}

#[tokio::test]
async fn each_kind_of_answer_is_given_and_only_a_promise_moves_the_need() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let limit = declared(&town, &leader, town.area).await;
        let kinds = [
            (act(), Kind::Act, State::Planned),
            (draft("together"), Kind::Together, State::Planned),
            (
                Draft {
                    frame_items: vec![limit.to_string()],
                    ..draft("cannot")
                },
                Kind::Cannot,
                State::Raised,
            ),
            (
                Draft {
                    missing: "Hvor mange det er".into(),
                    missing_from: "Seniorforeningen".into(),
                    ..draft("know_more")
                },
                Kind::KnowMore,
                State::Raised,
            ),
            (
                Draft {
                    passed_to_text: "Regionen".into(),
                    ..draft("passed_on")
                },
                Kind::PassedOn,
                State::Raised,
            ),
        ];
        for (given, kind, after) in kinds {
            let (_, need, answers) = raised(&town, &[town.public]).await;
            let id = answers[0];
            answer::give(desk, &leader, id, &given, Language::Danish)
                .await
                .unwrap();
            let reading = answer::read(desk, &leader, id).await.unwrap();
            assert_eq!(reading.answer.kind(), Some(kind));
            assert_eq!(state(&town, &leader, need).await, after, "{kind:?}");
            assert_eq!(reading.ways.say_done, kind.promises());
            let cited = usize::from(kind == Kind::Cannot);
            assert_eq!(reading.need.cited.len(), cited);
            let again = answer::give(desk, &leader, id, &given, Language::Danish).await;
            assert!(matches!(again, Err(Refusal::Done)), "once only");
            if !kind.promises() {
                let done = answer::done(desk, &leader, id).await;
                assert!(matches!(done, Err(Refusal::Missing)));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_for_another_organisation() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let (_, need, answers) = raised(&town, &[town.public]).await;
        for (who, role) in [
            (town.voluntary, Role::Leader),
            (town.public, Role::Facilitator),
            (town.public, Role::Frontline),
        ] {
            let outsider = town.member_of(role, who).await;
            let given = answer::give(desk, &outsider, answers[0], &act(), Language::Danish).await;
            assert!(matches!(given, Err(Refusal::Denied(_))), "{role:?}");
            let done = answer::done(desk, &outsider, answers[0]).await;
            assert!(matches!(done, Err(Refusal::Denied(_))));
        }
        let foreign = other.member_of(Role::Leader, other.public).await;
        let given = answer::give(desk, &foreign, answers[0], &act(), Language::Danish).await;
        assert!(matches!(given, Err(Refusal::Missing)));
        let read = answer::read(desk, &foreign, answers[0]).await;
        assert!(matches!(read, Err(Refusal::Missing)));
        let reader = town.member(Role::Leader).await;
        assert_eq!(state(&town, &reader, need).await, State::Raised);
    })
    .await;
}

#[tokio::test]
async fn what_is_cited_and_whom_it_is_passed_to_belong_here() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let foreign = other.member_of(Role::Leader, other.public).await;
        let limit = declared(&other, &foreign, other.area).await;
        let (_, _, answers) = raised(&town, &[town.public]).await;
        let refused = [
            (
                Draft {
                    frame_items: vec![limit.to_string()],
                    ..draft("cannot")
                },
                "frame_items",
            ),
            (
                Draft {
                    passed_to: other.public.to_string(),
                    ..draft("passed_on")
                },
                "passed_to",
            ),
            (
                Draft {
                    passed_to: town.public.to_string(),
                    ..draft("passed_on")
                },
                "passed_to",
            ),
        ];
        for (given, field) in refused {
            let given = answer::give(desk, &leader, answers[0], &given, Language::Danish).await;
            let Err(Refusal::Remarks(remarks)) = given else {
                panic!("expected remarks, got {given:?}");
            };
            assert_eq!((remarks[0].field, &remarks[0].why), (field, &Why::Unknown));
        }
        let reading = answer::read(desk, &leader, answers[0]).await.unwrap();
        assert!(reading.ways.answer, "what was refused left nothing behind");
    })
    .await;
}

#[tokio::test]
async fn passed_on_it_is_asked_anew_with_its_history() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (_, need, answers) = raised(&town, &[town.public]).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let chair = town.member(Role::Leader).await;
        town.clock.advance(3 * Moment::DAY);
        let on = Draft {
            passed_to: town.voluntary.to_string(),
            ..draft("passed_on")
        };
        answer::give(desk, &leader, answers[0], &on, Language::Danish)
            .await
            .unwrap();
        let waits = answer::waiting(desk, &chair, &Wish::default())
            .await
            .unwrap();
        assert_eq!(waits.items.len(), 1);
        let asked = &waits.items[0];
        assert_eq!(asked.organisation_id, town.voluntary);
        assert_eq!(asked.passed_from(), Some("Hjemmeplejen"));
        assert_eq!(asked.due(), Some(desk.today().plus_working(20)));
        let reading = answer::read(desk, &chair, asked.id).await.unwrap();
        assert_eq!(reading.history.len(), 1);
        assert_eq!(reading.history[0].id, answers[0]);
        assert!(reading.ways.answer);
        assert_eq!(state(&town, &chair, need).await, State::Raised);
    })
    .await;
}

#[tokio::test]
async fn said_to_be_done_it_is_done_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (_, need, answers) = raised(&town, &[town.public]).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let early = answer::done(desk, &leader, answers[0]).await;
        assert!(matches!(early, Err(Refusal::Missing)));
        answer::give(desk, &leader, answers[0], &act(), Language::Danish)
            .await
            .unwrap();
        answer::done(desk, &leader, answers[0]).await.unwrap();
        assert_eq!(state(&town, &leader, need).await, State::Done);
        let again = answer::done(desk, &leader, answers[0]).await;
        assert!(matches!(again, Err(Refusal::Done)));
    })
    .await;
}

#[tokio::test]
async fn what_waits_stands_first_the_soonest_due_before_the_rest() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let neutral = town.member(Role::Facilitator).await;
        let mut ids = Vec::new();
        for _ in 0..27 {
            ids.push(raised(&town, &[town.public]).await.2[0]);
            town.clock.advance(Moment::DAY);
        }
        answer::give(desk, &leader, ids[0], &draft("together"), Language::Danish)
            .await
            .unwrap();
        raised(&town, &[town.voluntary]).await;
        let first = answer::waiting(desk, &leader, &Wish::default())
            .await
            .unwrap();
        let seen: Vec<Id> = first.items.iter().map(|a| a.id).collect();
        assert_eq!(seen, ids[1..26]);
        let wish = Wish {
            after: first.next,
            ..Wish::default()
        };
        let last = answer::waiting(desk, &leader, &wish).await.unwrap();
        let seen: Vec<Id> = last.items.iter().map(|a| a.id).collect();
        assert_eq!(seen, [ids[26], ids[0]]);
        let given = Wish {
            answered: Some(true),
            ..Wish::default()
        };
        let given = answer::waiting(desk, &leader, &given).await.unwrap();
        assert_eq!(given.items.len(), 1);
        let due = first.items[0].due().unwrap();
        assert_eq!(first.items[0].late(due), None);
        assert_eq!(first.items[0].late(due.plus_working(3)), Some(3));
        let all = answer::waiting(desk, &neutral, &Wish::default())
            .await
            .unwrap();
        let next = Wish {
            after: all.next,
            ..Wish::default()
        };
        let rest = answer::waiting(desk, &neutral, &next).await.unwrap();
        assert_eq!(all.items.len() + rest.items.len(), 28, "everyone's");
        let frontline = town.member(Role::Frontline).await;
        let refused = answer::waiting(desk, &frontline, &Wish::default()).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn those_who_asked_find_what_they_asked_and_nobody_elses() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (_, _, answers) = raised(&town, &[town.public]).await;
        let ours = Wish {
            ours: true,
            ..Wish::default()
        };
        let asked = async |reader: &Actor, wish: &Wish| -> Vec<Id> {
            let page = answer::waiting(&town.desk, reader, wish).await.unwrap();
            page.items.iter().map(|a| a.id).collect()
        };
        let asking = town.member(Role::Coordinator).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let neutral = town.member_of(Role::Facilitator, town.public).await;
        assert_eq!(asked(&asking, &ours).await, answers);
        assert!(
            asked(&leader, &ours).await.is_empty(),
            "was asked, and asked nobody"
        );
        assert!(asked(&neutral, &ours).await.is_empty(), "also who sees all");
        assert_eq!(asked(&neutral, &Wish::default()).await, answers);
        answer::give(&town.desk, &leader, answers[0], &act(), Language::Danish)
            .await
            .unwrap();
        let open = Wish {
            answered: Some(false),
            ..ours.clone()
        };
        assert!(asked(&asking, &open).await.is_empty());
        assert_eq!(
            asked(&asking, &ours).await,
            answers,
            "given, it is still found"
        );
    })
    .await;
}

#[tokio::test]
async fn both_sectors_say_what_can_be_done_in_their_own_municipality() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let chair = town.member(Role::Leader).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        declared(&town, &chair, town.area).await;
        town.clock.advance(Moment::SECOND);
        let ours = frame_rules::Draft {
            area: town.area.to_string(),
            text: "Prøve noget af i fire uger".into(),
            kind: "policy".into(),
            firmness: "open".into(),
            changed_by: "participants".into(),
            until: "2026-11-25".into(),
            found_late: true,
            late_why: "Vi opdagede det, da vi var i gang.".into(),
            ..frame_rules::Draft::default()
        };
        frame::declare(desk, &leader, &ours, Language::Danish)
            .await
            .unwrap();
        let elsewhere = frame_rules::Draft {
            area: other.area.to_string(),
            ..ours.clone()
        };
        let refused = frame::declare(desk, &leader, &elsewhere, Language::Danish).await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))));
        let frontline = town.member(Role::Frontline).await;
        let refused = frame::declare(desk, &frontline, &ours, Language::Danish).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));

        let items = frame::list(desk, town.municipality, None).await.unwrap();
        let bodies: Vec<&str> = items.iter().map(|i| i.body.as_str()).collect();
        assert_eq!(
            bodies,
            [
                "Prøve noget af i fire uger",
                "Frivillige har aldrig vagtpligt"
            ]
        );
        assert!(items[0].found_late);
        town.clock.advance(5 * Moment::DAY);
        let left = frame::list(desk, town.municipality, Some(town.area))
            .await
            .unwrap();
        assert_eq!(left.len(), 1, "what has run out is gone");
        let foreign = frame::list(desk, other.municipality, Some(town.area))
            .await
            .unwrap();
        assert!(foreign.is_empty());
    })
    .await;
}
