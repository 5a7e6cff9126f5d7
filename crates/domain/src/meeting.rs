//! Meetings: what they are for is said beforehand, and a practice meeting closes with what is
//! done differently (F7, F9).
pub mod closing;
pub mod minutes;
pub mod recurrence;
pub mod seminar;
pub mod voice;

use crate::calendar::Day;
use crate::kernel::{LINE_MAX, Moment, Reader, Remark, Why, codes};
use crate::schedule::Time;
pub use recurrence::Repeats;

/// What a meeting is for. All four are legitimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To know each other. Nothing of it is counted, and nobody is noted down with whom.
    Relations,
    Knowledge,
    /// To solve a practical problem.
    Practice,
    Decide,
}
codes! { Purpose: Practice = "practice", Knowledge = "knowledge", Decide = "decide", Relations = "relations" }

impl Purpose {
    /// Whether it is noted down what was said, and how many were there.
    #[must_use]
    pub fn keeps_minutes(self) -> bool {
        self != Self::Relations
    }

    /// Whether closing it asks what is done differently.
    #[must_use]
    pub fn asks_for_change(self) -> bool {
        self == Self::Practice
    }
}

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Planned,
    Closed,
    Cancelled,
}
codes! { State: Planned = "planned", Closed = "closed", Cancelled = "cancelled" }

/// What someone says to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coming {
    Yes,
    Maybe,
    No,
}
codes! { Coming: Yes = "yes", Maybe = "maybe", No = "no" }

/// What an item of the agenda comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// A need nobody does anything about yet.
    Need,
    /// An answer that is late.
    Answer,
    /// A practice change that has begun, and nobody has said how it went.
    Change,
    /// A task that has become a duty, or crosses what is whose.
    Task,
    /// What someone wrote herself.
    Own,
}
codes! { ItemKind: Need = "need", Answer = "answer", Change = "change", Task = "task", Own = "own" }

/// Days back that a meeting may be written down after it was held.
const BACK_DAYS: i64 = 31;
/// Days ahead that one may be called.
const AHEAD_DAYS: i64 = 1_100;
/// Longest item of an agenda, in characters.
pub const ITEM_MAX: usize = 300;

/// What was typed to call a meeting, or to move one.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub purpose: String,
    pub title: String,
    pub day: String,
    pub from: String,
    pub until: String,
    pub place: String,
    pub about: String,
    pub repeats: String,
    pub times: String,
    /// A day on which practitioners of both sectors look at the area together (F26).
    pub seminar: bool,
    /// The version that was changed; empty when it does not matter which.
    pub version: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// When a meeting is: a day, and hours where it is not all day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub day: Day,
    /// From and until; none is all day.
    pub hours: Option<(Time, Time)>,
}

impl When {
    /// The first moment of it.
    pub fn starts(self) -> Moment {
        self.hours
            .map_or(self.day.start(), |(from, _)| self.day.at(from))
    }

    /// The first moment after it.
    pub fn ends(self) -> Moment {
        let next = self.day.plus(1).start();
        self.hours.map_or(next, |(_, until)| self.day.at(until))
    }

    /// At the same hours on another day.
    #[must_use]
    pub fn on(self, day: Day) -> Self {
        Self { day, ..self }
    }
}

/// A meeting that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub purpose: Purpose,
    pub title: String,
    pub when: When,
    pub place: String,
    /// What it is about, for those who are invited; never in a mail.
    pub about: Option<String>,
    /// How it comes again, and how often in all.
    pub repeats: Option<(Repeats, u8)>,
    pub seminar: bool,
    /// Which word of it was changed.
    pub version: Option<i64>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self, today: Day) -> Result<Meeting, Vec<Remark>> {
        let mut read = Reader::new();
        let purpose = read.choice("purpose", &self.purpose);
        let title = read.required("title", &self.title, 90);
        let when = self.when(&mut read, today);
        let place = read.required("place", &self.place, LINE_MAX);
        let about = read.optional("about", &self.about, 600);
        let repeats = recurrence::read(&mut read, &self.repeats, &self.times);
        let version = read.version(&self.version);
        let meeting = purpose.zip(when).map(|(purpose, when)| Meeting {
            purpose,
            title,
            when,
            place,
            about,
            repeats,
            seminar: self.seminar,
            version,
        });
        read.finish(meeting)
    }

    fn when(&self, read: &mut Reader, today: Day) -> Option<When> {
        let day = read.day("day", &self.day);
        if day.is_some_and(|day| !(-BACK_DAYS..=AHEAD_DAYS).contains(&today.days_until(day))) {
            read.remark("day", Why::DateOutOfRange);
        }
        let from = read.optional_time("from", &self.from);
        let until = read.optional_time("until", &self.until);
        match (from, until) {
            (Some(from), Some(until)) if until <= from => read.remark("until", Why::EndsTooSoon),
            (Some(_), None) if !read.has("until") => read.remark("until", Why::Missing),
            (None, Some(_)) if !read.has("from") => read.remark("from", Why::Missing),
            _ => {}
        }
        let hours = from.zip(until);
        day.map(|day| When { day, hours })
    }

    /// The fields a person writes freely, to be looked through for personal data. The place is
    /// where one meets, so an address may stand there.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("title", &self.title), ("about", &self.about)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn draft() -> Draft {
        Draft {
            purpose: "practice".into(),
            title: "Hvem ringer dagen før?".into(),
            day: "2026-12-01".into(),
            from: "14:00".into(),
            until: "15.30".into(),
            place: "Køkkenet på Kilden".into(),
            ..Draft::default()
        }
    }

    fn remarks(change: impl FnOnce(&mut Draft)) -> Vec<(&'static str, Why)> {
        let mut draft = draft();
        change(&mut draft);
        let remarks = draft.consider(day("2026-11-23")).unwrap_err();
        remarks.into_iter().map(|r| (r.field, r.why)).collect()
    }

    #[test]
    fn hours_come_in_pairs_and_in_order() {
        let meeting = draft().consider(day("2026-11-23")).unwrap();
        assert_eq!(
            meeting.when.ends().0 - meeting.when.starts().0,
            90 * 60 * Moment::SECOND
        );
        assert_eq!(
            remarks(|d| d.until = "13:00".into()),
            [("until", Why::EndsTooSoon)]
        );
        assert_eq!(remarks(|d| d.until.clear()), [("until", Why::Missing)]);
        assert_eq!(remarks(|d| d.from.clear()), [("from", Why::Missing)]);
        assert_eq!(
            remarks(|d| d.from = "kl. to".into()),
            [("from", Why::NotATime), ("from", Why::Missing)][..1]
        );
    }

    #[test]
    fn without_hours_it_is_all_day_also_when_the_clocks_change() {
        let long = When {
            day: day("2026-10-25"),
            hours: None,
        };
        assert_eq!(long.ends().0 - long.starts().0, 25 * Moment::HOUR);
    }

    #[test]
    fn what_it_is_for_is_said_beforehand() {
        assert_eq!(remarks(|d| d.purpose.clear()), [("purpose", Why::Missing)]);
        assert_eq!(
            remarks(|d| d.day = "2031-01-01".into()),
            [("day", Why::DateOutOfRange)]
        );
        assert!(!Purpose::Relations.keeps_minutes());
        assert!(Purpose::Practice.asks_for_change() && !Purpose::Decide.asks_for_change());
    }
}
