//! What happens to an answer on its way: late in two steps, moved, taken back, told more, corrected.
use super::{act, declared, draft, raised, state};
use crate::need::ask;
use samskab_app::answer::{self, Wish};
use samskab_app::{Refusal, frame, job, journal, my_day, need, trail};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{
    Along, Draft, ExtensionDraft, Kind, Late, NamedDraft, Responsibility, WordsDraft,
};
use samskab_domain::calendar::Day;
use samskab_domain::frame as frame_rules;
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::need::State;
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;
const CPR: &str = "Hun er 010190-1234";

/// Does the looks that are due, and leaves the rest.
async fn work(town: &Town) -> usize {
    let mut looks = 0;
    while let Some(claimed) = job::claim(&town.desk).await.unwrap() {
        if claimed.kind() == Some(job::Kind::LookAtAnswer) {
            let id = claimed.payload["answer"].as_str().unwrap();
            answer::look(&town.desk, town.municipality, id.parse().unwrap())
                .await
                .unwrap();
            looks += 1;
        }
        job::finish(&town.desk, &claimed).await.unwrap();
    }
    looks
}

async fn until(town: &Town, day: &str) {
    let days = town.desk.today().days_until(Day::parse(day).unwrap());
    town.clock.advance(days * Moment::DAY);
}

async fn step_of(town: &Town, reader: &Actor, id: Id) -> Option<Late> {
    let reading = answer::read(&town.desk, reader, id).await.unwrap();
    reading.answer.late_step()
}

async fn way(town: &Town, reader: &Actor, id: Id) -> Vec<Along> {
    let reading = answer::read(&town.desk, reader, id).await.unwrap();
    let of = reading.need.steps.iter().filter(|s| s.answer_id == id);
    of.filter_map(answer::Step::along).collect()
}

fn words(text: &str) -> WordsDraft {
    WordsDraft {
        words: text.into(),
        harmless: false,
    }
}

fn later(due: &str) -> ExtensionDraft {
    ExtensionDraft {
        due: due.into(),
        reason: "Budgettet vedtages først i januar.".into(),
        harmless: false,
    }
}

fn remarked<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> Vec<(&'static str, Why)> {
    match refused {
        Err(Refusal::Remarks(remarks)) => remarks.into_iter().map(|r| (r.field, r.why)).collect(),
        other => panic!("expected remarks, got {other:?}"),
    }
}

#[tokio::test]
async fn a_late_answer_is_reminded_of_and_then_told_to_all_and_a_given_one_never() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (_, _, answers) = raised(&town, &[town.public, town.voluntary]).await;
        let (late, given) = (answers[0], answers[1]);
        let chair = town.member(Role::Leader).await;
        let neutral = town.member_of(Role::Facilitator, town.public).await;
        let reader = town.member(Role::Researcher).await;
        answer::give(desk, &chair, given, &draft("together"), DANISH)
            .await
            .unwrap();
        assert_eq!(work(&town).await, 0, "nothing before its day");

        until(&town, "2026-12-21").await;
        assert_eq!(work(&town).await, 0, "on the day it is in time");
        until(&town, "2026-12-22").await;
        assert_eq!(work(&town).await, 2);
        assert_eq!(step_of(&town, &reader, late).await, Some(Late::Reminded));
        assert_eq!(step_of(&town, &reader, given).await, None);
        let overdue = answer::overdue(desk, &reader, None).await.unwrap();
        assert!(overdue.items.is_empty(), "first those who were asked");
        answer::look(desk, town.municipality, late).await.unwrap();
        assert_eq!(way(&town, &reader, late).await, [Along::Reminded], "once");

        // Ten working days, over Christmas and New Year.
        until(&town, "2027-01-07").await;
        assert_eq!(work(&town).await, 0);
        until(&town, "2027-01-08").await;
        assert_eq!(work(&town).await, 1);
        assert_eq!(step_of(&town, &reader, late).await, Some(Late::Overdue));
        let overdue = answer::overdue(desk, &reader, None).await.unwrap();
        let found: Vec<Id> = overdue.items.iter().map(|a| a.id).collect();
        assert_eq!(found, [late], "every member sees it");
        let waits = my_day::waiting(desk, &neutral).await.unwrap();
        assert_eq!(waits.overdue.len(), 1);
        let elsewhere = Actor {
            areas: vec![desk.id()],
            ..neutral
        };
        let waits = my_day::waiting(desk, &elsewhere).await.unwrap();
        assert!(waits.overdue.is_empty(), "another area's facilitator");
        assert_eq!(work(&town).await, 0, "two steps and no third");
        assert_eq!(journal::check(desk, town.municipality).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn the_date_is_moved_in_the_open_and_the_clock_begins_anew() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (writer, _, answers) = raised(&town, &[town.public]).await;
        let id = answers[0];
        let leader = town.member_of(Role::Leader, town.public).await;
        let outsider = town.member(Role::Leader).await;
        let refused = answer::extend(desk, &outsider, id, &later("2027-01-15"), DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let cpr = ExtensionDraft {
            reason: CPR.into(),
            harmless: true,
            ..later("2027-01-15")
        };
        let refused = answer::extend(desk, &leader, id, &cpr, DANISH).await;
        assert_eq!(remarked(refused), [("reason", Why::Cpr)]);

        until(&town, "2026-12-23").await;
        work(&town).await;
        assert_eq!(step_of(&town, &leader, id).await, Some(Late::Reminded));
        for due in ["2027-01-15", "2027-01-29"] {
            town.clock.advance(Moment::SECOND);
            answer::extend(desk, &leader, id, &later(due), DANISH)
                .await
                .unwrap();
        }
        assert_eq!(step_of(&town, &leader, id).await, None);
        let seen = answer::read(desk, &outsider, id).await.unwrap();
        let moved: Vec<_> = seen.need.steps.iter().filter_map(|s| s.days()).collect();
        let day = |text: &str| Day::parse(text).unwrap();
        assert_eq!(
            moved,
            [
                (day("2026-12-21"), day("2027-01-15")),
                (day("2027-01-15"), day("2027-01-29"))
            ]
        );
        let steps = &seen.need.steps;
        assert_eq!(
            steps[1].reason.as_deref(),
            Some("Budgettet vedtages først i januar.")
        );
        assert_eq!(steps[1].organisation.as_deref(), Some("Hjemmeplejen"));
        let news = my_day::news(desk, &writer).await.unwrap();
        assert!(
            news.iter().any(|n| matches!(
                &n.piece,
                my_day::Piece::Along {
                    along: Along::Extended,
                    ..
                }
            )),
            "those who asked are told"
        );

        until(&town, "2027-01-18").await;
        work(&town).await;
        assert_eq!(
            step_of(&town, &leader, id).await,
            None,
            "the looks of before find it in time"
        );
        until(&town, "2027-02-01").await;
        work(&town).await;
        assert_eq!(step_of(&town, &leader, id).await, Some(Late::Reminded));
        answer::give(desk, &leader, id, &draft("cannot"), DANISH)
            .await
            .unwrap();
        let closed = answer::extend(desk, &leader, id, &later("2027-03-01"), DANISH).await;
        assert!(matches!(closed, Err(Refusal::Done)));
    })
    .await;
}

#[tokio::test]
async fn a_question_is_taken_back_by_those_who_asked_and_can_be_asked_anew() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (writer, need, answers) = raised(&town, &[town.public, town.voluntary]).await;
        let id = answers[0];
        let leader = town.member_of(Role::Leader, town.public).await;
        let outsider = town.member_of(Role::Coordinator, town.public).await;
        let refused = answer::withdraw(desk, &outsider, id, &words("Nej"), DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let refused = answer::withdraw(desk, &writer, id, &words(CPR), DANISH).await;
        assert!(remarked(refused).contains(&("words", Why::Cpr)));
        answer::withdraw(desk, &writer, id, &words("Det er løst."), DANISH)
            .await
            .unwrap();
        let again = answer::withdraw(desk, &writer, id, &words("Det er løst."), DANISH).await;
        assert!(matches!(again, Err(Refusal::Done)));
        let given = answer::give(desk, &leader, id, &act(), DANISH).await;
        assert!(matches!(given, Err(Refusal::Done)), "nobody asks any more");
        let waits = answer::waiting(
            desk,
            &leader,
            &Wish {
                answered: Some(false),
                ..Wish::default()
            },
        )
        .await;
        assert!(waits.unwrap().items.is_empty());
        assert!(
            my_day::waiting(desk, &leader)
                .await
                .unwrap()
                .answers
                .is_empty()
        );
        assert_eq!(way(&town, &leader, id).await, [Along::Withdrawn]);
        until(&town, "2027-03-01").await;
        work(&town).await;
        assert_eq!(step_of(&town, &leader, id).await, None, "no reminder of it");

        let anew = need::raise(desk, &writer, need, &ask(&[town.public]))
            .await
            .unwrap();
        let reading = need::read(desk, &writer, need).await.unwrap();
        let mut of: Vec<Id> = reading.answers.iter().map(|a| a.id).collect();
        of[..2].sort_by_key(|asked| *asked != id);
        assert_eq!(
            of,
            [id, answers[1], anew[0]],
            "side by side, in the order they were asked"
        );
        assert_eq!(reading.owed_by(town.public).unwrap().id, anew[0]);
    })
    .await;
}

fn wanting() -> Draft {
    Draft {
        missing: "Hvor mange det er".into(),
        missing_from: "Seniorforeningen".into(),
        ..draft("know_more")
    }
}

#[tokio::test]
async fn told_more_it_comes_back_to_the_one_who_asked_with_everything_said() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (writer, need, answers) = raised(&town, &[town.public]).await;
        let id = answers[0];
        let leader = town.member_of(Role::Leader, town.public).await;
        let early = answer::reply(desk, &writer, id, &words("Syv"), DANISH).await;
        assert!(matches!(early, Err(Refusal::Missing)));
        answer::give(desk, &leader, id, &wanting(), DANISH)
            .await
            .unwrap();
        let waits = my_day::waiting(desk, &writer).await.unwrap();
        assert_eq!(waits.wanting.len(), 1);
        let stranger = town.member_of(Role::Coordinator, town.public).await;
        let refused = answer::reply(desk, &stranger, id, &words("Syv"), DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let refused = answer::reply(desk, &writer, id, &words(CPR), DANISH).await;
        assert!(remarked(refused).contains(&("words", Why::Cpr)));

        let told = answer::reply(desk, &writer, id, &words("Syv på en måned."), DANISH).await;
        let next = told.unwrap().unwrap();
        let twice = answer::reply(desk, &writer, id, &words("Otte."), DANISH).await;
        assert!(matches!(twice, Err(Refusal::Done)));
        assert!(
            my_day::waiting(desk, &writer)
                .await
                .unwrap()
                .wanting
                .is_empty()
        );
        let back = answer::read(desk, &leader, next).await.unwrap();
        assert!(back.ways.answer && back.answer.asked_again());
        assert_eq!(back.answer.passed_from(), None, "nobody passed it on");
        assert_eq!(back.history.iter().map(|a| a.id).collect::<Vec<_>>(), [id]);
        let said = back.need.steps.iter().find(|s| s.answer_id == id).unwrap();
        assert_eq!(said.reason.as_deref(), Some("Syv på en måned."));
        answer::give(desk, &leader, next, &act(), DANISH)
            .await
            .unwrap();
        assert_eq!(state(&town, &leader, need).await, State::Planned);
    })
    .await;
}

#[tokio::test]
async fn what_was_said_before_a_correction_can_still_be_read() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (writer, need, answers) = raised(&town, &[town.public]).await;
        let id = answers[0];
        let leader = town.member_of(Role::Leader, town.public).await;
        let early = answer::correct(desk, &leader, id, &act(), &words("Fejl"), DANISH).await;
        assert!(matches!(early, Err(Refusal::Missing)));
        answer::give(desk, &leader, id, &act(), DANISH)
            .await
            .unwrap();
        // The promised day lies behind by now and is no mistake.
        until(&town, "2026-12-10").await;
        let outsider = town.member(Role::Leader).await;
        let refused = answer::correct(desk, &outsider, id, &act(), &words("Fejl"), DANISH).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let refused =
            answer::correct(desk, &leader, id, &Draft::default(), &words(CPR), DANISH).await;
        let fields: Vec<_> = remarked(refused)
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert!(
            fields.contains(&"kind") && fields.contains(&"words"),
            "{fields:?}"
        );
        let passed = Draft {
            passed_to_text: "Regionen".into(),
            ..draft("passed_on")
        };
        let refused = answer::correct(desk, &leader, id, &passed, &words("Fejl"), DANISH).await;
        assert_eq!(remarked(refused), [("kind", Why::Unknown)]);

        let mended = Draft {
            what: "Planlæggeren ringer to dage før".into(),
            named: NamedDraft {
                responsibility: "shared".into(),
                responsible: "Regionen".into(),
                paragraph: "sundhedsloven § 84".into(),
                kle: "29.30".into(),
            },
            ..act()
        };
        answer::correct(
            desk,
            &leader,
            id,
            &mended,
            &words("Én dag var for kort."),
            DANISH,
        )
        .await
        .unwrap();
        town.clock.advance(Moment::SECOND);
        answer::correct(
            desk,
            &leader,
            id,
            &draft("cannot"),
            &words("Vi har ikke råd alligevel."),
            DANISH,
        )
        .await
        .unwrap();
        let seen = answer::read(desk, &outsider, id).await.unwrap();
        assert_eq!(seen.answer.kind(), Some(Kind::Cannot));
        assert_eq!(
            state(&town, &leader, need).await,
            State::Raised,
            "nothing is promised any more"
        );
        let before: Vec<_> = seen
            .need
            .steps
            .iter()
            .filter_map(|s| s.before.as_ref())
            .collect();
        let said: Vec<_> = before
            .iter()
            .map(|b| (b.kind(), b.what.as_deref()))
            .collect();
        assert_eq!(
            said,
            [
                (Some(Kind::Act), Some("Planlæggeren ringer")),
                (Some(Kind::Act), Some("Planlæggeren ringer to dage før"))
            ]
        );
        assert_eq!(seen.answer.named.responsibility(), None, "left out by now");
        assert_eq!(before[0].named.responsibility(), None);
        let named = &before[1].named;
        assert_eq!(named.responsibility(), Some(Responsibility::Shared));
        let where_it_stands = [&named.responsible, &named.paragraph, &named.kle];
        assert_eq!(
            where_it_stands.map(|text| text.as_deref().unwrap_or_default()),
            ["Regionen", "sundhedsloven § 84", "29.30"]
        );
        let story = need::read(desk, &writer, need).await.unwrap().stories[0]
            .observation
            .id;
        let trail = trail::of_observation(desk, &writer, story).await.unwrap();
        let corrected = trail.iter().filter(|at| {
            matches!(
                &at.step,
                trail::Step::Along {
                    along: Along::Corrected,
                    ..
                }
            )
        });
        let by: Vec<_> = corrected.map(|at| at.by.clone().unwrap()).collect();
        assert_eq!(by.len(), 2, "the one who told sees that it was");
        assert_eq!(
            (by[0].role, by[0].organisation.as_str()),
            (Role::Leader, "Hjemmeplejen")
        );
    })
    .await;
}

#[tokio::test]
async fn what_an_answer_kept_to_before_a_correction_can_still_be_read() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let (_, _, answers) = raised(&town, &[town.public]).await;
        let (desk, id) = (&town.desk, answers[0]);
        let leader = town.member_of(Role::Leader, town.public).await;
        let limit = declared(&town, &leader, town.area).await;
        let citing = Draft {
            frame_items: vec![limit.to_string()],
            ..draft("cannot")
        };
        answer::give(desk, &leader, id, &citing, DANISH)
            .await
            .unwrap();
        let correct = async |given: &Draft| {
            town.clock.advance(Moment::SECOND);
            answer::correct(
                desk,
                &leader,
                id,
                given,
                &words("Det var ikke det."),
                DANISH,
            )
            .await
            .unwrap();
            let seen = answer::read(desk, &leader, id).await.unwrap();
            let cited: Vec<Id> = seen.need.cited.iter().map(|(_, item)| item.id).collect();
            cited
        };
        assert!(correct(&draft("cannot")).await.is_empty());
        assert_eq!(correct(&citing).await, [limit]);
        let why = frame_rules::LiftDraft {
            why: "Bestyrelsen har besluttet det.".into(),
            harmless: false,
        };
        frame::lift(desk, &leader, limit, &why).await.unwrap();
        assert_eq!(correct(&draft("cannot")).await, [limit], "it was so then");
        assert!(
            correct(&act()).await.is_empty(),
            "who acts keeps to nothing"
        );
        let seen = answer::read(desk, &leader, id).await.unwrap();
        let cited: Vec<Vec<Id>> = seen
            .need
            .steps
            .iter()
            .filter_map(|s| s.before.as_ref())
            .map(|b| b.cited.iter().map(|item| item.id).collect())
            .collect();
        assert_eq!(cited, [vec![limit], vec![], vec![limit], vec![limit]]);
    })
    .await;
}

#[tokio::test]
async fn whom_it_was_passed_on_to_stays_when_the_words_are_mended() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (_, need, answers) = raised(&town, &[town.public]).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let on = Draft {
            passed_to: town.voluntary.to_string(),
            ..draft("passed_on")
        };
        town.clock.advance(Moment::SECOND);
        answer::give(desk, &leader, answers[0], &on, DANISH)
            .await
            .unwrap();
        let mended = Draft {
            reason: "De har nøglen til huset.".into(),
            ..draft("act")
        };
        answer::correct(
            desk,
            &leader,
            answers[0],
            &mended,
            &words("Upræcist."),
            DANISH,
        )
        .await
        .unwrap();
        let reading = need::read(desk, &leader, need).await.unwrap();
        assert_eq!(reading.answers.len(), 2, "nobody is asked twice");
        let first = &reading.answers[0];
        assert_eq!(
            (first.kind(), first.passed_to()),
            (Some(Kind::PassedOn), Some("Seniorforeningen"))
        );
        assert_eq!(first.reason.as_deref(), Some("De har nøglen til huset."));
    })
    .await;
}
