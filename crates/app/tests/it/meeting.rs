//! Meetings, from the invitation to what is done differently because of them.
mod feed;
mod invitation;
mod minutes;
mod relation;
mod seminar;

use crate::initiative::{change, trial};
use samskab_app::initiative::{self, start_trial};
use samskab_app::job;
use samskab_app::meeting::{self, ClosingDraft, Of, Put, Reading};
use samskab_app::practice_change::{self, agree};
use samskab_app::task::{accept, change as change_task, give_back, say_duty, write};
use samskab_app::{Outcome, Refusal};
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::meeting::voice::Said;
use samskab_domain::meeting::{Coming, Draft, ItemKind, State};
use samskab_domain::task::{self, Duty};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

/// A trial between two at the front, each of them in it.
struct Trial {
    town: Town,
    birthe: Actor,
    mona: Actor,
    id: Id,
}

async fn begun(engine: &samskab_testkit::Engine) -> Trial {
    let town = Town::new(engine).await;
    let birthe = town.member(Role::Frontline).await;
    let mona = town.member_of(Role::Frontline, town.public).await;
    let draft = trial(town.public, Some(town.area));
    let id = start_trial(&town.desk, &birthe, None, &draft, DANISH)
        .await
        .unwrap();
    let joins = initiative::JoinDraft {
        practitioner: true,
        ..initiative::JoinDraft::default()
    };
    initiative::join(&town.desk, &mona, id, &joins, DANISH)
        .await
        .unwrap();
    Trial {
        town,
        birthe,
        mona,
        id,
    }
}

fn called(purpose: &str, day: &str) -> Draft {
    Draft {
        purpose: purpose.into(),
        title: "Hvem ringer dagen før?".into(),
        day: day.into(),
        from: "14:00".into(),
        until: "15:00".into(),
        place: "Køkkenet på Kilden".into(),
        about: "Tag jeres sedler med.".into(),
        ..Draft::default()
    }
}

impl Trial {
    async fn call(&self, purpose: &str, day: &str) -> Id {
        let of = Of::Initiative(self.id);
        meeting::call(
            &self.town.desk,
            &self.birthe,
            of,
            &called(purpose, day),
            DANISH,
        )
        .await
        .unwrap()
    }

    /// What is suggested to the first of the two.
    async fn waits(&self, id: Id) -> Vec<(ItemKind, Id)> {
        let waiting = meeting::suggestions(&self.town.desk, &self.birthe, id).await;
        let waiting = waiting.unwrap().into_iter();
        waiting.map(|s| (s.kind(), s.subject)).collect()
    }

    async fn read(&self, actor: &Actor, id: Id) -> Reading {
        meeting::read(&self.town.desk, actor, id).await.unwrap()
    }
}

fn why<T: std::fmt::Debug>(outcome: Outcome<T>) -> (&'static str, Why) {
    match outcome {
        Err(Refusal::Remarks(remarks)) => (remarks[0].field, remarks[0].why.clone()),
        other => panic!("no remark but {other:?}"),
    }
}

fn none() -> ClosingDraft {
    ClosingDraft {
        none: true,
        ..ClosingDraft::default()
    }
}

#[tokio::test]
async fn a_practice_meeting_closes_with_a_change_or_with_none_this_time() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (desk, birthe) = (&trial.town.desk, &trial.birthe);
        let id = trial.call("practice", "2026-11-24").await;
        let reading = trial.read(&trial.mona, id).await;
        assert_eq!(reading.invited.len(), 2, "both parties are invited");
        assert_eq!(reading.own, Some(None));
        assert!(!reading.may.lead && trial.read(birthe, id).await.may.lead);

        let own = Put {
            own: "Hvad gør vi i weekenden?".into(),
            ..Put::default()
        };
        meeting::put(desk, &trial.mona, id, &own, DANISH)
            .await
            .unwrap();
        let nothing = meeting::put(desk, birthe, id, &Put::default(), DANISH).await;
        assert_eq!(why(nothing), ("own", Why::Missing));

        let blank = ClosingDraft::default();
        assert_eq!(
            why(meeting::close(desk, birthe, id, &blank).await),
            ("none", Why::ChangeOrNone)
        );
        let before = trial.read(birthe, id).await;
        assert!(
            !before.agenda[0].cleared,
            "the agenda is not cleared before"
        );
        let refused = meeting::close(desk, &trial.mona, id, &none()).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));

        let mut draft = change(trial.town.public);
        draft.meeting = id.to_string();
        agree(desk, birthe, trial.id, &draft, DANISH).await.unwrap();
        let closing = ClosingDraft {
            there: ["1".into(), String::new(), "1".into(), String::new()],
            next: vec![before.agenda[0].id.to_string()],
            ..ClosingDraft::default()
        };
        meeting::close(desk, birthe, id, &closing).await.unwrap();
        let after = trial.read(&trial.mona, id).await;
        assert_eq!(after.meeting.state(), State::Closed);
        assert_eq!(after.meeting.there(), Some([1, 0, 1, 0]));
        assert_eq!(after.changes.len(), 1);
        let changed = after.changes[0].id;
        let met = |read: practice_change::Reading| read.met.map(|m| m.id);
        let hers = practice_change::read(desk, &trial.mona, changed).await;
        assert_eq!(met(hers.unwrap()), Some(id), "the way back leads past it");
        let researcher = trial.town.member(Role::Researcher).await;
        let others = practice_change::read(desk, &researcher, changed).await;
        assert_eq!(met(others.unwrap()), None, "for those who see it");
        assert!(!after.agenda[0].cleared, "it waits for the next");
        let again = meeting::close(desk, birthe, id, &closing).await;
        assert!(matches!(again, Err(Refusal::Done)));

        let next = trial.call("practice", "2026-12-01").await;
        let waiting = meeting::suggestions(desk, birthe, next).await.unwrap();
        assert_eq!(waiting[0].body, "Hvad gør vi i weekenden?");
        let pick = Put {
            picks: vec![waiting[0].pick()],
            ..Put::default()
        };
        meeting::put(desk, birthe, next, &pick, DANISH)
            .await
            .unwrap();
        assert!(
            trial.read(birthe, id).await.agenda[0].cleared,
            "brought along"
        );
        assert_eq!(trial.read(birthe, next).await.agenda.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_waits_is_suggested_once_and_only_where_it_belongs() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (desk, birthe) = (&trial.town.desk, &trial.birthe);
        let mut due = change(trial.town.public);
        due.from = "2026-11-20".into();
        agree(desk, birthe, trial.id, &due, DANISH).await.unwrap();
        let mut later = change(trial.town.public);
        later.from = "2026-12-20".into();
        agree(desk, birthe, trial.id, &later, DANISH).await.unwrap();
        let id = trial.call("practice", "2026-11-24").await;
        let waiting = meeting::suggestions(desk, birthe, id).await.unwrap();
        let kinds: Vec<ItemKind> = waiting.iter().map(|s| s.kind()).collect();
        assert_eq!(kinds, [ItemKind::Change], "only what has begun");
        let put = Put {
            picks: vec![waiting[0].pick(), "need.nonsense".into()],
            ..Put::default()
        };
        meeting::put(desk, birthe, id, &put, DANISH).await.unwrap();
        assert!(
            meeting::suggestions(desk, birthe, id)
                .await
                .unwrap()
                .is_empty()
        );
        let item = trial.read(birthe, id).await.agenda[0].id;
        let hers = meeting::take_off(desk, &trial.mona, id, item).await;
        assert!(
            matches!(hers, Err(Refusal::Missing)),
            "only who put it, or who leads"
        );
        meeting::take_off(desk, birthe, id, item).await.unwrap();
        assert_eq!(
            meeting::suggestions(desk, birthe, id).await.unwrap().len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_task_that_has_become_a_duty_or_crossed_over_comes_to_the_table() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (desk, birthe) = (&trial.town.desk, &trial.birthe);
        let lock_up = |kind: &str| task::Draft {
            what: "Låse af om søndagen".into(),
            kind: kind.into(),
            ..task::Draft::default()
        };
        let supplement = lock_up("supplement");
        let locks = write(desk, birthe, trial.id, &supplement, DANISH)
            .await
            .unwrap();
        accept(desk, birthe, locks).await.unwrap();
        let id = trial.call("practice", "2027-01-25").await;
        assert!(trial.waits(id).await.is_empty(), "nothing to ask about yet");
        trial.town.clock.advance(60 * Moment::DAY);
        assert_eq!(trial.waits(id).await, [(ItemKind::Task, locks)]);
        say_duty(desk, birthe, locks, Duty::No).await.unwrap();
        assert!(trial.waits(id).await.is_empty(), "a no is believed");
        change_task(desk, birthe, locks, &lock_up("core"), DANISH)
            .await
            .unwrap();
        assert_eq!(trial.waits(id).await, [(ItemKind::Task, locks)]);
        let put = Put {
            picks: vec![format!("task.{locks}")],
            ..Put::default()
        };
        meeting::put(desk, birthe, id, &put, DANISH).await.unwrap();
        assert!(trial.waits(id).await.is_empty(), "it is on the agenda");
        let item = trial.read(birthe, id).await.agenda.remove(0);
        assert_eq!(
            (item.kind(), item.subject_id),
            (ItemKind::Task, Some(locks))
        );
        let next = trial.call("practice", "2027-02-01").await;
        give_back(desk, birthe, locks).await.unwrap();
        assert!(
            trial.waits(next).await.is_empty(),
            "given back, nobody has it"
        );
    })
    .await;
}

#[tokio::test]
async fn three_without_a_change_are_shown_to_those_who_were_there_first() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (desk, birthe) = (&trial.town.desk, &trial.birthe);
        let outsider = trial
            .town
            .member_of(
                Role::Leader,
                crate::initiative::third(&trial.town, "voluntary", "association").await,
            )
            .await;
        for day in ["2026-11-24", "2026-11-25", "2026-11-26"] {
            let seen = initiative::read(desk, birthe, trial.id).await.unwrap();
            assert!(seen.in_a_loop.is_none());
            let id = trial.call("practice", day).await;
            meeting::close(desk, birthe, id, &none()).await.unwrap();
        }
        let seen = initiative::read(desk, birthe, trial.id).await.unwrap();
        assert_eq!(seen.in_a_loop.map(|l| l.meetings), Some(3));
        let other = initiative::read(desk, &outsider, trial.id).await.unwrap();
        assert!(other.in_a_loop.is_none(), "others not yet");
        trial.town.clock.advance(28 * Moment::DAY);
        let other = initiative::read(desk, &outsider, trial.id).await.unwrap();
        assert!(other.in_a_loop.is_some());

        let social = trial.call("relations", "2026-12-22").await;
        meeting::close(desk, birthe, social, &ClosingDraft::default())
            .await
            .unwrap();
        let still = initiative::read(desk, birthe, trial.id).await.unwrap();
        assert_eq!(
            still.in_a_loop.map(|l| l.meetings),
            Some(3),
            "it counts for nothing"
        );
        let id = trial.call("practice", "2026-12-22").await;
        let mut draft = change(trial.town.public);
        draft.meeting = id.to_string();
        agree(desk, birthe, trial.id, &draft, DANISH).await.unwrap();
        meeting::close(desk, birthe, id, &ClosingDraft::default())
            .await
            .unwrap();
        let out = initiative::read(desk, birthe, trial.id).await.unwrap();
        assert!(out.in_a_loop.is_none(), "one change and it is over");
    })
    .await;
}

#[tokio::test]
async fn of_a_meeting_to_know_each_other_nothing_is_kept_but_that_it_was() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let id = trial.call("relations", "2026-11-24").await;
        meeting::coming(desk, &trial.mona, id, Coming::Yes)
            .await
            .unwrap();
        assert_eq!(
            trial.read(&trial.mona, id).await.own,
            Some(Some(Coming::Yes))
        );
        let line = meeting::LineDraft {
            body: "Vi talte om gryder.".into(),
            ..meeting::LineDraft::default()
        };
        let refused = meeting::write(desk, &trial.mona, id, &line, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
        let counted = ClosingDraft {
            there: ["2".into(), String::new(), "3".into(), String::new()],
            ..ClosingDraft::default()
        };
        meeting::close(desk, &trial.birthe, id, &counted)
            .await
            .unwrap();
        let after = trial.read(&trial.birthe, id).await;
        assert_eq!(after.meeting.there(), None);
        assert!(after.invited.is_empty());
        assert_eq!(
            trial.read(&trial.mona, id).await.own,
            Some(None),
            "who came is forgotten"
        );
        trial.town.clock.advance(32 * Moment::DAY);
        job::clean_up(desk, trial.town.municipality).await.unwrap();
        assert_eq!(
            trial.read(&trial.mona, id).await.own,
            None,
            "and who was invited"
        );
    })
    .await;
}

#[tokio::test]
async fn one_tap_after_is_shown_by_sector_from_three_on() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let id = trial.call("knowledge", "2026-11-24").await;
        let early = meeting::say(desk, &trial.mona, id, Said::Yes).await;
        assert!(matches!(early, Err(Refusal::Done)), "not before it began");
        trial.town.clock.advance(2 * Moment::DAY);
        let leader = trial.town.member_of(Role::Leader, trial.town.public).await;
        let other = trial
            .town
            .member_of(Role::Frontline, trial.town.public)
            .await;
        for (who, said) in [
            (&trial.mona, Said::No),
            (&trial.mona, Said::Yes),
            (&leader, Said::Partly),
        ] {
            meeting::say(desk, who, id, said).await.unwrap();
        }
        assert_eq!(
            trial.read(&trial.mona, id).await.said,
            Some(Said::Yes),
            "she changed her mind"
        );
        meeting::say(desk, &trial.birthe, id, Said::Yes)
            .await
            .unwrap();
        let voices = trial.read(&trial.mona, id).await.voices;
        assert!(
            voices.iter().all(|(_, tally)| tally.is_none()),
            "two are too few"
        );
        meeting::say(desk, &other, id, Said::Yes).await.unwrap();
        let voices = trial.read(&trial.mona, id).await.voices;
        let public = voices
            .iter()
            .find(|(s, _)| *s == Sector::Public)
            .unwrap()
            .1
            .unwrap();
        assert_eq!((public.yes, public.partly, public.no), (2, 1, 0));
        assert_eq!(
            voices
                .iter()
                .find(|(s, _)| *s == Sector::Voluntary)
                .unwrap()
                .1,
            None
        );
        trial.town.clock.advance(14 * Moment::DAY);
        let late = meeting::say(desk, &trial.mona, id, Said::No).await;
        assert!(matches!(late, Err(Refusal::Done)));
        trial.town.clock.advance(20 * Moment::DAY);
        job::clean_up(desk, trial.town.municipality).await.unwrap();
        let voices = trial.read(&trial.mona, id).await.voices;
        assert_eq!(voices[0].1.map(|t| t.yes), Some(2), "what is shown stays");
        let kept = trial.read(&trial.birthe, id).await.said;
        assert_eq!(kept, None, "of a side with too few nothing is kept");
    })
    .await;
}
