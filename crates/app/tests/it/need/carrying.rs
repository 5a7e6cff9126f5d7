//! What carries a need, who may take it out again, and what the numbers tell whom.
use super::*;
use samskab_app::{citizen, initiative};
use samskab_database::{FromRow, sql};

/// Tells a story that everyone who gathers may read.
async fn tell_widely(town: &Town, teller: &Actor) -> Id {
    let id = tell(town, teller, "9000").await;
    let mut tx = town.desk.db.write().await.unwrap();
    tx.run(sql!(
        "update observation set circle = 'wide' where municipality_id = ? and id = ?",
        town.municipality,
        id
    ))
    .await
    .unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_story_that_is_held_can_be_gathered_once_someone_has_looked_and_then_it_counts() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let looks = town.member_of(Role::Facilitator, town.public).await;
        let told = telling::Draft {
            story: "Jeg kom hjem til et tomt køleskab.".into(),
            source: "lived".into(),
            topic_group: "illness_and_home".into(),
            area: town.area.to_string(),
            place: "9000".into(),
            ..telling::Draft::default()
        };
        let (m, form) = (town.municipality, desk.id());
        citizen::tell(desk, m, &told, Language::Danish, form)
            .await
            .unwrap();
        let held = citizen::held(desk, &looks).await.unwrap()[0].id;
        let id = written(&town, &looks, &[]).await;
        let early = need::link(desk, &looks, id, &[held], false).await;
        assert_eq!(remarked(early), ("observations", Why::Unknown));
        let raised = need::raise(desk, &looks, id, &ask(&[town.public])).await;
        assert_eq!(remarked(raised), ("observations", Why::NeedsObservation));

        citizen::release(desk, &looks, held).await.unwrap();
        need::link(desk, &looks, id, &[held], false).await.unwrap();
        let read = need::read(desk, &looks, id).await.unwrap();
        let profile = read.profile.unwrap();
        assert_eq!(
            [
                profile.observations,
                profile.observers,
                profile.organisations
            ],
            [Some(1), Some(1), Some(0)]
        );
        assert_eq!(profile.sources, Some([1, 0, 0, 0]));
        assert_eq!(profile.places, Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_raised_need_keeps_what_carries_it_also_when_marked_anew() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let (one, two) = (
            tell(&town, &writer, "").await,
            tell(&town, &writer, "").await,
        );
        let id = written(&town, &writer, &[one]).await;
        need::raise(desk, &writer, id, &ask(&[town.public]))
            .await
            .unwrap();
        let turned = need::link(desk, &writer, id, &[one, two], true).await;
        assert_eq!(remarked(turned), ("observations", Why::NeedsObservation));
        let read = need::read(desk, &writer, id).await.unwrap();
        assert_eq!((read.stories.len(), read.stories[0].counter), (1, false));
        need::link(desk, &writer, id, &[two], false).await.unwrap();
        need::link(desk, &writer, id, &[one], true).await.unwrap();
        let draft = written(&town, &writer, &[one]).await;
        need::link(desk, &writer, draft, &[one], true)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_wide_story_is_taken_out_by_its_circle_the_needs_and_who_linked_it() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let ours = town.member(Role::Coordinator).await;
        let theirs = town.member_of(Role::Coordinator, town.public).await;
        let (first, second, third) = (
            tell_widely(&town, &ours).await,
            tell_widely(&town, &ours).await,
            tell_widely(&town, &theirs).await,
        );
        let id = written(&town, &ours, &[first]).await;
        need::raise(desk, &ours, id, &ask(&[town.public]))
            .await
            .unwrap();
        need::link(desk, &ours, id, &[third], false).await.unwrap();

        let taken = need::unlink(desk, &theirs, id, first).await;
        assert!(matches!(taken, Err(Refusal::Denied(_))), "{taken:?}");
        let turned = need::link(desk, &theirs, id, &[first], true).await;
        assert!(matches!(turned, Err(Refusal::Done)), "{turned:?}");
        let seen = need::read(desk, &theirs, id).await.unwrap();
        assert!(seen.stories.iter().all(|s| !s.counter));
        let taken_by_them: Vec<(Id, bool)> = seen
            .stories
            .iter()
            .map(|s| (s.observation.id, s.may_unlink))
            .collect();
        assert_eq!(taken_by_them, [(third, true), (first, false)]);

        need::link(desk, &theirs, id, &[second], false)
            .await
            .unwrap();
        need::unlink(desk, &theirs, id, second).await.unwrap();
        need::unlink(desk, &theirs, id, third).await.unwrap();
        need::link(desk, &theirs, id, &[second], true)
            .await
            .unwrap();
        need::unlink(desk, &ours, id, second).await.unwrap();
    })
    .await;
}

#[derive(FromRow)]
struct Origin {
    need_id: Option<Id>,
}

#[tokio::test]
async fn a_trial_leaves_the_need_with_the_story_it_began_from() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let (one, two) = (
            tell(&town, &writer, "").await,
            tell(&town, &writer, "").await,
        );
        let draft = crate::initiative::trial(town.public, None);
        let trial = initiative::start_trial(desk, &writer, Some(one), &draft, Language::Danish)
            .await
            .unwrap();
        let id = written(&town, &writer, &[one, two]).await;
        let origin = || async {
            let row: Option<Origin> = desk
                .db
                .first(sql!(
                    "select need_id from initiative where municipality_id = ? and id = ?",
                    town.municipality,
                    trial
                ))
                .await
                .unwrap();
            row.unwrap().need_id
        };
        assert_eq!(origin().await, Some(id));
        need::unlink(desk, &writer, id, two).await.unwrap();
        assert_eq!(origin().await, Some(id), "another story's");
        need::unlink(desk, &writer, id, one).await.unwrap();
        assert_eq!(origin().await, None);
    })
    .await;
}

#[tokio::test]
async fn small_numbers_are_for_those_who_may_read_every_story() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let ours = town.member(Role::Coordinator).await;
        let theirs = town.member_of(Role::Coordinator, town.public).await;
        let neutral = town.member(Role::Facilitator).await;
        let (own, other) = (tell(&town, &ours, "").await, tell(&town, &theirs, "").await);
        let id = written(&town, &ours, &[own]).await;
        need::raise(desk, &ours, id, &ask(&[town.public]))
            .await
            .unwrap();
        need::link(desk, &theirs, id, &[other], false)
            .await
            .unwrap();
        for (reader, count) in [(&ours, None), (&theirs, None), (&neutral, Some(2))] {
            let read = need::read(desk, reader, id).await.unwrap();
            let profile = read.profile.unwrap();
            assert_eq!(profile.observations, count, "{:?}", reader.role);
            assert_eq!(profile.observers, count, "{:?}", reader.role);
        }
    })
    .await;
}
