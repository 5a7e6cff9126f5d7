//! What became of what one said: forward from a story, through everything, to the offer.
use samskab_app::observation::{Told, record};
use samskab_app::trail::{Step, furthest, of_observation};
use samskab_app::{Refusal, answer, initiative, my_day, need, offer, practice_change};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Draft as AnswerDraft, Kind, RaiseDraft};
use samskab_domain::citizen::Step as How;
use samskab_domain::initiative::TrialDraft;
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::need::Draft as NeedDraft;
use samskab_domain::observation::Draft;
use samskab_domain::offer::Draft as OfferDraft;
use samskab_domain::practice_change::{Draft as ChangeDraft, Outcome, OutcomeDraft};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

async fn tell(town: &Town, teller: &Actor, story: &str) -> Id {
    let draft = Draft {
        story: story.into(),
        source: "saw".into(),
        topic_group: "illness_and_home".into(),
        area: town.area.to_string(),
        ..Draft::default()
    };
    let told = Told {
        draft: &draft,
        language: DANISH,
        submission: None,
        membership: None,
    };
    record(&town.desk, teller, told).await.unwrap().id
}

fn names(steps: &[samskab_app::trail::At]) -> Vec<&'static str> {
    steps
        .iter()
        .map(|s| match s.step {
            Step::Received => "received",
            Step::Gathered { need: Some(_) } => "gathered",
            Step::Gathered { need: None } => "gathered, unnamed",
            Step::Became { .. } => "became",
            Step::Asked { .. } => "asked",
            Step::Answered { .. } => "answered",
            Step::Along { .. } => "along",
            Step::Tried { .. } => "tried",
            Step::Changed { .. } => "changed",
            Step::Ended { .. } => "ended",
            Step::Offered { .. } => "offered",
            Step::Awaited { .. } => "awaited",
            Step::Done { .. } => "done",
            Step::Felt { .. } => "felt",
            Step::WillAsk { .. } => "will ask",
        })
        .collect()
}

/// How far each of two stories has come, as a list says it.
async fn far(town: &Town, first: Id, second: Id) -> [How; 2] {
    let alone = town.desk.id();
    let found = furthest(&town.desk, town.municipality, &[first, second, alone]).await;
    let found = found.unwrap();
    assert_eq!(found.get(&alone), None);
    [found[&first], found[&second]]
}

#[tokio::test]
async fn two_who_told_the_same_both_see_the_whole_way_to_the_offer() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let wait = || town.clock.advance(Moment::DAY);
        let birthe = town.member(Role::Frontline).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let nadia = town.member_of(Role::Facilitator, town.public).await;
        let karin = town.member_of(Role::Leader, town.public).await;
        let first = tell(&town, &birthe, "Køleskabet var tomt.").await;
        let second = tell(&town, &mona, "Hun ville ikke være til besvær.").await;
        wait();

        // Birthe tries something at once, before anyone has gathered anything.
        let trial = TrialDraft {
            what: "En ringer dagen før, en er der, når bilen kommer.".into(),
            with: town.public.to_string(),
            until: desk.today().plus(28).to_string(),
            notice: "Der er lys, når hun kommer hjem.".into(),
            ..TrialDraft::default()
        };
        let trial = initiative::start_trial(desk, &birthe, Some(first), &trial, DANISH)
            .await
            .unwrap();
        wait();
        let draft = NeedDraft {
            title: "Hjem fra sygehus til et tomt hus".into(),
            statement: "Ældre, der bor alene, kommer hjem til et hus uden mad.".into(),
            area: town.area.to_string(),
            topic_group: "illness_and_home".into(),
            observations: vec![first.to_string(), second.to_string()],
            ..NeedDraft::default()
        };
        let gathered = need::write(desk, &nadia, &draft, DANISH).await.unwrap();
        let unnamed = of_observation(desk, &mona, second).await.unwrap();
        assert_eq!(names(&unnamed), ["received", "gathered, unnamed"]);
        assert_eq!(far(&town, first, second).await, [How::Tried, How::Gathered]);

        wait();
        let raise = RaiseDraft {
            organisations: vec![town.public.to_string()],
            due: String::new(),
        };
        let asked = need::raise(desk, &nadia, gathered, &raise).await.unwrap();
        let waits = of_observation(desk, &mona, second).await.unwrap();
        assert_eq!(
            names(&waits),
            ["received", "tried", "gathered", "asked", "awaited"]
        );
        assert!(waits.last().unwrap().to_come);
        assert_eq!(far(&town, first, second).await, [How::Asked; 2]);
        let day = my_day::waiting(desk, &karin).await.unwrap();
        assert_eq!(day.answers.len(), 1);

        wait();
        let answer = AnswerDraft {
            kind: "act".into(),
            reason: "Vi spørger fremover, før borgeren kommer hjem.".into(),
            meaning: "Hun bliver ringet op dagen før.".into(),
            mandate: "Leder af hjemmeplejen".into(),
            what: "Et opkald".into(),
            by: desk.today().plus(10).to_string(),
            ..AnswerDraft::default()
        };
        answer::give(desk, &karin, asked[0], &answer, DANISH)
            .await
            .unwrap();
        assert_eq!(far(&town, first, second).await, [How::Answered; 2]);
        wait();
        let change = ChangeDraft {
            what: "Hjemmeplejen ringer dagen før hjemkomst.".into(),
            organisation: town.public.to_string(),
            who: "Planlæggeren".into(),
            from: desk.today().to_string(),
            notice: "Hun bliver ringet op.".into(),
            ..ChangeDraft::default()
        };
        let change = practice_change::agree(desk, &karin, trial, &change, DANISH)
            .await
            .unwrap();
        let done = OutcomeDraft {
            outcome: "done".into(),
            ..OutcomeDraft::default()
        };
        practice_change::follow_up(desk, &karin, change, &done)
            .await
            .unwrap();
        assert_eq!(far(&town, first, second).await, [How::Changed; 2]);
        wait();
        let new = OfferDraft {
            name: "Nogen er hjemme".into(),
            summary: "En ringer dagen før, en er der, når bilen kommer.".into(),
            area: town.area.to_string(),
            topic_group: "illness_and_home".into(),
            bearers: vec![town.public.to_string()],
            effect: "new".into(),
            ..OfferDraft::default()
        };
        let made = offer::create(desk, &karin, &new, Some(change), DANISH)
            .await
            .unwrap();

        for (teller, story) in [(&birthe, first), (&mona, second)] {
            let whole = of_observation(desk, teller, story).await.unwrap();
            assert_eq!(
                names(&whole),
                [
                    "received", "tried", "gathered", "asked", "answered", "changed", "offered",
                    "will ask"
                ]
            );
            assert!(whole.is_sorted_by_key(|s| s.at));
            let nobodys = |s: &&samskab_app::trail::At| s.by.is_none();
            let nobodys: Vec<_> = whole.iter().filter(nobodys).cloned().collect();
            assert_eq!(
                names(&nobodys),
                ["received", "will ask"],
                "each step says whose it was"
            );
            assert!(whole.iter().any(|s| matches!(
                &s.step,
                Step::Answered {
                    kind: Kind::Act,
                    ..
                }
            )));
            assert!(whole.iter().any(|s| matches!(
                &s.step,
                Step::Changed {
                    outcome: Some(Outcome::Done),
                    ..
                }
            )));
            assert!(
                whole
                    .iter()
                    .any(|s| matches!(&s.step, Step::Offered { offer, .. } if offer.id == made))
            );
            assert_eq!(my_day::news(desk, teller).await.unwrap().len(), 3);
        }
        let stranger = town.member(Role::Frontline).await;
        let refused = of_observation(desk, &stranger, first).await.unwrap_err();
        assert!(matches!(refused, Refusal::Missing));
        assert!(my_day::news(desk, &stranger).await.unwrap().is_empty());
        assert!(
            my_day::waiting(desk, &birthe).await.unwrap().is_empty(),
            "nothing waits for a volunteer"
        );
    })
    .await;
}
