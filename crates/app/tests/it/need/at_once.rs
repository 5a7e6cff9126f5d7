//! Several people at the same need at the same time.
use super::*;
use samskab_database::sql;
use std::time::Duration;

/// Long enough for the other to come as far as it can.
const MEANWHILE: Duration = Duration::from_millis(300);

#[tokio::test]
async fn raised_again_by_several_at_once_nobody_is_asked_twice() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let writer = town.member(Role::Coordinator).await;
        let story = tell(&town, &writer, "").await;
        let id = written(&town, &writer, &[story]).await;
        let (first, again) = (ask(&[town.public]), ask(&[town.voluntary]));
        need::raise(&town.desk, &writer, id, &first).await.unwrap();
        let raise = || need::raise(&town.desk, &writer, id, &again);
        let (a, b, c, d) = tokio::join!(raise(), raise(), raise(), raise());
        let all = [a, b, c, d];
        let asked = all.iter().filter(|raised| raised.is_ok()).count();
        let done = |raised: &&Result<_, _>| matches!(raised, Err(Refusal::Done));
        assert_eq!((asked, all.iter().filter(done).count()), (1, 3), "{all:?}");
    })
    .await;
}

#[tokio::test]
async fn passed_on_to_someone_who_is_asked_at_the_same_time_it_is_asked_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let on = answer_rules::Draft {
            kind: "passed_on".into(),
            reason: "Det ligger hos foreningen.".into(),
            meaning: "De ringer til dig.".into(),
            mandate: "Leder af hjemmeplejen".into(),
            passed_to: town.voluntary.to_string(),
            ..answer_rules::Draft::default()
        };
        for _ in 0..8 {
            let story = tell(&town, &writer, "").await;
            let id = written(&town, &writer, &[story]).await;
            let first = ask(&[town.public]);
            let asked = need::raise(desk, &writer, id, &first).await.unwrap();
            let again = ask(&[town.voluntary]);
            let (given, raised) = tokio::join!(
                answer::give(desk, &leader, asked[0], &on, Language::Danish),
                need::raise(desk, &writer, id, &again)
            );
            given.unwrap();
            assert!(matches!(raised, Ok(_) | Err(Refusal::Done)), "{raised:?}");
            let read = need::read(desk, &writer, id).await.unwrap();
            assert_eq!(read.answers.len(), 2);
        }
    })
    .await;
}

#[tokio::test]
async fn that_it_is_seen_differently_outlasts_an_answer_given_at_the_same_time() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let leader = town.member_of(Role::Leader, town.public).await;
        let story = tell(&town, &writer, "").await;
        let id = written(&town, &writer, &[story]).await;
        let first = ask(&[town.public]);
        let asked = need::raise(desk, &writer, id, &first).await.unwrap();
        let together = answer_rules::Draft {
            kind: "together".into(),
            reason: "Vi vil gerne.".into(),
            meaning: "I bliver ringet op.".into(),
            mandate: "Leder af hjemmeplejen".into(),
            ..answer_rules::Draft::default()
        };
        let mut tx = desk.db.write().await.unwrap();
        tx.run(sql!(
            "update need set state = 'differs' where municipality_id = ? and id = ?",
            town.municipality,
            id
        ))
        .await
        .unwrap();
        let give = answer::give(desk, &leader, asked[0], &together, Language::Danish);
        let commit = async {
            tokio::time::sleep(MEANWHILE).await;
            tx.commit().await.unwrap();
        };
        let (given, ()) = tokio::join!(give, commit);
        given.unwrap();
        assert_eq!(state(&town, &writer, id).await, State::Differs);
    })
    .await;
}

#[tokio::test]
async fn what_someone_changed_meanwhile_is_not_written_over() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let colleague = town.member(Role::Coordinator).await;
        let id = written(&town, &writer, &[]).await;
        let hers = need::draft(desk, &writer, id).await.unwrap();
        let mut theirs = need::draft(desk, &colleague, id).await.unwrap();
        theirs.title = "Hjem til et koldt hus".into();
        need::change(desk, &colleague, id, &theirs).await.unwrap();
        let late = need::change(desk, &writer, id, &hers).await;
        assert_eq!(remarked(late), ("version", Why::ChangedMeanwhile));
        let read = need::read(desk, &writer, id).await.unwrap();
        assert_eq!(read.need.title, "Hjem til et koldt hus");

        let now = need::draft(desk, &writer, id).await.unwrap();
        let (a, b) = tokio::join!(
            need::change(desk, &writer, id, &now),
            need::change(desk, &colleague, id, &now)
        );
        assert_eq!([a, b].iter().filter(|changed| changed.is_ok()).count(), 1);
        let nonsense = Draft {
            version: "sidste".into(),
            ..now
        };
        let refused = need::change(desk, &writer, id, &nonsense).await;
        assert_eq!(remarked(refused), ("version", Why::Unknown));
    })
    .await;
}
