//! When an offer can be used: times that repeat (RFC 5545, section 3.3.10), days that are
//! otherwise, and times it is closed. All in the municipality's own time, Europe/Copenhagen.
mod draft;
mod rule;
mod time;

pub use draft::{Draft, Repeats, Schedule};
pub use rule::{Frequency, OnDay, Rule, WEEKDAYS};
pub use time::Time;

use crate::calendar::Day;
use crate::kernel::Moment;

/// A day on which it is otherwise than the rules say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    pub day: Day,
    /// The time on that day; none when it is closed.
    pub times: Option<(Time, Option<Time>)>,
}

/// Closed for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    pub from: Day,
    /// The last day it is closed; none until further notice.
    pub until: Option<Day>,
    /// Why, in plain words.
    pub note: Option<String>,
}

impl Closure {
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Everything that says when an offer can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    pub rules: Vec<Rule>,
    pub exceptions: Vec<Exception>,
    pub closures: Vec<Closure>,
    pub open_on_holidays: bool,
}

/// One time it can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurrence {
    pub day: Day,
    /// None when only the day is known.
    pub starts: Option<Time>,
    pub ends: Option<Time>,
}

impl Occurrence {
    /// When it begins; the first moment of the day when no time is known.
    pub fn begins_at(self) -> Moment {
        self.starts
            .map_or_else(|| self.day.start(), |time| self.day.at(time))
    }

    /// When it is over: on the next day when it ends no later than it began, the end of the day
    /// when no time is known.
    pub fn is_over_at(self) -> Moment {
        match (self.starts, self.ends) {
            (Some(starts), Some(ends)) if ends <= starts => self.day.plus(1).at(ends),
            (_, Some(ends)) => self.day.at(ends),
            (_, None) => self.day.plus(1).start(),
        }
    }

    /// Whether it is going on at `moment`.
    pub fn is_on(self, moment: Moment) -> bool {
        self.begins_at() <= moment && moment < self.is_over_at()
    }
}

/// Furthest one looks for a next time, in days: some offers come once a year.
const HORIZON: i64 = 400;

impl Calendar {
    /// Whether nothing here says when.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.exceptions.iter().all(|e| e.times.is_none())
    }

    /// Every time from `from` up to and with `until`, in order, each once. An exception says all
    /// there is of its day; else closures and, unless it is open on them, public holidays take
    /// the rules' times away.
    pub fn between(&self, from: Day, until: Day) -> Vec<Occurrence> {
        let mut rules: Vec<_> = self.rules.iter().map(|rule| (rule, rule.last())).collect();
        rules.retain(|(rule, last)| {
            rule.from.is_none_or(|first| first <= until) && last.is_none_or(|last| from <= last)
        });
        let mut found = Vec::new();
        let mut day = from;
        while day <= until {
            self.on(day, &rules, &mut found);
            day = day.plus(1);
        }
        found
    }

    fn on(&self, day: Day, rules: &[(&Rule, Option<Day>)], found: &mut Vec<Occurrence>) {
        if let Some(exception) = self.exceptions.iter().find(|e| e.day == day) {
            found.extend(exception.times.map(|(starts, ends)| Occurrence {
                day,
                starts: Some(starts),
                ends,
            }));
            return;
        }
        if self.closed_on(day) {
            return;
        }
        let mut times: Vec<_> = rules
            .iter()
            .filter(|(rule, last)| rule.falls_on(day) && last.is_none_or(|last| day <= last))
            .map(|(rule, _)| Occurrence {
                day,
                starts: rule.starts,
                ends: rule.ends,
            })
            .collect();
        times.sort_unstable();
        times.dedup();
        found.extend(times);
    }

    /// Whether the rules' times fall away on a day.
    pub fn closed_on(&self, day: Day) -> bool {
        self.closure_on(day).is_some() || (day.is_holiday() && !self.open_on_holidays)
    }

    /// The closure a day lies in.
    pub fn closure_on(&self, day: Day) -> Option<&Closure> {
        self.closures.iter().find(|closure| closure.covers(day))
    }

    /// The next time that is not over at `now`, within four hundred days.
    pub fn next(&self, now: Moment) -> Option<Occurrence> {
        let yesterday = Day::of(now).plus(-1);
        // Two weeks hold the next time of nearly every offer.
        let near = self.between(yesterday, yesterday.plus(14));
        let comes = |times: Vec<Occurrence>| times.into_iter().find(|o| now < o.is_over_at());
        comes(near).or_else(|| comes(self.between(yesterday.plus(15), yesterday.plus(HORIZON))))
    }

    /// What is going on at `now`.
    pub fn at(&self, now: Moment) -> Option<Occurrence> {
        let today = Day::of(now);
        let mut times = self.between(today.plus(-1), today).into_iter();
        times.find(|o| o.starts.is_some() && o.is_on(now))
    }
}

#[cfg(test)]
mod tests;
