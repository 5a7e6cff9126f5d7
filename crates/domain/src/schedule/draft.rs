//! When, as it is typed.
use super::rule::WEEKDAYS;
use super::{Calendar, Closure, Exception, Frequency, OnDay, Rule, Time};
use crate::calendar::Day;
use crate::kernel::{Coded, LINE_MAX, Reader, Why, codes};

/// How often, as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repeats {
    Weekly,
    EveryOtherWeek,
    FirstInMonth,
    SecondInMonth,
    ThirdInMonth,
    FourthInMonth,
    LastInMonth,
}
codes! { Repeats: Weekly = "weekly", EveryOtherWeek = "every_other_week", FirstInMonth = "first_in_month",
SecondInMonth = "second_in_month", ThirdInMonth = "third_in_month", FourthInMonth = "fourth_in_month",
LastInMonth = "last_in_month" }

impl Repeats {
    fn nth(self) -> Option<i8> {
        match self {
            Self::Weekly | Self::EveryOtherWeek => None,
            Self::FirstInMonth => Some(1),
            Self::SecondInMonth => Some(2),
            Self::ThirdInMonth => Some(3),
            Self::FourthInMonth => Some(4),
            Self::LastInMonth => Some(-1),
        }
    }

    /// What a rule says in these words; none for one that a form cannot hold.
    pub fn of(rule: &Rule) -> Option<Self> {
        let plain = rule.month_days.is_empty() && rule.count.is_none() && !rule.on.is_empty();
        let first = rule.on.first().and_then(|on| on.nth);
        if !plain || rule.on.iter().any(|on| on.nth != first) {
            return None;
        }
        let found = Self::ALL.iter().find(|r| r.nth() == first).copied()?;
        match (rule.frequency, rule.every, first) {
            (Frequency::Weekly, 1, None) => Some(Self::Weekly),
            (Frequency::Weekly, 2, None) => Some(Self::EveryOtherWeek),
            (Frequency::Monthly, 1, Some(_)) => Some(found),
            _ => None,
        }
    }
}

/// What was typed about when.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub repeats: String,
    /// Two letters each: `MO`, `TU`, ...
    pub weekdays: Vec<String>,
    pub starts_at: String,
    pub ends_at: String,
    pub from_day: String,
    pub until_day: String,
    /// `yes` when it is open on public holidays too.
    pub open_on_holidays: String,
    /// A line for each day that is otherwise: `24.12.2026`, or `17.12.2026 13.00-15.00`.
    pub exceptions: String,
    pub closed_from: String,
    pub closed_until: String,
    pub closed_note: String,
}

/// When, as it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    pub rule: Option<Rule>,
    pub open_on_holidays: bool,
    pub exceptions: Vec<Exception>,
    pub closure: Option<Closure>,
}

/// As many days may be otherwise: more than there are holidays in three years.
const EXCEPTIONS_MAX: usize = 60;

impl Draft {
    /// Notes a remark for each field that cannot be taken.
    pub fn consider(&self, read: &mut Reader) -> Schedule {
        Schedule {
            rule: self.rule(read),
            open_on_holidays: !self.open_on_holidays.is_empty(),
            exceptions: exceptions(read, "exceptions", &self.exceptions),
            closure: self.closure(read),
        }
    }

    fn rule(&self, read: &mut Reader) -> Option<Rule> {
        let weekdays = weekdays(read, "weekdays", &self.weekdays);
        let starts = time(read, "starts_at", &self.starts_at);
        let ends = time(read, "ends_at", &self.ends_at);
        if ends.is_some() && self.starts_at.trim().is_empty() {
            read.remark("starts_at", Why::Missing);
        }
        let from = read.optional_day("from_day", &self.from_day);
        let until = read.optional_day("until_day", &self.until_day);
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            read.remark("until_day", Why::DateOutOfRange);
        }
        let repeats = read.optional_choice::<Repeats>("repeats", &self.repeats);
        if weekdays.is_empty() {
            let times = starts.or(ends).is_some();
            if times && !read.has("weekdays") {
                read.remark("weekdays", Why::Missing);
            }
            return None;
        }
        let repeats = repeats.unwrap_or(Repeats::Weekly);
        if repeats == Repeats::EveryOtherWeek && from.is_none() && !read.has("from_day") {
            read.remark("from_day", Why::Missing);
        }
        let nth = repeats.nth();
        let on = weekdays.into_iter().map(|weekday| OnDay { nth, weekday });
        Some(Rule {
            frequency: nth.map_or(Frequency::Weekly, |_| Frequency::Monthly),
            every: if repeats == Repeats::EveryOtherWeek {
                2
            } else {
                1
            },
            from,
            until,
            ..Rule::weekly(on.collect(), starts, ends)
        })
    }

    fn closure(&self, read: &mut Reader) -> Option<Closure> {
        let from = read.optional_day("closed_from", &self.closed_from);
        let until = read.optional_day("closed_until", &self.closed_until);
        let note = read.optional("closed_note", &self.closed_note, LINE_MAX);
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            read.remark("closed_until", Why::DateOutOfRange);
        }
        let said = until.is_some() || note.is_some();
        if from.is_none() && said && !read.has("closed_from") {
            read.remark("closed_from", Why::Missing);
        }
        from.map(|from| Closure { from, until, note })
    }
}

impl Schedule {
    /// With what the form does not hold: rules of an import beside the first.
    pub fn calendar(&self) -> Calendar {
        Calendar {
            rules: self.rule.iter().cloned().collect(),
            exceptions: self.exceptions.clone(),
            closures: self.closure.iter().cloned().collect(),
            open_on_holidays: self.open_on_holidays,
        }
    }

    /// As it was typed.
    pub fn draft(&self) -> Draft {
        let rule = self.rule.as_ref();
        let text = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
        let clock = |time: Option<Time>| time.map(|t| t.to_string()).unwrap_or_default();
        let on = rule.map(|r| r.on.as_slice()).unwrap_or_default();
        let letters = on.iter().map(|on| OnDay { nth: None, ..*on }.to_string());
        let closure = self.closure.as_ref();
        Draft {
            repeats: rule
                .and_then(Repeats::of)
                .map(|r| r.code().to_owned())
                .unwrap_or_default(),
            weekdays: letters.collect(),
            starts_at: clock(rule.and_then(|r| r.starts)),
            ends_at: clock(rule.and_then(|r| r.ends)),
            from_day: text(rule.and_then(|r| r.from)),
            until_day: text(rule.and_then(|r| r.until)),
            open_on_holidays: if self.open_on_holidays { "yes" } else { "" }.to_owned(),
            exceptions: written(&self.exceptions),
            closed_from: text(closure.map(|c| c.from)),
            closed_until: text(closure.and_then(|c| c.until)),
            closed_note: closure.and_then(|c| c.note.clone()).unwrap_or_default(),
        }
    }
}

fn weekdays(read: &mut Reader, field: &'static str, typed: &[String]) -> Vec<i8> {
    let mut days = Vec::new();
    for letters in typed.iter().filter(|l| !l.trim().is_empty()) {
        match WEEKDAYS.iter().position(|w| *w == letters.trim()) {
            Some(day) => days.extend(i8::try_from(day + 1)),
            None if read.has(field) => {}
            None => read.remark(field, Why::Unknown),
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn time(read: &mut Reader, field: &'static str, typed: &str) -> Option<Time> {
    if typed.trim().is_empty() {
        return None;
    }
    let time = Time::parse(typed);
    if time.is_none() {
        read.remark(field, Why::NotATime);
    }
    time
}

fn exceptions(read: &mut Reader, field: &'static str, typed: &str) -> Vec<Exception> {
    let mut found: Vec<Exception> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|l| !l.is_empty()) {
        match exception(line) {
            Ok(exception) if found.iter().any(|e| e.day == exception.day) => {}
            Ok(exception) => found.push(exception),
            Err(_) if read.has(field) => {}
            Err(why) => read.remark(field, why),
        }
    }
    if found.len() > EXCEPTIONS_MAX && !read.has(field) {
        let max = EXCEPTIONS_MAX as i64;
        read.remark(field, Why::NotInRange { min: 0, max });
    }
    found.sort_unstable_by_key(|e| e.day);
    found
}

fn exception(line: &str) -> Result<Exception, Why> {
    let (day, times) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let day = Day::parse_danish(day).ok_or(Why::NotADate)?;
    let times = times.trim();
    if times.is_empty() {
        return Ok(Exception { day, times: None });
    }
    let (starts, ends) = times.split_once(['-', '–']).unwrap_or((times, ""));
    let starts = Time::parse(starts).ok_or(Why::NotATime)?;
    let ends = match ends.trim() {
        "" => None,
        ends => Some(Time::parse(ends).ok_or(Why::NotATime)?),
    };
    let times = Some((starts, ends));
    Ok(Exception { day, times })
}

/// The exceptions as [`Draft::exceptions`] has them.
fn written(exceptions: &[Exception]) -> String {
    let clock = |time: Time| format!("{}.{:02}", time.hour(), time.minute());
    let line = |exception: &Exception| {
        let (year, month, day) = exception.day.parts();
        let day = format!("{day}.{month}.{year}");
        match exception.times {
            None => day,
            Some((starts, None)) => format!("{day} {}", clock(starts)),
            Some((starts, Some(ends))) => format!("{day} {}-{}", clock(starts), clock(ends)),
        }
    };
    exceptions.iter().map(line).collect::<Vec<_>>().join("\n")
}
