//! What carries a need, who may take it out again, and what the numbers tell whom.
use super::*;
use samskab_app::initiative;
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

/// Sets a story aside until someone has looked at it.
async fn hold(town: &Town, story: Id) {
    let mut tx = town.desk.db.write().await.unwrap();
    tx.run(sql!(
        "update observation set state = 'held' where municipality_id = ? and id = ?",
        town.municipality,
        story
    ))
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_story_that_is_held_carries_nothing_and_is_not_counted() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let (one, two) = (
            tell(&town, &writer, "").await,
            tell(&town, &writer, "").await,
        );
        let id = written(&town, &writer, &[one, two]).await;
        hold(&town, one).await;
        let read = need::read(desk, &writer, id).await.unwrap();
        assert_eq!(read.profile.unwrap().observations, Some(1));
        hold(&town, two).await;
        let read = need::read(desk, &writer, id).await.unwrap();
        assert_eq!(read.evidence, Evidence::None);
        let raised = need::raise(desk, &writer, id, &ask(&[town.public])).await;
        assert_eq!(remarked(raised), ("observations", Why::NeedsObservation));
    })
    .await;
}
