//! A time that repeats.
use super::Time;
use crate::calendar::Day;
use crate::kernel::codes;

/// How it repeats (RFC 5545 `FREQ`; HSDS knows these two).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frequency {
    Weekly,
    Monthly,
}
codes! { Frequency: Weekly = "weekly", Monthly = "monthly" }

/// A weekday, and in a month which of them (RFC 5545 `BYDAY`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OnDay {
    /// 1 for the first in the month, -1 for the last; none for each.
    pub nth: Option<i8>,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: i8,
}

/// The two letters of each weekday, Monday first.
pub const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl OnDay {
    /// Reads `TH`, `1MO`, `-1FR`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let split = text.len().checked_sub(2)?;
        let (nth, letters) = (text.get(..split)?, text.get(split..)?);
        let weekday = WEEKDAYS.iter().position(|w| *w == letters)?;
        let nth = match nth {
            "" => None,
            nth => Some(
                nth.parse()
                    .ok()
                    .filter(|n| *n != 0 && (-5..=5).contains(n))?,
            ),
        };
        Some(Self {
            nth,
            weekday: i8::try_from(weekday).ok()? + 1,
        })
    }

    fn falls_on(self, day: Day) -> bool {
        let of_month = day.parts().2;
        self.weekday == day.weekday()
            && match self.nth {
                None => true,
                Some(nth) if nth > 0 => (of_month - 1) / 7 + 1 == nth,
                Some(nth) => (day.days_in_month() - of_month) / 7 + 1 == -nth,
            }
    }
}

impl std::fmt::Display for OnDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(nth) = self.nth {
            write!(f, "{nth}")?;
        }
        let letters = WEEKDAYS.get(usize::from(self.weekday.unsigned_abs()).wrapping_sub(1));
        f.write_str(letters.unwrap_or(&"MO"))
    }
}

/// A time that repeats. The week begins on Monday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub frequency: Frequency,
    /// Every so many weeks or months, counted from `from` (RFC 5545 `INTERVAL`).
    pub every: u16,
    pub on: Vec<OnDay>,
    /// Days of the month, -1 for the last (RFC 5545 `BYMONTHDAY`).
    pub month_days: Vec<i8>,
    pub starts: Option<Time>,
    pub ends: Option<Time>,
    /// The first day (RFC 5545 `DTSTART`).
    pub from: Option<Day>,
    /// The last day (RFC 5545 `UNTIL`).
    pub until: Option<Day>,
    /// How many times in all (RFC 5545 `COUNT`), from the first day on.
    pub count: Option<u16>,
}

/// As far ahead as one counts, in days: eleven years of weeks, forty of months.
const COUNTED_MAX: i64 = 15_000;

impl Rule {
    /// Each week on these days.
    pub fn weekly(on: Vec<OnDay>, starts: Option<Time>, ends: Option<Time>) -> Self {
        Self {
            frequency: Frequency::Weekly,
            every: 1,
            on,
            month_days: vec![],
            starts,
            ends,
            from: None,
            until: None,
            count: None,
        }
    }

    /// Whether it can be followed: every second week is every second from when?
    pub fn holds(&self) -> bool {
        let counts_from = self.every > 1 || self.count.is_some();
        let says_when = !self.on.is_empty() || !self.month_days.is_empty() || self.from.is_some();
        self.every > 0 && says_when && (!counts_from || self.from.is_some())
    }

    /// Whether it falls on `day`, however often it has before.
    pub(super) fn falls_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
            && self.in_its_turn(day)
            && self.on_its_day(day)
    }

    /// In a week or month that is one of every so many.
    fn in_its_turn(&self, day: Day) -> bool {
        let every = i64::from(self.every.max(1));
        let Some(from) = self.from.filter(|_| every > 1) else {
            return true;
        };
        let passed = match self.frequency {
            Frequency::Weekly => from.monday().days_until(day.monday()) / 7,
            Frequency::Monthly => day.months() - from.months(),
        };
        passed % every == 0
    }

    fn on_its_day(&self, day: Day) -> bool {
        let on_weekday = || self.on.iter().any(|on| on.falls_on(day));
        let of_month = day.parts().2;
        let in_month = |n: &i8| *n == of_month || *n == of_month - day.days_in_month() - 1;
        match (self.on.is_empty(), self.month_days.is_empty()) {
            (true, true) => self.from.is_some_and(|from| match self.frequency {
                Frequency::Weekly => from.weekday() == day.weekday(),
                Frequency::Monthly => from.parts().2 == of_month,
            }),
            (false, true) => on_weekday(),
            (true, false) => self.month_days.iter().any(in_month),
            (false, false) => on_weekday() && self.month_days.iter().any(in_month),
        }
    }

    /// The last day it falls on; none when it has no end.
    pub fn last(&self) -> Option<Day> {
        let (Some(from), Some(count)) = (self.from, self.count) else {
            return self.until;
        };
        let mut left = count;
        let mut last = from.plus(-1);
        for ahead in 0..COUNTED_MAX {
            let day = from.plus(ahead);
            if left == 0 || self.until.is_some_and(|until| until < day) {
                break;
            }
            if self.falls_on(day) {
                last = day;
                left -= 1;
            }
        }
        Some(last)
    }
}
