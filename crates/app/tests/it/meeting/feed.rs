//! Private addresses that calendar programs follow.
use super::{DANISH, begun, called};
use samskab_app::calendar::{Scope, feed, renew};
use samskab_app::meeting::{self, Of};
use samskab_app::{Refusal, person};
use samskab_domain::access::Role;
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
