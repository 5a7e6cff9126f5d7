//! When, for whom, at what price: written, read again, and gone when taken out.
use super::{DANISH, named};
use samskab_app::offer::{calendars, change, create, draft, read};
use samskab_domain::access::Role;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Moment;
use samskab_domain::offer::{Accessibility, Capacity, Cost, Draft, terms};
use samskab_domain::schedule;
use samskab_testkit::{Town, on_every_engine};

fn cafe(town: &Town) -> Draft {
    Draft {
        schedule: String::new(),
        when: schedule::Draft {
            weekdays: vec!["TH".into()],
            starts_at: "16.30".into(),
            ends_at: "18.30".into(),
            exceptions: "26.11.2026\n27.11.2026 10-12".into(),
            closed_from: "2026-12-20".into(),
            closed_until: "2027-01-05".into(),
            closed_note: "Juleferie".into(),
            ..schedule::Draft::default()
        },
        terms: terms::Draft {
            minimum_age: "18".into(),
            amount: "12,50".into(),
            accessibility: vec!["lift".into(), "step_free".into()],
            available: "3".into(),
            maximum: "10".into(),
            ..terms::Draft::default()
        },
        ..named(town, "Sprogcafé")
    }
}

#[tokio::test]
async fn what_is_written_of_when_and_on_what_terms_is_read_again() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let id = create(desk, &keeper, &cafe(&town), None, DANISH)
            .await
            .unwrap();
        let reading = read(desk, town.municipality, None, id, DANISH)
            .await
            .unwrap();
        assert_eq!(reading.schedules, ["Hver torsdag kl. 16.30–18.30"]);
        let terms = &reading.terms;
        assert_eq!((terms.minimum_age, terms.maximum_age), (Some(18), None));
        assert_eq!((terms.cost, terms.amount), (Some(Cost::Paid), Some(1_250)));
        assert_eq!(
            terms.accessibility,
            [Accessibility::StepFree, Accessibility::Lift]
        );
        let capacity = Capacity {
            available: 3,
            maximum: Some(10),
        };
        assert_eq!(terms.capacity, Some(capacity));
        assert_eq!(reading.counted_at, Some(desk.now()));

        let calendar = calendars(desk, town.municipality, &[id])
            .await
            .unwrap()
            .remove(&id)
            .unwrap();
        let day = |text: &str| Day::parse(text).unwrap();
        let times = calendar.between(day("2026-11-23"), day("2027-01-14"));
        let days: Vec<_> = times.iter().map(|o| o.day.to_string()).collect();
        let expected = [
            "2026-11-27",
            "2026-12-03",
            "2026-12-10",
            "2026-12-17",
            "2027-01-07",
            "2027-01-14",
        ];
        assert_eq!(days, expected);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_sent_back_unchanged_changes_nothing() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let id = create(desk, &keeper, &cafe(&town), None, DANISH)
            .await
            .unwrap();
        let before = read(desk, town.municipality, None, id, DANISH)
            .await
            .unwrap();
        town.clock.advance(40 * Moment::DAY);
        let again = draft(desk, &keeper, id).await.unwrap();
        assert_eq!(again.schedule, "", "the words only say what the rule says");
        change(desk, &keeper, id, &again, None).await.unwrap();
        let after = read(desk, town.municipality, None, id, DANISH)
            .await
            .unwrap();
        assert_eq!(
            (after.terms, after.calendar),
            (before.terms, before.calendar)
        );
        assert_eq!(
            (after.counted_at, after.schedules),
            (before.counted_at, before.schedules)
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_out_is_gone() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let id = create(desk, &keeper, &cafe(&town), None, DANISH)
            .await
            .unwrap();
        change(desk, &keeper, id, &named(&town, "Sprogcafé"), None)
            .await
            .unwrap();
        let reading = read(desk, town.municipality, None, id, DANISH)
            .await
            .unwrap();
        assert_eq!(reading.terms, samskab_domain::offer::Terms::default());
        assert!(reading.calendar.is_empty() && reading.calendar.closures.is_empty());
        assert_eq!(reading.schedules, ["Den dag, du kommer hjem"]);
    })
    .await;
}
