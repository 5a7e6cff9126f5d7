//! Jobs are taken once and never forgotten.
use samskab_app::Desk;
use samskab_app::job::{Kind, ask, claim, clean_up, finish, give_up_or_retry};
use samskab_database::{FromRow, sql};
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

#[tokio::test]
async fn a_job_that_ends_whoever_begins_it_is_not_begun_for_ever() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        drain(desk).await;
        let mut tx = desk.db.write().await.unwrap();
        let (kind, now) = (Kind::SendMail, desk.now());
        ask(&mut tx, desk, town.municipality, kind, json!({}), now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for _ in 0..8 {
            let job = claim(desk).await.unwrap().unwrap();
            assert!(!job.spent());
            town.clock.advance(Moment::HOUR);
        }
        let job = claim(desk).await.unwrap().unwrap();
        assert!(job.spent(), "eight began it, and none came back");
        assert!(give_up_or_retry(desk, &job).await.unwrap());
        town.clock.advance(Moment::DAY);
        let next = claim(desk).await.unwrap();
        assert!(next.is_none_or(|next| next.id != job.id));
    })
    .await;
}

#[derive(FromRow)]
struct Count {
    n: i64,
}

async fn clean_ups(town: &Town) -> i64 {
    let sql = sql!(
        "select count(*) as n from job where municipality_id = ? and kind = 'clean_up'",
        town.municipality
    );
    town.desk.db.first::<Count>(sql).await.unwrap().unwrap().n
}

#[tokio::test]
async fn cleaning_up_twice_or_at_once_leaves_one_next_time() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        for _ in 0..2 {
            clean_up(desk, m).await.unwrap();
        }
        assert_eq!(clean_ups(&town).await, 1);
        let nodes: Vec<_> = (0..8)
            .map(|_| {
                let desk = desk.clone();
                tokio::spawn(async move { clean_up(&desk, m).await.unwrap() })
            })
            .collect();
        for node in nodes {
            node.await.unwrap();
        }
        assert_eq!(clean_ups(&town).await, 1);
        town.clock.advance(2 * Moment::DAY);
        // What cleaning up asks for in the mornings is due too.
        let job = loop {
            let job = claim(desk).await.unwrap().unwrap();
            match job.kind() {
                Some(Kind::CleanUp) => break job,
                _ => finish(desk, &job).await.unwrap(),
            }
        };
        clean_up(desk, m).await.unwrap();
        finish(desk, &job).await.unwrap();
        assert_eq!(clean_ups(&town).await, 1);
    })
    .await;
}

#[tokio::test]
async fn cleaning_up_is_never_given_up() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        for _ in 0..20 {
            let job = claim(&town.desk).await.unwrap().unwrap();
            assert_eq!(job.kind(), Some(Kind::CleanUp));
            assert!(!give_up_or_retry(&town.desk, &job).await.unwrap());
            town.clock.advance(Moment::DAY);
        }
    })
    .await;
}
