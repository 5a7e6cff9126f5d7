//! Jobs are taken once and never forgotten.
use samskab_app::Desk;
use samskab_app::job::{Kind, ask, claim, finish, give_up_or_retry};
use samskab_domain::kernel::Moment;
use samskab_testkit::{Town, on_every_engine};
use serde_json::json;
use std::collections::HashSet;

async fn drain(desk: &Desk) {
    while let Some(job) = claim(desk).await.unwrap() {
        finish(desk, &job).await.unwrap();
    }
}

#[tokio::test]
async fn forty_nodes_never_take_the_same_job() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        drain(desk).await;
        let mut tx = desk.db.write().await.unwrap();
        for _ in 0..40 {
            ask(
                &mut tx,
                desk,
                town.municipality,
                Kind::SendMail,
                json!({}),
                desk.now(),
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        let nodes: Vec<_> = (0..40)
            .map(|_| {
                let desk = desk.clone();
                tokio::spawn(async move { claim(&desk).await.unwrap() })
            })
            .collect();
        let mut taken = HashSet::new();
        for node in nodes {
            taken.extend(node.await.unwrap().map(|job| job.id));
        }
        // On PostgreSQL a node may find every due row locked by another and come back empty.
        while let Some(job) = claim(desk).await.unwrap() {
            assert!(taken.insert(job.id), "taken twice");
        }
        assert_eq!(taken.len(), 40);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_keeps_failing_is_left_for_the_operator() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        drain(desk).await;
        let mut tx = desk.db.write().await.unwrap();
        ask(
            &mut tx,
            desk,
            town.municipality,
            Kind::SendMail,
            json!({}),
            desk.now(),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let mut tries = 0;
        while let Some(job) = claim(desk).await.unwrap() {
            tries += 1;
            give_up_or_retry(desk, &job).await.unwrap();
            town.clock.advance(3 * Moment::HOUR);
        }
        assert_eq!(tries, 8);
    })
    .await;
}
