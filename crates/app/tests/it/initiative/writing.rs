//! Who writes in an initiative, and what a change does to it.
#![allow(clippy::unwrap_used, reason = "a test that fails says so")]
use super::*;

#[tokio::test]
async fn only_parties_and_the_facilitator_write_and_nobody_after_the_end() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let id = begun(&town, &birthe).await;
        let outside = third(&town, "public", "institution").await;
        let outsider = town.member_of(Role::Leader, outside).await;
        let facilitator = town.member_of(Role::Facilitator, outside).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let aim = JoinDraft {
            aim: "Mine ti minutter til det, jeg er der for.".into(),
            practitioner: true,
            ..JoinDraft::default()
        };
        let learnt = EndDraft {
            learnt: "Det tager et opkald.".into(),
            ..EndDraft::default()
        };
        let body = noted("Tre hjemkomster. Én sagde nej tak.");
        assert!(
            !initiative::read(desk, &outsider, id)
                .await
                .unwrap()
                .may_write
        );
        for refused in [
            note(desk, &outsider, id, &body, DANISH).await.map(drop),
            join(desk, &outsider, id, &aim, DANISH).await,
            join(desk, &facilitator, id, &aim, DANISH).await,
            end(desk, &outsider, id, &learnt).await,
            agree(desk, &outsider, id, &change(outside), DANISH)
                .await
                .map(drop),
        ] {
            assert!(matches!(refused, Err(Refusal::Denied(_))), "{refused:?}");
        }
        note(desk, &facilitator, id, &body, DANISH).await.unwrap();
        join(desk, &mona, id, &aim, DANISH).await.unwrap();
        let read = initiative::read(desk, &outsider, id).await.unwrap();
        assert_eq!(
            read.parties.len(),
            2,
            "mona took the place kept for her side"
        );
        let missing = [
            Gap::NoAim(Sector::Voluntary),
            Gap::NoOrigin,
            Gap::NoFrame,
            Gap::NoChange,
        ];
        assert_eq!(read.gaps, missing);
        let keep = JoinDraft {
            aim: String::new(),
            practitioner: true,
            ..JoinDraft::default()
        };
        join(desk, &mona, id, &keep, DANISH).await.unwrap();
        let read = initiative::read(desk, &mona, id).await.unwrap();
        let own = read.parties.iter().find(|p| p.sector() == Sector::Public);
        assert_eq!(own.unwrap().aim.as_deref(), Some(aim.aim.as_str()));

        end(desk, &mona, id, &learnt).await.unwrap();
        let read = initiative::read(desk, &mona, id).await.unwrap();
        assert_eq!(read.initiative.state(), State::Ended);
        assert!(!read.may_write);
        for refused in [
            note(desk, &mona, id, &body, DANISH).await.map(drop),
            end(desk, &mona, id, &learnt).await,
        ] {
            assert!(matches!(refused, Err(Refusal::Done)), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_followed_up_as_done_brings_the_initiative_into_practice() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let id = begun(&town, &birthe).await;
        let outside = third(&town, "public", "institution").await;
        let refused = agree(desk, &birthe, id, &change(outside), DANISH).await;
        assert_eq!(why(refused), ("organisation", Why::Unknown));
        let changed = agree(desk, &birthe, id, &change(town.public), DANISH)
            .await
            .unwrap();
        let state = async || {
            let read = initiative::read(desk, &birthe, id).await.unwrap();
            read.initiative.state()
        };
        let said = |outcome: &str, note: &str| OutcomeDraft {
            outcome: outcome.into(),
            note: note.into(),
            ..OutcomeDraft::default()
        };
        let outsider = town.member_of(Role::Leader, outside).await;
        let refused = follow_up(desk, &outsider, changed, &said("done", "")).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        follow_up(desk, &birthe, changed, &said("not_done", "Der var ferie."))
            .await
            .unwrap();
        assert_eq!(state().await, State::Trial);
        follow_up(desk, &birthe, changed, &said("done", ""))
            .await
            .unwrap();
        assert_eq!(state().await, State::Practice);
        let read = practice_change::read(desk, &outsider, changed)
            .await
            .unwrap();
        assert_eq!(read.change.outcome_note, None);
        assert!(!read.may_write);
    })
    .await;
}

#[tokio::test]
async fn a_name_in_what_is_done_differently_is_marked_and_kept_only_when_said_to_be_harmless() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let id = begun(&town, &birthe).await;
        let mut agreed = change(town.public);
        agreed.who = "Grethe Hansen".into();
        let (field, marked) = why(agree(desk, &birthe, id, &agreed, DANISH).await);
        assert!(
            field == "who" && matches!(marked, Why::Personal { .. }),
            "{marked:?}"
        );
        agreed.harmless = true;
        let changed = agree(desk, &birthe, id, &agreed, DANISH).await.unwrap();
        let mut said = OutcomeDraft {
            outcome: "not_done".into(),
            note: "Grethe Hansen var syg.".into(),
            ..OutcomeDraft::default()
        };
        let (field, marked) = why(follow_up(desk, &birthe, changed, &said).await);
        assert!(
            field == "note" && matches!(marked, Why::Personal { .. }),
            "{marked:?}"
        );
        said.harmless = true;
        follow_up(desk, &birthe, changed, &said).await.unwrap();
    })
    .await;
}
