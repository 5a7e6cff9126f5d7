//! Two who do the same at the same time.
use super::{DANISH, begun, noted};
use samskab_app::Refusal;
use samskab_app::initiative::{self, EndDraft, JoinDraft, end, join, note, succeed};
use samskab_app::person::end_membership;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_testkit::{Town, on_every_engine};

/// Enough for two to meet at least once on two processors.
const ROUNDS: usize = 10;

#[tokio::test]
async fn two_who_join_at_once_both_have_a_place() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let birthe = town.member(Role::Frontline).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let ole = town.member_of(Role::Frontline, town.public).await;
        let draft = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        for _ in 0..ROUNDS {
            let id = begun(&town, &birthe).await;
            let (one, other) = tokio::join!(
                join(&town.desk, &mona, id, &draft, DANISH),
                join(&town.desk, &ole, id, &draft, DANISH)
            );
            one.unwrap();
            other.unwrap();
            let read = initiative::read(&town.desk, &mona, id).await.unwrap();
            for who in [&mona, &ole] {
                let here = |p: &&initiative::Party| p.membership_id == Some(who.membership);
                assert_eq!(read.parties.iter().filter(here).count(), 1);
            }
        }
    })
    .await;
}

#[derive(FromRow)]
struct Count {
    n: i64,
}

#[tokio::test]
async fn of_two_who_end_at_once_one_hears_that_it_was_done() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let learnt = EndDraft {
            learnt: "Det virkede.".into(),
            ..EndDraft::default()
        };
        for _ in 0..ROUNDS {
            let id = begun(&town, &birthe).await;
            let (one, other) = tokio::join!(
                end(desk, &birthe, id, &learnt),
                end(desk, &mona, id, &learnt)
            );
            assert!(one.is_ok() != other.is_ok());
            let refused = one.err().or(other.err());
            assert!(matches!(refused, Some(Refusal::Done)), "{refused:?}");
            let sql = sql!(
                "select count(*) as n from journal where municipality_id = ? and subject_id = ? \
                 and verb = 'ended'",
                town.municipality,
                id
            );
            assert_eq!(desk.db.first::<Count>(sql).await.unwrap().unwrap().n, 1);
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_who_say_at_once_who_takes_over_one_hears_that_it_was_done() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let keeper = town.member(Role::Administrator).await;
        let (karin, ole) = (
            town.member_of(Role::Leader, town.public).await,
            town.member_of(Role::Coordinator, town.public).await,
        );
        let next = ole.membership.to_string();
        let hand = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        for _ in 0..ROUNDS {
            let id = begun(&town, &birthe).await;
            let mona = town.member_of(Role::Frontline, town.public).await;
            join(desk, &mona, id, &hand, DANISH).await.unwrap();
            end_membership(desk, &keeper, mona.membership)
                .await
                .unwrap();
            let read = initiative::read(desk, &karin, id).await.unwrap();
            let place = read.parties.iter().find(|p| p.gone).unwrap().id;
            let (one, other) = tokio::join!(
                succeed(desk, &karin, place, &next, DANISH),
                succeed(desk, &ole, place, &next, DANISH)
            );
            assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
            let read = initiative::read(desk, &karin, id).await.unwrap();
            assert_eq!(read.parties.len(), 2, "one place, one who took it over");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_is_written_in_what_ends_at_the_same_time() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let birthe = town.member(Role::Frontline).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let learnt = EndDraft {
            learnt: "Det virkede.".into(),
            ..EndDraft::default()
        };
        let body = noted("Tre hjemkomster.");
        for _ in 0..ROUNDS {
            let id = begun(&town, &birthe).await;
            let (ended, _) = tokio::join!(
                end(desk, &birthe, id, &learnt),
                note(desk, &mona, id, &body, DANISH)
            );
            ended.unwrap();
            let sql = sql!(
                "select count(*) as n from journal later where municipality_id = ? and subject_id = ? \
                 and sequence > (select max(sequence) from journal ended where ended.municipality_id = ? \
                 and ended.subject_id = ? and ended.verb = 'ended')",
                town.municipality,
                id,
                town.municipality,
                id
            );
            assert_eq!(desk.db.first::<Count>(sql).await.unwrap().unwrap().n, 0);
        }
    })
    .await;
}
