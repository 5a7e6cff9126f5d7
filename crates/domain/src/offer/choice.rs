//! What citizens narrow a list of offers to.
use crate::calendar::Day;
use crate::kernel::{Moment, codes};
use crate::schedule::Occurrence;

/// When somebody wants to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Now,
    Today,
    ThisWeek,
    Evening,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
codes! { Choice: Now = "now", Today = "today", ThisWeek = "week", Evening = "evening", Monday = "mo",
Tuesday = "tu", Wednesday = "we", Thursday = "th", Friday = "fr", Saturday = "sa", Sunday = "su" }

/// When evening begins, in hours of the day.
const EVENING: i8 = 17;

impl Choice {
    /// Whether a time is one of those chosen, as of `now`.
    pub fn holds(self, time: Occurrence, now: Moment) -> bool {
        let today = Day::of(now);
        let is_on = |weekday: i8| time.day.weekday() == weekday;
        match self {
            Self::Now => time.is_on(now),
            Self::Today => time.day == today,
            Self::ThisWeek => (0..7).contains(&today.days_until(time.day)),
            Self::Evening => match (time.starts, time.ends) {
                (Some(starts), Some(ends)) => {
                    starts.hour() >= EVENING || ends.hour() >= EVENING || ends <= starts
                }
                (starts, _) => starts.is_none_or(|starts| starts.hour() >= EVENING),
            },
            Self::Monday => is_on(1),
            Self::Tuesday => is_on(2),
            Self::Wednesday => is_on(3),
            Self::Thursday => is_on(4),
            Self::Friday => is_on(5),
            Self::Saturday => is_on(6),
            Self::Sunday => is_on(7),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Time;

    #[test]
    fn a_time_is_among_those_chosen() {
        let monday = Day::parse("2026-11-23").unwrap();
        let time = |day: i64, from: &str, to: &str| Occurrence {
            day: monday.plus(day),
            starts: Time::parse(from),
            ends: Time::parse(to),
        };
        let now = monday.at(Time::parse("10:30").unwrap());
        for (choice, time, holds) in [
            (Choice::Now, time(0, "10:00", "11:00"), true),
            (Choice::Now, time(0, "11:00", "12:00"), false),
            (Choice::Today, time(0, "18:00", "20:00"), true),
            (Choice::Today, time(1, "18:00", "20:00"), false),
            (Choice::ThisWeek, time(6, "18:00", "20:00"), true),
            (Choice::ThisWeek, time(7, "18:00", "20:00"), false),
            (Choice::Evening, time(3, "16:30", "18:30"), true),
            (Choice::Evening, time(3, "10:00", "12:00"), false),
            (Choice::Evening, time(3, "22:00", "02:00"), true),
            (Choice::Monday, time(7, "10:00", "12:00"), true),
            (Choice::Sunday, time(7, "10:00", "12:00"), false),
        ] {
            assert_eq!(choice.holds(time, now), holds, "{choice:?} {time:?}");
        }
    }
}
