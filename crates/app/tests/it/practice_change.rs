//! Whose practice changed, and whether they wanted it.
use crate::initiative::{change, opened_together, opening};
use samskab_app::Refusal;
use samskab_app::my_day;
use samskab_app::practice_change::{self, Count, LedgerWish, agree, follow_up, ledger, say_wish};
use samskab_domain::access::{Role, Sector};
use samskab_domain::kernel::{Coded, Language, Moment, Remark, Why};
use samskab_domain::practice_change::{OutcomeDraft, Willingness, WishDraft};
use samskab_testkit::{Town, on_every_engine};

fn says(wanted: &str) -> WishDraft {
    WishDraft {
        wanted: wanted.into(),
    }
}

#[tokio::test]
async fn those_who_change_are_asked_and_nobody_else() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let chair = town.member(Role::Leader).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let draft = opening(&town, &[town.voluntary]);
        let initiative = opened_together(&town, &leader, &draft).await;
        let public = agree(
            desk,
            &chair,
            initiative,
            &change(town.public),
            Language::Danish,
        )
        .await
        .unwrap();
        let voluntary = agree(
            desk,
            &chair,
            initiative,
            &change(town.voluntary),
            Language::Danish,
        )
        .await
        .unwrap();
        for outsider in [&chair, &facilitator] {
            let refused = say_wish(desk, outsider, public, &says("yes")).await;
            assert!(matches!(refused, Err(Refusal::Denied(_))));
        }
        let empty = say_wish(desk, &mona, public, &says("")).await;
        assert!(matches!(empty, Err(Refusal::Remarks(_))));
        say_wish(desk, &leader, public, &says("yes")).await.unwrap();
        say_wish(desk, &mona, public, &says("yes")).await.unwrap();
        let read = practice_change::read(desk, &chair, public).await.unwrap();
        assert_eq!(read.willingness, Willingness::Willing);
        assert!(!read.asked_wish && read.own_wish.is_none());
        say_wish(desk, &mona, public, &says("no")).await.unwrap();
        let read = practice_change::read(desk, &mona, public).await.unwrap();
        assert_eq!(read.willingness, Willingness::Divided);
        assert!(read.asked_wish && read.own_wish.is_some());

        let done = OutcomeDraft {
            outcome: "done".into(),
            ..OutcomeDraft::default()
        };
        follow_up(desk, &leader, public, &done).await.unwrap();
        let whole = ledger(desk, &mona, &LedgerWish::default()).await.unwrap();
        let expected = Count {
            agreed: 1,
            done: 1,
            divided: 1,
            ..Count::default()
        };
        assert_eq!(whole.public, expected);
        let expected = Count {
            agreed: 1,
            unheard: 1,
            ..Count::default()
        };
        assert_eq!(whole.voluntary, expected);
        assert_eq!(whole.lines.items.len(), 2);
        let one_side = LedgerWish {
            sector: Some(Sector::Voluntary),
            ..LedgerWish::default()
        };
        let one_side = ledger(desk, &mona, &one_side).await.unwrap();
        assert_eq!(one_side.lines.items[0].change.id, voluntary);
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let neighbour = other.member(Role::Leader).await;
        let theirs = ledger(desk, &neighbour, &LedgerWish::default())
            .await
            .unwrap();
        assert_eq!(theirs.public, Count::default());
    })
    .await;
}

#[tokio::test]
async fn how_it_went_is_asked_on_its_day_and_not_before() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let draft = opening(&town, &[town.voluntary]);
        let initiative = opened_together(&town, &leader, &draft).await;
        let mut agreed = change(town.public);
        agreed.from = "2026-11-24".into();
        agreed.follow_up = "2026-12-10".into();
        agree(desk, &leader, initiative, &agreed, Language::Danish)
            .await
            .unwrap();
        town.clock.advance(16 * Moment::DAY);
        assert!(
            my_day::waiting(desk, &leader)
                .await
                .unwrap()
                .changes
                .is_empty()
        );
        town.clock.advance(Moment::DAY);
        assert_eq!(
            my_day::waiting(desk, &leader).await.unwrap().changes.len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_who_say_how_it_went_at_once_one_hears_what_the_other_said() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let chair = town.member(Role::Leader).await;
        let draft = opening(&town, &[town.voluntary]);
        let id = opened_together(&town, &leader, &draft).await;
        let changed = agree(desk, &leader, id, &change(town.public), Language::Danish).await;
        let changed = changed.unwrap();
        for _ in 0..6 {
            let before = practice_change::read(desk, &leader, changed).await.unwrap();
            let said = |outcome: &str| OutcomeDraft {
                outcome: outcome.into(),
                note: "Sådan gik det.".into(),
                version: before.change.outcome_version.to_string(),
                ..OutcomeDraft::default()
            };
            let (done, not_done) = (said("done"), said("not_done"));
            let (one, two) = tokio::join!(
                follow_up(desk, &leader, changed, &done),
                follow_up(desk, &chair, changed, &not_done)
            );
            let (kept, late) = if one.is_ok() {
                (done, two)
            } else {
                (not_done, one)
            };
            let meanwhile = |r: &Remark| (r.field, &r.why) == ("version", &Why::ChangedMeanwhile);
            assert!(
                matches!(&late, Err(Refusal::Remarks(r)) if meanwhile(&r[0])),
                "{late:?}"
            );
            let after = practice_change::read(desk, &leader, changed).await.unwrap();
            let outcome = after.change.outcome().map(Coded::code);
            assert_eq!(outcome, Some(kept.outcome.as_str()));
        }
    })
    .await;
}
