//! When: examples, and the rules against the standard told step by step.
use super::*;
use crate::kernel::{Reader, Why};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn time(text: &str) -> Option<Time> {
    Some(Time::parse(text).unwrap())
}

fn days(calendar: &Calendar, from: &str, until: &str) -> Vec<String> {
    let times = calendar.between(day(from), day(until));
    times.iter().map(|o| o.day.to_string()).collect()
}

fn rule(on: &[&str]) -> Rule {
    let on = on.iter().map(|text| OnDay::parse(text).unwrap()).collect();
    Rule::weekly(on, time("16:30"), time("18:30"))
}

fn with(rule: Rule) -> Calendar {
    Calendar {
        rules: vec![rule],
        ..Calendar::default()
    }
}

#[test]
fn every_thursday_but_not_on_maundy_thursday() {
    let mut calendar = with(rule(&["TH"]));
    let april = ["2026-03-26", "2026-04-09", "2026-04-16"];
    assert_eq!(days(&calendar, "2026-03-23", "2026-04-16"), april);
    calendar.open_on_holidays = true;
    assert_eq!(days(&calendar, "2026-03-23", "2026-04-16").len(), 4);
}

#[test]
fn easter_sunday_is_a_holiday_too() {
    let calendar = with(rule(&["SU"]));
    assert_eq!(
        days(&calendar, "2026-03-29", "2026-04-12"),
        ["2026-03-29", "2026-04-12"]
    );
}

#[test]
fn every_other_week_is_counted_from_the_first_day() {
    let every_other = Rule {
        every: 2,
        from: Some(day("2026-11-05")),
        ..rule(&["MO", "TH"])
    };
    let found = days(&with(every_other), "2026-11-01", "2026-12-01");
    assert_eq!(
        found,
        ["2026-11-05", "2026-11-16", "2026-11-19", "2026-11-30"]
    );
}

#[test]
fn the_first_and_the_last_of_a_month() {
    let monthly = |on: &[&str]| Rule {
        frequency: Frequency::Monthly,
        ..rule(on)
    };
    assert_eq!(
        days(&with(monthly(&["1MO"])), "2026-11-01", "2026-12-31"),
        ["2026-11-02", "2026-12-07"]
    );
    assert_eq!(
        days(&with(monthly(&["-1FR"])), "2026-10-01", "2026-11-30"),
        ["2026-10-30", "2026-11-27"]
    );
    let last_day = Rule {
        month_days: vec![-1],
        ..monthly(&[])
    };
    assert_eq!(
        days(&with(last_day), "2026-02-01", "2026-03-30"),
        ["2026-02-28"]
    );
}

#[test]
fn ten_times_are_ten_times() {
    let course = Rule {
        count: Some(3),
        from: Some(day("2026-11-03")),
        ..rule(&["TU"])
    };
    let found = days(&with(course), "2026-11-05", "2027-11-05");
    assert_eq!(found, ["2026-11-10", "2026-11-17"]);
}

#[test]
fn an_exception_says_all_of_its_day_and_a_closure_closes() {
    let mut calendar = with(rule(&["TH"]));
    calendar.exceptions = vec![
        Exception {
            day: day("2026-11-26"),
            times: None,
        },
        Exception {
            day: day("2026-12-02"),
            times: time("10:00").map(|t| (t, None)),
        },
    ];
    calendar.closures = vec![Closure {
        from: day("2026-12-01"),
        until: Some(day("2026-12-12")),
        note: None,
    }];
    assert_eq!(
        days(&calendar, "2026-11-23", "2026-12-18"),
        ["2026-12-02", "2026-12-17"]
    );
}

#[test]
fn what_is_on_now_may_have_begun_yesterday() {
    let mut night = rule(&["SA"]);
    (night.starts, night.ends) = (time("22:00"), time("02:00"));
    let calendar = with(night);
    let at = |d: &str, t: &str| day(d).at(Time::parse(t).unwrap());
    assert!(calendar.at(at("2026-11-29", "01:59")).is_some());
    assert!(calendar.at(at("2026-11-29", "02:00")).is_none());
    assert!(calendar.at(at("2026-11-28", "21:59")).is_none());
    let next = calendar.next(at("2026-11-29", "02:00")).unwrap();
    assert_eq!(next.day, day("2026-12-05"));
}

#[test]
fn summer_time_moves_the_moment_and_not_the_clock() {
    let calendar = with(rule(&["TH"]));
    let times = calendar.between(day("2026-10-22"), day("2026-10-29"));
    let apart = times[1].begins_at().0 - times[0].begins_at().0;
    assert_eq!(apart, 7 * Moment::DAY + Moment::HOUR);
}

#[test]
fn what_is_typed_holds_or_says_why_not() {
    let heard = |draft: Draft| {
        let mut read = Reader::new();
        let schedule = draft.consider(&mut read);
        read.finish(Some(schedule))
    };
    let draft = Draft {
        repeats: "last_in_month".into(),
        weekdays: vec!["TH".into(), "MO".into()],
        starts_at: "16.30".into(),
        exceptions: "24.12.2026\n17-12-2026 13.00–15".into(),
        closed_from: "2027-07-01".into(),
        ..Draft::default()
    };
    let schedule = heard(draft).unwrap();
    assert_eq!(schedule.rule.as_ref().unwrap().on.len(), 2);
    assert_eq!(schedule.exceptions.len(), 2);
    assert_eq!(heard(schedule.draft()), Ok(schedule));
    let every_other = Draft {
        repeats: "every_other_week".into(),
        weekdays: vec!["TH".into()],
        ends_at: "25".into(),
        exceptions: "jul".into(),
        closed_note: "Ferie".into(),
        ..Draft::default()
    };
    let remarks = heard(every_other).unwrap_err();
    let fields: Vec<_> = remarks.iter().map(|r| (r.field, &r.why)).collect();
    let expected = [
        ("ends_at", &Why::NotATime),
        ("from_day", &Why::Missing),
        ("exceptions", &Why::NotADate),
        ("closed_from", &Why::Missing),
    ];
    assert_eq!(fields, expected);
}

prop_compose! {
    fn any_rule()(
        monthly in any::<bool>(),
        every in 1u16..5,
        on in proptest::collection::vec((proptest::option::of(prop_oneof![-2i8..=-1, 1i8..=4]), 1i8..=7), 0..4),
        month_days in proptest::collection::vec(prop_oneof![-3i8..=-1, 1i8..=31], 0..3),
        from in 0i64..900,
        length in proptest::option::of(0i64..700),
        count in proptest::option::of(1u16..40),
        hours in (0i8..24, 0i8..24),
    ) -> Rule {
        let from = day("2026-01-01").plus(from);
        let frequency = if monthly { Frequency::Monthly } else { Frequency::Weekly };
        let on = on.into_iter().map(|(nth, weekday)| OnDay { nth: nth.filter(|_| monthly), weekday });
        Rule {
            frequency, every, on: on.collect(),
            month_days: if monthly { month_days } else { vec![] },
            starts: Time::new(hours.0, 0), ends: Time::new(hours.1, 30),
            from: Some(from), until: length.map(|days| from.plus(days)), count,
        }
    }
}

/// The same rule step by step, as RFC 5545 tells it: each period of `INTERVAL` in turn, in it the
/// days that fit, in order, until `COUNT` or `UNTIL` ends it.
fn by_the_book(rule: &Rule, until: Day) -> Vec<Day> {
    let from = rule.from.unwrap();
    let mut found = Vec::new();
    let mut first = match rule.frequency {
        Frequency::Weekly => from.monday(),
        Frequency::Monthly => from.plus(1 - i64::from(from.parts().2)),
    };
    while first <= until {
        let length = match rule.frequency {
            Frequency::Weekly => 7,
            Frequency::Monthly => i64::from(first.days_in_month()),
        };
        for day in (0..length).map(|n| first.plus(n)) {
            let (_, _, of_month) = day.parts();
            let nth = |on: &OnDay| match on.nth {
                None => true,
                Some(n) => {
                    let same: Vec<Day> = (0..length)
                        .map(|i| first.plus(i))
                        .filter(|d| d.weekday() == day.weekday())
                        .collect();
                    let at = if n > 0 {
                        n as usize - 1
                    } else {
                        same.len().wrapping_sub(n.unsigned_abs() as usize)
                    };
                    same.get(at) == Some(&day)
                }
            };
            let by_day = rule
                .on
                .iter()
                .any(|on| on.weekday == day.weekday() && nth(on));
            let by_month_day = rule.month_days.iter().any(|n| {
                i64::from(*n) == i64::from(of_month)
                    || i64::from(*n) + length + 1 == i64::from(of_month)
            });
            let of_start = match rule.frequency {
                Frequency::Weekly => day.weekday() == from.weekday(),
                Frequency::Monthly => of_month == from.parts().2,
            };
            let fits = match (rule.on.is_empty(), rule.month_days.is_empty()) {
                (true, true) => of_start,
                (false, true) => by_day,
                (true, false) => by_month_day,
                (false, false) => by_day && by_month_day,
            };
            let ended = rule.until.is_some_and(|last| last < day)
                || rule.count.is_some_and(|c| found.len() >= usize::from(c));
            if fits && from <= day && !ended {
                found.push(day);
            }
        }
        let every = i64::from(rule.every);
        first = match rule.frequency {
            Frequency::Weekly => first.plus(7 * every),
            Frequency::Monthly => {
                (0..every).fold(first, |day, _| day.plus(i64::from(day.days_in_month())))
            }
        };
    }
    found
}

proptest! {
    #[test]
    fn a_rule_falls_where_the_standard_says(rule in any_rule(), start in 0i64..1_200, length in 0i64..120) {
        let from = day("2026-01-01").plus(start);
        let until = from.plus(length);
        let expected: Vec<_> = by_the_book(&rule, until).into_iter().filter(|d| (from..=until).contains(d)).collect();
        let calendar = Calendar { rules: vec![rule], open_on_holidays: true, ..Calendar::default() };
        let found: Vec<_> = calendar.between(from, until).into_iter().map(|o| o.day).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn times_come_in_order_each_once_and_never_when_closed(
        rules in proptest::collection::vec(any_rule(), 0..4), closed in 0i64..400, for_days in 0i64..60,
    ) {
        let from = day("2026-06-01");
        let closure = Closure { from: from.plus(closed), until: Some(from.plus(closed + for_days)), note: None };
        let calendar = Calendar { rules, closures: vec![closure], ..Calendar::default() };
        let times = calendar.between(from, from.plus(365));
        prop_assert!(times.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(times.iter().all(|o| !calendar.closed_on(o.day) && o.begins_at() <= o.is_over_at()));
        let now = from.plus(40).start();
        if let Some(next) = calendar.next(now) {
            prop_assert!(now < next.is_over_at());
        }
    }
}
