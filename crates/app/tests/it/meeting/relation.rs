//! Who sees, calls, leads: by what they are to the meeting, not by who they are.
use super::{DANISH, begun, called, none};
use crate::initiative::third;
use samskab_app::meeting::{self, Of, Put, Wish};
use samskab_app::practice_change::agree;
use samskab_app::{Refusal, area, initiative, person};
use samskab_domain::access::{Actor, Role};
use samskab_domain::area::Draft as AreaDraft;
use samskab_domain::kernel::{Moment, Why};
use samskab_domain::meeting::Draft;
use samskab_testkit::on_every_engine;

#[tokio::test]
async fn whoever_is_not_in_it_does_not_know_that_it_is_there() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (town, desk) = (&trial.town, &trial.town.desk);
        let id = trial.call("practice", "2026-11-24").await;
        let elsewhere = third(town, "voluntary", "association").await;
        let keeper = town.member(Role::Administrator).await;
        let draft = AreaDraft {
            name: "Flygtninge".into(),
            ..AreaDraft::default()
        };
        let other_area = area::create(desk, &keeper, &draft).await.unwrap();
        let colleague = town.member_of(Role::Frontline, town.public).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let facilitator = town.member_of(Role::Facilitator, elsewhere).await;
        let of_other_area = Actor {
            areas: vec![other_area],
            ..town.member_of(Role::Facilitator, elsewhere).await
        };
        let stranger = town.member_of(Role::Coordinator, elsewhere).await;
        let researcher = town.member_of(Role::Researcher, town.public).await;

        // Sees, leads, may call another.
        for (who, sees, leads, calls) in [
            (&trial.birthe, true, true, true),
            (&trial.mona, true, false, true),
            (&colleague, true, false, true),
            (&leader, true, true, true),
            (&facilitator, true, true, true),
            (&of_other_area, false, false, false),
            (&stranger, false, false, false),
            (&researcher, false, false, false),
        ] {
            let what = format!("{:?} in {}", who.role, who.organisation);
            let read = meeting::read(desk, who, id).await;
            assert_eq!(read.is_ok(), sees, "{what} sees");
            let moved = meeting::change(desk, who, id, &called("practice", "2026-11-25")).await;
            match (sees, leads) {
                (true, true) => assert!(moved.is_ok(), "{what} leads"),
                (true, false) => assert!(
                    matches!(moved, Err(Refusal::Denied(_))),
                    "{what}: {moved:?}"
                ),
                (false, _) => assert!(matches!(moved, Err(Refusal::Missing)), "{what}: {moved:?}"),
            }
            let draft = called("knowledge", "2026-12-01");
            let called = meeting::call(desk, who, Of::Initiative(trial.id), &draft, DANISH).await;
            assert_eq!(called.is_ok(), calls, "{what} calls");
            let listed = meeting::of_initiative(desk, who, trial.id).await.unwrap();
            assert_eq!(!listed.is_empty(), sees, "{what} has it listed");
        }
        person::leave(desk, &keeper, trial.mona.person)
            .await
            .unwrap();
        let former = Actor {
            organisation: elsewhere,
            ..trial.mona.clone()
        };
        let gone = meeting::read(desk, &former, id).await;
        assert!(
            matches!(gone, Err(Refusal::Missing)),
            "an invitation ends with the membership"
        );
        meeting::close(desk, &leader, id, &none()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_meeting_of_an_area_invites_those_in_it_and_shows_it_to_nobody_else() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (town, desk) = (&trial.town, &trial.town.desk);
        let coordinator = town.member(Role::Coordinator).await;
        let of = Of::Area(town.area);
        let by_frontline = meeting::call(
            desk,
            &trial.mona,
            of,
            &called("decide", "2026-12-01"),
            DANISH,
        )
        .await;
        assert!(matches!(by_frontline, Err(Refusal::Denied(_))));
        let id = meeting::call(
            desk,
            &coordinator,
            of,
            &called("decide", "2026-12-01"),
            DANISH,
        )
        .await
        .unwrap();
        let invited = meeting::read(desk, &trial.mona, id).await.unwrap().invited;
        assert_eq!(invited.len(), 3, "everyone at work in the area");
        let late = town.member_of(Role::Leader, town.public).await;
        assert!(matches!(
            meeting::read(desk, &late, id).await,
            Err(Refusal::Missing)
        ));
        let facilitator = town.member(Role::Facilitator).await;
        let found = meeting::candidates(desk, &facilitator, id).await.unwrap();
        let hers = found
            .iter()
            .find(|c| c.role() == Some(Role::Leader))
            .unwrap()
            .membership_id;
        meeting::invite(desk, &facilitator, id, &[hers])
            .await
            .unwrap();
        assert!(meeting::read(desk, &late, id).await.is_ok());
        let again = meeting::invite(desk, &facilitator, id, &[hers]).await;
        assert!(
            matches!(again, Err(Refusal::Remarks(_))),
            "nobody is invited twice"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_called_it_leads_it_as_long_as_her_organisation_is_in_it() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (town, desk) = (&trial.town, &trial.town.desk);
        let id = trial.call("practice", "2026-11-24").await;
        assert!(trial.read(&trial.birthe, id).await.may.lead);
        let chair = town.member(Role::Leader).await;
        town.clock.advance(2 * Moment::DAY);
        initiative::leave(desk, &chair, trial.id).await.unwrap();
        let read = trial.read(&trial.birthe, id).await;
        assert!(!read.may.lead, "she was there, and leads nothing");
        let later = called("practice", "2026-11-27");
        let moved = meeting::change(desk, &trial.birthe, id, &later).await;
        assert!(matches!(moved, Err(Refusal::Denied(_))), "{moved:?}");
        let off = meeting::cancel(desk, &trial.birthe, id, false).await;
        assert!(matches!(off, Err(Refusal::Denied(_))), "{off:?}");
        let karin = town.member_of(Role::Leader, town.public).await;
        meeting::close(desk, &karin, id, &none()).await.unwrap();

        let coordinator = town.member(Role::Coordinator).await;
        let of = Of::Area(town.area);
        let draft = called("decide", "2026-12-01");
        let of_area = meeting::call(desk, &coordinator, of, &draft, DANISH)
            .await
            .unwrap();
        assert!(trial.read(&coordinator, of_area).await.may.lead);
    })
    .await;
}

/// Enough for two to meet at least once on two processors.
const ROUNDS: usize = 10;

#[tokio::test]
async fn two_who_put_the_same_on_the_agenda_at_once_put_it_there_once() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let changed = crate::initiative::change(trial.town.public);
        agree(desk, &trial.birthe, trial.id, &changed, DANISH)
            .await
            .unwrap();
        trial.town.clock.advance(20 * Moment::DAY);
        for _ in 0..ROUNDS {
            let id = trial.call("practice", "2026-12-24").await;
            let waiting = meeting::suggestions(desk, &trial.mona, id).await.unwrap();
            let put = Put {
                picks: waiting.iter().map(|s| s.pick()).collect(),
                ..Put::default()
            };
            let (one, other) = tokio::join!(
                meeting::put(desk, &trial.birthe, id, &put, DANISH),
                meeting::put(desk, &trial.mona, id, &put, DANISH)
            );
            assert!(one.is_ok() || other.is_ok(), "{one:?} {other:?}");
            let agenda = trial.read(&trial.birthe, id).await.agenda;
            assert_eq!(agenda.len(), waiting.len());
        }
    })
    .await;
}

#[tokio::test]
async fn whatever_was_held_is_found_page_by_page() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let row = Draft {
            repeats: "weekly".into(),
            times: "26".into(),
            ..called("relations", "2026-12-01")
        };
        let of = Of::Initiative(trial.id);
        meeting::call(desk, &trial.birthe, of, &row, DANISH)
            .await
            .unwrap();
        trial.town.clock.advance(200 * Moment::DAY);
        let mut wish = Wish::default();
        let first = meeting::held(desk, &trial.birthe, &wish).await.unwrap();
        wish.before = first.next.clone();
        let last = meeting::held(desk, &trial.birthe, &wish).await.unwrap();
        assert_eq!(
            (first.items.len(), last.items.len()),
            (samskab_app::SIZE, 1)
        );
        assert!(last.next.is_none());
        assert_eq!(last.items[0].when().day.to_string(), "2026-12-01");
        wish.area = Some(trial.birthe.person);
        let elsewhere = meeting::held(desk, &trial.birthe, &wish).await.unwrap();
        assert!(elsewhere.items.is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_two_who_move_it_from_the_same_page_one_is_told_that_it_was_moved() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let coordinator = trial.town.member(Role::Coordinator).await;
        let id = trial.call("practice", "2026-12-01").await;
        for round in 0..6 {
            let before = trial.read(&trial.birthe, id).await.meeting;
            let moved = |from: &str| Draft {
                from: format!("{from}:{round}0"),
                until: "18:00".into(),
                version: before.version.to_string(),
                ..called("practice", "2026-12-02")
            };
            let (mine, hers) = (moved("14"), moved("15"));
            let (one, two) = tokio::join!(
                meeting::change(desk, &trial.birthe, id, &mine),
                meeting::change(desk, &coordinator, id, &hers)
            );
            let (kept, late) = if one.is_ok() {
                (mine, two)
            } else {
                (hers, one)
            };
            assert_eq!(super::why(late), ("version", Why::ChangedMeanwhile));
            let after = trial.read(&trial.birthe, id).await.meeting;
            assert_eq!(
                after.when().hours.map(|(from, _)| from.to_string()),
                Some(kept.from)
            );
            assert_eq!(
                after.sequence,
                before.sequence + 1,
                "a refusal tells nobody"
            );
        }
    })
    .await;
}
