//! The whole story of an initiative: what stands in it, in which order, and for whom.
use super::{DANISH, change, noted, story as told_story, trial};
use samskab_app::Refusal;
use samskab_app::initiative::{self, EndDraft, Event, JoinDraft, Story};
use samskab_app::practice_change::{agree, follow_up};
use samskab_domain::access::{Actor, Role};
use samskab_domain::initiative::ending::PauseDraft;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::practice_change::OutcomeDraft;
use samskab_testkit::{Town, on_every_engine};

fn names(story: &Story) -> Vec<&'static str> {
    let name = |event: &Event| match event {
        Event::Seen { .. } => "seen",
        Event::Written { .. } => "written",
        Event::Before(_) => "before",
        Event::Began { .. } => "began",
        Event::Joined { .. } => "joined",
        Event::LeftIt { .. } => "left",
        Event::FoundLate { .. } => "found late",
        Event::HandedOver { .. } => "handed over",
        Event::HandoverAnswered { .. } => "dealt with",
        Event::Task { .. } => "task",
        Event::Met { .. } => "met",
        Event::Noted { .. } => "noted",
        Event::Agreed { .. } => "agreed",
        Event::CameOf { .. } => "came of",
        Event::Offered { .. } => "offered",
        Event::Understood { .. } => "understood",
        Event::Paused { .. } => "paused",
        Event::Resumed => "resumed",
        Event::Ended { .. } => "ended",
        Event::Until { .. } => "until",
    };
    story.steps.iter().map(|step| name(&step.event)).collect()
}

/// A small trial from a story, told on, changed and followed up.
async fn tried(town: &Town, birthe: &Actor) -> Id {
    let desk = &town.desk;
    let wait = || town.clock.advance(Moment::DAY);
    let seen = told_story(town, birthe).await;
    wait();
    let draft = trial(town.public, None);
    let id = initiative::start_trial(desk, birthe, Some(seen), &draft, DANISH)
        .await
        .unwrap();
    wait();
    let body = noted("Vi kørte de første tre gange.");
    initiative::note(desk, birthe, id, &body, DANISH)
        .await
        .unwrap();
    wait();
    let changed = agree(desk, birthe, id, &change(town.public), DANISH)
        .await
        .unwrap();
    wait();
    let done = OutcomeDraft {
        outcome: "done".into(),
        note: "Det virker.".into(),
        ..OutcomeDraft::default()
    };
    follow_up(desk, birthe, changed, &done).await.unwrap();
    id
}

#[tokio::test]
async fn it_runs_from_what_was_seen_to_what_was_learnt_and_says_whose_doing_each_step_was() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let karin = town.member_of(Role::Leader, town.public).await;
        let id = tried(&town, &birthe).await;
        let goes_on = initiative::story(desk, &birthe, id).await.unwrap();
        let course = [
            "seen", "began", "joined", "joined", "noted", "agreed", "came of", "until",
        ];
        assert_eq!(names(&goes_on), course);
        assert!(goes_on.steps.last().unwrap().to_come);
        let named: Vec<_> = goes_on.steps.iter().filter(|s| s.whose.is_some()).collect();
        assert_eq!(named.len(), 5);
        let first = named[0].whose.clone().unwrap();
        assert_eq!(first.role, Some(Role::Frontline));
        assert!(named.iter().all(|step| step.whose.as_ref() == Some(&first)));

        let rest = PauseDraft {
            pause: "Vi venter på en nøgle.".into(),
            ..PauseDraft::default()
        };
        town.clock.advance(Moment::DAY);
        initiative::pause(desk, &birthe, id, &rest).await.unwrap();
        let rests = initiative::story(desk, &karin, id).await.unwrap();
        let why = rests.steps.iter().find_map(|step| match &step.event {
            Event::Paused { why } => why.clone(),
            _ => None,
        });
        assert_eq!(why.as_deref(), Some("Vi venter på en nøgle."));
        town.clock.advance(Moment::DAY);
        initiative::resume(desk, &birthe, id).await.unwrap();
        town.clock.advance(Moment::DAY);
        let aim = JoinDraft {
            aim: "At ingen sidder alene.".into(),
            ..JoinDraft::default()
        };
        initiative::join(desk, &karin, id, &aim, DANISH)
            .await
            .unwrap();
        let learnt = EndDraft {
            learnt: "At det skal aftales dagen før.".into(),
            ended_as: "in_use".into(),
            conditions: vec!["stability".into()],
            ..EndDraft::default()
        };
        initiative::end(desk, &karin, id, &learnt).await.unwrap();
        let ended = initiative::story(desk, &birthe, id).await.unwrap();
        let found = names(&ended);
        assert_eq!(found[found.len() - 3..], ["paused", "resumed", "ended"]);
        let last = ended.steps.last().unwrap().whose.clone().unwrap();
        assert_eq!(last.role, Some(Role::Leader));
        let aims: Vec<_> = ended
            .steps
            .iter()
            .filter_map(|step| match &step.event {
                Event::Joined { aim, .. } => Some(aim.clone()),
                _ => None,
            })
            .collect();
        assert!(
            aims.contains(&Some("At ingen sidder alene.".into())),
            "{aims:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_seen_stays_in_its_circle_and_nothing_is_told_to_another_town() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let id = tried(&town, &birthe).await;
        for (role, organisation, sees) in [
            (Role::Facilitator, town.public, true),
            (Role::Coordinator, town.voluntary, true),
            (Role::Coordinator, town.public, false),
            (Role::Leader, town.voluntary, false),
            (Role::Researcher, town.public, false),
        ] {
            let reader = town.member_of(role, organisation).await;
            let story = initiative::story(desk, &reader, id).await.unwrap();
            assert_eq!(names(&story).contains(&"seen"), sees, "{role:?}");
            assert!(names(&story).contains(&"came of"));
        }
        let foreign = other.member(Role::Facilitator).await;
        let missing = initiative::story(desk, &foreign, id).await;
        assert!(matches!(missing, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn each_side_is_named_once_and_one_that_left_is_told_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let draft = trial(town.public, Some(town.area));
        let id = initiative::start_trial(desk, &birthe, None, &draft, DANISH)
            .await
            .unwrap();
        let hand = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        for organisation in [town.public, town.voluntary, town.public] {
            let joins = town.member_of(Role::Frontline, organisation).await;
            initiative::join(desk, &joins, id, &hand, DANISH)
                .await
                .unwrap();
        }
        let story = initiative::story(desk, &birthe, id).await.unwrap();
        assert_eq!(story.parties.len(), 2, "{:?}", story.parties);

        let karin = town.member_of(Role::Leader, town.public).await;
        town.clock.advance(Moment::DAY);
        initiative::leave(desk, &karin, id).await.unwrap();
        let story = initiative::story(desk, &birthe, id).await.unwrap();
        assert_eq!(story.parties.len(), 1);
        let left = names(&story).into_iter().filter(|name| *name == "left");
        assert_eq!(left.count(), 1);
    })
    .await;
}
