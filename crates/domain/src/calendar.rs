//! Days and working days, as a Danish municipality counts them.
use crate::moment::Moment;
use jiff::{Timestamp, ToSpan, civil, tz::TimeZone};
use std::fmt;

/// A day in the municipality's own time (Europe/Copenhagen), without a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// Reads `2026-11-23`. Years outside 1900..=2200 are taken for slips of the hand.
    pub fn parse(text: &str) -> Option<Self> {
        let date: civil::Date = text.parse().ok()?;
        (1900..=2200).contains(&date.year()).then_some(Self(date))
    }

    /// Reads `2026-11-23` too, and as Danes write it: `23.11.2026`, `23-11-2026`, `23/11/2026`.
    pub fn parse_danish(text: &str) -> Option<Self> {
        if let Some(day) = Self::parse(text) {
            return Some(day);
        }
        let parts: Option<Vec<u16>> = text
            .split(['.', '-', '/'])
            .map(|p| p.parse().ok())
            .collect();
        let [day, month, year] = parts?.try_into().ok()?;
        Self::parse(&format!("{year:04}-{month:02}-{day:02}"))
    }

    /// The day it is in Copenhagen at `moment`.
    pub fn of(moment: Moment) -> Self {
        Self(local(moment).date())
    }

    /// Year, month 1..=12, day of the month.
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// `days` later (earlier when negative), stopping at the calendar's ends.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    /// Whole days from `self` to `other`.
    pub fn days_until(self, other: Self) -> i64 {
        i64::from((other.0 - self.0).get_days())
    }

    /// The first moment of the day in Copenhagen.
    pub fn start(self) -> Moment {
        let zoned = self.0.to_zoned_datetime(copenhagen());
        Moment(zoned.map_or(0, |z| z.timestamp().as_microsecond()))
    }

    /// The moment it is `time` in Copenhagen. A time that the change to summer time leaves out is
    /// an hour later; of one that comes twice the first.
    pub fn at(self, time: crate::schedule::Time) -> Moment {
        let zoned = self
            .0
            .at(time.hour(), time.minute(), 0, 0)
            .to_zoned_datetime(copenhagen());
        zoned.map_or_else(|_| self.start(), |z| Moment(z.timestamp().as_microsecond()))
    }

    /// How many days its month has.
    pub fn days_in_month(self) -> i8 {
        self.0.days_in_month()
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus(1 - i64::from(self.weekday()))
    }

    /// Months since year 0, to count them by.
    pub fn months(self) -> i64 {
        let (year, month, _) = self.parts();
        i64::from(year) * 12 + i64::from(month) - 1
    }

    /// The `nth` day of this weekday in the month that lies `months` after this day's: 1 is the
    /// first, -1 the last.
    pub fn same_weekday(self, nth: i8, months: i64) -> Option<Self> {
        let month = self.0.first_of_month().checked_add(months.months()).ok()?;
        let found = month.nth_weekday_of_month(nth, self.0.weekday());
        found.ok().map(Self)
    }

    /// 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// Whether offices are open: Monday to Friday and no public holiday.
    pub fn is_working(self) -> bool {
        self.weekday() <= 5 && !self.is_holiday()
    }

    /// `count` working days later: day 1 is the first working day after `self`.
    #[must_use]
    pub fn plus_working(self, count: u16) -> Self {
        let mut day = self;
        let mut left = count;
        while left > 0 {
            day = day.plus(1);
            if day.is_working() {
                left -= 1;
            }
        }
        day
    }

    /// How many working days lie after `self`, up to and with `other`.
    pub fn working_days_until(self, other: Self) -> u32 {
        let mut day = self;
        let mut count = 0;
        while day < other {
            day = day.plus(1);
            count += u32::from(day.is_working());
        }
        count
    }

    /// Public holidays and the days Danish offices keep closed. *Store bededag* ceased in 2024.
    pub fn is_holiday(self) -> bool {
        let (year, month, day) = self.parts();
        let fixed = matches!(
            (month, day),
            (1, 1) | (6, 5) | (12, 24) | (12, 25) | (12, 26) | (12, 31)
        );
        // Maundy Thursday, Good Friday, Easter, Ascension, Whitsun.
        let from_easter = easter(year).days_until(self);
        fixed || matches!(from_easter, -3..=-2 | 0..=1 | 39 | 49..=50)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `2026-11-23T15:30:00Z`, with as many digits of a second as there are (RFC 3339).
pub fn rfc3339(moment: Moment) -> String {
    let timestamp = Timestamp::from_microsecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
    timestamp.to_string()
}

/// Reads what [`rfc3339`] writes, with any offset; of a day alone its first moment in Copenhagen.
pub fn parse_moment(text: &str) -> Option<Moment> {
    if let Some(day) = Day::parse(text) {
        return Some(day.start());
    }
    let timestamp: Timestamp = text.parse().ok()?;
    Some(Moment(timestamp.as_microsecond()))
}

/// Hour and minute in Copenhagen at `moment`.
pub fn hour_and_minute(moment: Moment) -> (i8, i8) {
    let local = local(moment);
    (local.hour(), local.minute())
}

fn local(moment: Moment) -> civil::DateTime {
    let timestamp = Timestamp::from_microsecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
    timestamp.to_zoned_datetime(copenhagen()).datetime()
}

/// The zone is bundled with the program; without it, UTC is at most two hours wrong.
fn copenhagen() -> TimeZone {
    TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC)
}

/// Easter Sunday by the Gregorian algorithm of Meeus, Jones and Butcher
/// (J. Meeus, *Astronomical Algorithms*, 1991, chapter 8).
fn easter(year: i16) -> Day {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    let date = civil::Date::new(year, month as i8, day as i8);
    Day(date.unwrap_or(civil::Date::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, sunday) in [
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year), day(sunday));
        }
    }

    #[test]
    fn twenty_working_days_step_over_christmas_and_new_year() {
        assert_eq!(day("2026-12-15").plus_working(20), day("2027-01-18"));
    }

    #[test]
    fn a_moment_late_in_the_evening_utc_is_the_next_day_in_copenhagen() {
        let moment = Moment(1_795_390_200_000_000); // 2026-11-22T23:30:00Z
        assert_eq!(Day::of(moment), day("2026-11-23"));
        assert_eq!(hour_and_minute(moment), (0, 30));
    }

    #[test]
    fn a_meeting_stays_at_its_hour_when_summer_time_ends() {
        let two = crate::schedule::Time::parse("14:00").unwrap();
        for (text, utc) in [("2026-10-24", 12), ("2026-10-26", 13)] {
            let at = day(text).at(two);
            assert_eq!(at.0 / Moment::HOUR % 24, utc, "{text}");
            assert_eq!((Day::of(at), hour_and_minute(at)), (day(text), (14, 0)));
        }
    }

    #[test]
    fn nonsense_is_no_day() {
        for text in ["", "23/11/2026", "2026-13-01", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn counting_back_gives_the_days_counted_forward(start in 0i64..20_000, count in 0u16..60) {
            let start = day("1990-01-01").plus(start);
            prop_assert_eq!(start.working_days_until(start.plus_working(count)), u32::from(count));
        }
    }
}
