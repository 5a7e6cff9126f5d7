//! Who sees, calls, leads: by what they are to the meeting, not by who they are.
use super::{DANISH, begun, called, none};
use crate::initiative::third;
use samskab_app::meeting::{self, Of};
use samskab_app::{Refusal, area, person};
use samskab_domain::access::{Actor, Role};
use samskab_domain::area::Draft as AreaDraft;
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
