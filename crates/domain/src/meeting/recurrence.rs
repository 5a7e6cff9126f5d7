//! Meetings that come again, as RFC 5545 says it.
use crate::calendar::Day;
use crate::kernel::{Reader, Why, codes};

/// How a meeting comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repeats {
    Weekly,
    Fortnightly,
    /// On the same weekday of the month: the second Tuesday, or the last Friday.
    Monthly,
}
codes! { Repeats: Weekly = "weekly", Fortnightly = "fortnightly", Monthly = "monthly" }

/// A row of meetings is this long at the most: half a year of weeks.
pub const TIMES_MAX: u8 = 26;

/// The letters RFC 5545 has for Monday to Sunday.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// How often, read from what was typed; none is once.
pub(super) fn read(read: &mut Reader, repeats: &str, times: &str) -> Option<(Repeats, u8)> {
    let repeats = read.optional_choice::<Repeats>("repeats", repeats)?;
    let found = times.trim().parse::<u8>().ok();
    let found = found.filter(|times| (2..=TIMES_MAX).contains(times));
    if found.is_none() {
        read.remark(
            "times",
            Why::NotInRange {
                min: 2,
                max: TIMES_MAX.into(),
            },
        );
    }
    Some((repeats, found?))
}

impl Repeats {
    /// The days, the first among them.
    #[must_use]
    pub fn days(self, first: Day, times: u8) -> Vec<Day> {
        (0..i64::from(times))
            .filter_map(|i| match self {
                Self::Weekly => Some(first.plus(7 * i)),
                Self::Fortnightly => Some(first.plus(14 * i)),
                Self::Monthly => first.same_weekday(week_of_month(first), i),
            })
            .collect()
    }

    /// The same as a recurrence rule (RFC 5545, 3.3.10).
    #[must_use]
    pub fn rule(self, first: Day, times: u8) -> String {
        match self {
            Self::Weekly => format!("FREQ=WEEKLY;COUNT={times}"),
            Self::Fortnightly => format!("FREQ=WEEKLY;INTERVAL=2;COUNT={times}"),
            Self::Monthly => {
                let weekday = usize::try_from(first.weekday() - 1).unwrap_or_default();
                let weekday = WEEKDAYS.get(weekday).copied().unwrap_or("MO");
                let nth = week_of_month(first);
                format!("FREQ=MONTHLY;BYDAY={nth}{weekday};COUNT={times}")
            }
        }
    }
}

/// 1 to 4; a fifth is taken as the last, which every month has.
fn week_of_month(day: Day) -> i8 {
    match (day.parts().2 - 1) / 7 + 1 {
        5 => -1,
        nth => nth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_second_tuesday_is_found_in_every_month() {
        let days = Repeats::Monthly.days(day("2026-12-08"), 3);
        assert_eq!(days, ["2026-12-08", "2027-01-12", "2027-02-09"].map(day));
        let rule = Repeats::Monthly.rule(day("2026-12-08"), 3);
        assert_eq!(rule, "FREQ=MONTHLY;BYDAY=2TU;COUNT=3");
    }

    #[test]
    fn a_fifth_friday_is_the_last() {
        let days = Repeats::Monthly.days(day("2026-10-30"), 3);
        assert_eq!(days, ["2026-10-30", "2026-11-27", "2026-12-25"].map(day));
        let rule = Repeats::Monthly.rule(day("2026-10-30"), 3);
        assert_eq!(rule, "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3");
    }

    proptest! {
        #[test]
        fn days_rise_stay_on_their_weekday_and_begin_with_the_first(
            start in 0i64..40_000, times in 2u8..=TIMES_MAX, which in 0usize..3
        ) {
            let first = day("1990-01-01").plus(start);
            let days = [Repeats::Weekly, Repeats::Fortnightly, Repeats::Monthly][which].days(first, times);
            prop_assert_eq!(days.len(), usize::from(times));
            prop_assert_eq!(days[0], first);
            prop_assert!(days.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(days.iter().all(|d| d.weekday() == first.weekday()));
        }
    }
}
