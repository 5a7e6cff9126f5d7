//! An answer that is being written, and a colleague's look at it.
use super::{act, draft, raised};
use samskab_app::answer::{self, Answer};
use samskab_app::{Refusal, my_day};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Draft, Look, LookDraft};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

async fn asked(town: &Town, reader: &Actor, id: Id) -> Answer {
    answer::read(&town.desk, reader, id).await.unwrap().answer
}

fn half() -> Draft {
    Draft {
        kind: "act".into(),
        reason: "Vi spørger fremover".into(),
        frame_items: vec![Id::from_u128(7).to_string()],
        ..Draft::default()
    }
}

fn why<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> (&'static str, Why) {
    match refused {
        Err(Refusal::Remarks(remarks)) => (remarks[0].field, remarks[0].why.clone()),
        other => panic!("expected remarks, got {other:?}"),
    }
}

#[tokio::test]
async fn a_draft_is_seen_by_those_who_may_send_it_and_gone_once_it_is_sent() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (writer, _, answers) = raised(&town, &[town.public]).await;
        let id = answers[0];
        let leader = town.member_of(Role::Leader, town.public).await;
        let colleague = town.member_of(Role::Coordinator, town.public).await;
        let others = [
            writer,
            town.member(Role::Leader).await,
            town.member_of(Role::Facilitator, town.public).await,
            town.member_of(Role::Frontline, town.public).await,
        ];
        for other in &others {
            let refused = answer::keep_draft(desk, other, id, &half(), "0").await;
            assert!(
                matches!(refused, Err(Refusal::Denied(_))),
                "{:?}",
                other.role
            );
        }
        let cpr = Draft {
            reason: "Hun er 010190-1234".into(),
            ..half()
        };
        let refused = answer::keep_draft(desk, &leader, id, &cpr, "").await;
        assert_eq!(why(refused), ("reason", Why::Cpr));

        answer::keep_draft(desk, &leader, id, &half(), "0")
            .await
            .unwrap();
        let row = asked(&town, &leader, id).await;
        assert!(row.is_open(), "a draft answers nothing");
        for reader in [&leader, &colleague] {
            let kept = answer::kept(desk, reader, &row).await.unwrap().unwrap();
            assert_eq!(
                (kept.draft.reason.as_str(), kept.version),
                ("Vi spørger fremover", 1)
            );
            assert_eq!(kept.draft.frame_items, half().frame_items);
        }
        for reader in &others {
            assert!(answer::kept(desk, reader, &row).await.unwrap().is_none());
            assert!(answer::looks(desk, reader, &row).await.unwrap().is_empty());
        }
        answer::keep_draft(desk, &colleague, id, &act(), "1")
            .await
            .unwrap();
        let overtaken = answer::keep_draft(desk, &leader, id, &half(), "1").await;
        assert_eq!(why(overtaken), ("version", Why::ChangedMeanwhile));

        answer::give(desk, &leader, id, &act(), DANISH)
            .await
            .unwrap();
        assert!(answer::kept(desk, &leader, &row).await.unwrap().is_none());
        let closed = answer::keep_draft(desk, &leader, id, &half(), "2").await;
        assert!(matches!(closed, Err(Refusal::Done)));
    })
    .await;
}

fn says(look: &str, remark: &str) -> LookDraft {
    LookDraft {
        look: look.into(),
        remark: remark.into(),
        harmless: false,
    }
}

#[tokio::test]
async fn a_colleague_of_the_same_organisation_looks_before_it_is_sent() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (_, _, answers) = raised(&town, &[town.public]).await;
        let id = answers[0];
        let leader = town.member_of(Role::Leader, town.public).await;
        let colleague = town.member_of(Role::Coordinator, town.public).await;
        let frontline = town.member_of(Role::Frontline, town.public).await;
        let elsewhere = town.member(Role::Leader).await;
        let of = |actor: &Actor| actor.membership.to_string();
        let nothing = answer::ask_to_look_at(desk, &leader, id, &of(&colleague)).await;
        assert!(
            matches!(nothing, Err(Refusal::Missing)),
            "there is nothing to look at"
        );
        answer::keep_draft(desk, &leader, id, &half(), "0")
            .await
            .unwrap();
        for wrong in [&leader, &frontline, &elsewhere] {
            let refused = answer::ask_to_look_at(desk, &leader, id, &of(wrong)).await;
            assert_eq!(
                why(refused),
                ("colleague", Why::Unknown),
                "{:?}",
                wrong.role
            );
        }
        let nobody = answer::ask_to_look_at(desk, &leader, id, " ").await;
        assert_eq!(why(nobody), ("colleague", Why::Missing));
        let unasked = answer::say_look(desk, &colleague, id, &says("fine", ""), DANISH).await;
        assert!(matches!(unasked, Err(Refusal::Missing)));

        answer::ask_to_look_at(desk, &leader, id, &of(&colleague))
            .await
            .unwrap();
        let twice = answer::ask_to_look_at(desk, &leader, id, &of(&colleague)).await;
        assert!(matches!(twice, Err(Refusal::Done)));
        let waits = my_day::waiting(desk, &colleague).await.unwrap();
        assert_eq!(waits.looks.len(), 1);
        assert!(
            my_day::waiting(desk, &leader)
                .await
                .unwrap()
                .looks
                .is_empty()
        );

        let silent = answer::say_look(desk, &colleague, id, &says("remark", ""), DANISH).await;
        assert_eq!(why(silent), ("remark", Why::Missing));
        let cpr =
            answer::say_look(desk, &colleague, id, &says("remark", "010190-1234"), DANISH).await;
        assert_eq!(why(cpr), ("remark", Why::Cpr));
        let remark = says("remark", "Hvem ringer om lørdagen?");
        answer::say_look(desk, &colleague, id, &remark, DANISH)
            .await
            .unwrap();
        town.clock.advance(Moment::SECOND);
        answer::keep_draft(desk, &leader, id, &act(), "1")
            .await
            .unwrap();
        answer::ask_to_look_at(desk, &leader, id, &of(&colleague))
            .await
            .unwrap();
        answer::say_look(desk, &colleague, id, &says("fine", ""), DANISH)
            .await
            .unwrap();
        let row = asked(&town, &leader, id).await;
        let looks = answer::looks(desk, &leader, &row).await.unwrap();
        let said: Vec<_> = looks
            .iter()
            .map(|l| (l.look(), l.version, l.remark.as_deref()))
            .collect();
        assert_eq!(
            said,
            [
                (Some(Look::Remark), 1, Some("Hvem ringer om lørdagen?")),
                (Some(Look::Fine), 2, None)
            ]
        );
        answer::ask_to_look_at(desk, &leader, id, &of(&colleague))
            .await
            .unwrap();
        answer::give(desk, &leader, id, &draft("together"), DANISH)
            .await
            .unwrap();
        assert!(answer::looks(desk, &leader, &row).await.unwrap().is_empty());
        assert!(
            my_day::waiting(desk, &colleague)
                .await
                .unwrap()
                .looks
                .is_empty(),
            "it was sent without"
        );
    })
    .await;
}
