//! Private addresses that calendar programs follow.
use super::{DANISH, begun, called};
use samskab_app::calendar::{Scope, feed, renew};
use samskab_app::meeting::{self, Of};
use samskab_app::{Refusal, calendar, person};
use samskab_database::sql;
use samskab_domain::access::{Actor, Role};
use samskab_domain::meeting::Draft;
use samskab_testkit::on_every_engine;

const BASE: &str = "https://samskab.example";

#[tokio::test]
async fn a_calendar_holds_what_its_owner_sees_until_it_is_renewed_or_she_leaves() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (desk, m) = (&trial.town.desk, trial.town.municipality);
        let row = Draft {
            repeats: "weekly".into(),
            times: "3".into(),
            ..called("practice", "2026-12-01")
        };
        meeting::call(desk, &trial.birthe, Of::Initiative(trial.id), &row, DANISH)
            .await
            .unwrap();
        let coordinator = trial.town.member(Role::Coordinator).await;
        let secret = renew(desk, &trial.mona, Scope::Mine).await.unwrap();
        let text = feed(desk, m, BASE, &secret).await.unwrap();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
        assert!(
            text.contains("RRULE:FREQ=WEEKLY;COUNT=3") && !text.contains("Tag jeres sedler med")
        );

        let hers = renew(desk, &coordinator, Scope::Mine).await.unwrap();
        let none = feed(desk, m, BASE, &hers).await.unwrap();
        assert!(!none.contains("VEVENT"), "she is not invited");
        let of_initiative = renew(desk, &coordinator, Scope::Initiative(trial.id))
            .await
            .unwrap();
        let text = feed(desk, m, BASE, &of_initiative).await.unwrap();
        assert!(text.contains("VEVENT"), "but her organisation is in it");
        let elsewhere = crate::initiative::third(&trial.town, "voluntary", "association").await;
        let stranger = trial.town.member_of(Role::Coordinator, elsewhere).await;
        let of_area = renew(desk, &stranger, Scope::Area(trial.town.area))
            .await
            .unwrap();
        assert!(
            !feed(desk, m, BASE, &of_area)
                .await
                .unwrap()
                .contains("VEVENT")
        );

        let new = renew(desk, &trial.mona, Scope::Mine).await.unwrap();
        assert!(
            matches!(feed(desk, m, BASE, &secret).await, Err(Refusal::Missing)),
            "the old one stops"
        );
        assert!(feed(desk, m, BASE, &new).await.is_ok());
        let keeper = trial.town.member(Role::Administrator).await;
        person::leave(desk, &keeper, trial.mona.person)
            .await
            .unwrap();
        assert!(matches!(
            feed(desk, m, BASE, &new).await,
            Err(Refusal::Missing)
        ));
    })
    .await;
}

#[tokio::test]
async fn an_invitation_that_ended_with_a_membership_is_in_no_calendar() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (town, desk, m) = (&trial.town, &trial.town.desk, trial.town.municipality);
        trial.call("practice", "2026-12-01").await;
        let elsewhere = crate::initiative::third(town, "voluntary", "association").await;
        let keeper = town.member(Role::Administrator).await;
        let other = town.member_of(Role::Frontline, elsewhere).await;
        // The same person, who works in two places.
        let mut tx = desk.db.write().await.unwrap();
        tx.run(sql!(
            "update membership set person_id = ? where municipality_id = ? and id = ?",
            trial.mona.person,
            m,
            other.membership
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let hers = Actor {
            person: trial.mona.person,
            ..other
        };
        let mine = renew(desk, &hers, Scope::Mine).await.unwrap();
        let listed = async || {
            let soon = calendar::soon(desk, &hers).await.unwrap().to_come.len();
            let text = feed(desk, m, BASE, &mine).await.unwrap();
            (soon, text.matches("BEGIN:VEVENT").count())
        };
        assert_eq!(listed().await, (1, 1));
        person::end_membership(desk, &keeper, trial.mona.membership)
            .await
            .unwrap();
        assert_eq!(listed().await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn of_a_row_a_calendar_holds_what_its_owner_is_invited_to_and_nothing_else() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (town, desk, m) = (&trial.town, &trial.town.desk, trial.town.municipality);
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let row = Draft {
            repeats: "weekly".into(),
            times: "3".into(),
            ..called("practice", "2026-12-01")
        };
        let first = meeting::call(desk, &trial.birthe, Of::Initiative(trial.id), &row, DANISH)
            .await
            .unwrap();
        let second = trial.read(&trial.birthe, first).await.row[0].id;
        let apart = Draft {
            place: "Hjemme hos Birthe".into(),
            ..called("practice", "2026-12-01")
        };
        meeting::change(desk, &trial.birthe, first, &apart)
            .await
            .unwrap();
        let elsewhere = crate::initiative::third(town, "voluntary", "association").await;
        let rahel = town.member_of(Role::Frontline, elsewhere).await;
        meeting::invite(desk, &facilitator, second, &[rahel.membership])
            .await
            .unwrap();
        let hers = renew(desk, &rahel, Scope::Mine).await.unwrap();
        let text = feed(desk, m, BASE, &hers).await.unwrap();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
        assert!(!text.contains("Hjemme hos Birthe"), "{text}");
        assert!(text.contains("EXDATE;TZID=Europe/Copenhagen:20261201T140000"));
        let birthe = renew(desk, &trial.birthe, Scope::Mine).await.unwrap();
        let text = feed(desk, m, BASE, &birthe).await.unwrap();
        assert!(text.contains("Hjemme hos Birthe") && !text.contains("EXDATE"));
    })
    .await;
}
