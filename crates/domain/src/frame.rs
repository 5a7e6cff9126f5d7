//! Frame items: one limit or one room for manoeuvre each; together the space of possibility (F12, F21, F22).
//!
//! Both sectors say theirs, for an area or for one initiative. Whoever works with it may ask
//! whether it still holds ([`challenge`]); what elected politicians decide can be handed over to
//! them ([`handover`]).
pub mod challenge;
pub mod handover;

use crate::calendar::Day;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, Why, codes};

/// What kind of limit or room it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Law,
    Policy,
    Resource,
    Standard,
    Value,
}
codes! { Kind: Law = "law", Policy = "policy", Resource = "resource", Standard = "standard", Value = "value" }

/// Where it is written down, so that anyone can look it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A paragraph of a law.
    Paragraph,
    /// A policy, a guideline or a decision.
    Document,
    /// A line in a budget.
    Budget,
    /// An agreement between those who work together.
    Agreement,
    /// What an organisation has decided for itself.
    Own,
}
codes! { SourceKind: Paragraph = "paragraph", Document = "document", Budget = "budget",
Agreement = "agreement", Own = "own" }

/// How firm it is: what can be done here, what is open, what is decided elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Firmness {
    Open,
    Negotiable,
    Fixed,
}
codes! { Firmness: Open = "open", Negotiable = "negotiable", Fixed = "fixed" }

/// Who can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangedBy {
    Parliament,
    Council,
    Committee,
    Department,
    Board,
    Participants,
}
codes! { ChangedBy: Parliament = "parliament", Council = "council", Committee = "committee",
Department = "department", Board = "board", Participants = "participants" }

impl ChangedBy {
    /// Elected politicians decide it: a question about it can be handed over to them (F21).
    pub fn is_elected(self) -> bool {
        matches!(self, Self::Parliament | Self::Council | Self::Committee)
    }
}

/// Longest sentence, in characters.
pub const TEXT_MAX: usize = 300;
/// Longest short form, in characters: a line on a phone, or two.
pub const SHORT_MAX: usize = 70;
/// Longest word on what someone found out late, or on why an item was changed.
pub const WHY_MAX: usize = 600;
/// Furthest from today a day of validity may lie, in days: a decision can be older than the
/// municipality's use of this, and few hold longer than a generation.
const YEARS_30: i64 = 30 * 366;

/// What was typed about a frame item.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub area: String,
    pub text: String,
    pub short: String,
    pub kind: String,
    pub source_kind: String,
    pub source: String,
    pub firmness: String,
    pub changed_by: String,
    /// Today when left empty.
    pub from: String,
    pub until: String,
    pub found_late: bool,
    pub late_why: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// A frame item that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameItem {
    pub area: Id,
    pub text: String,
    /// The same in a few words, so that a whole area fits a phone's screen.
    pub short: Option<String>,
    pub kind: Kind,
    pub source_kind: Option<SourceKind>,
    /// The paragraph, document, budget line or value it rests on.
    pub source: Option<String>,
    pub firmness: Firmness,
    pub changed_by: ChangedBy,
    /// The first day it holds.
    pub from: Day,
    /// The last day it holds; none until further notice.
    pub until: Option<Day>,
    /// Found after a trial began: how, and what it means for those who had begun. Counted;
    /// nobody is blamed.
    pub found_late: Option<String>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken. What was found late is explained (F12).
    pub fn consider(&self, today: Day) -> Result<FrameItem, Vec<Remark>> {
        let mut read = Reader::new();
        let area = read.id("area", &self.area);
        let text = read.required("text", &self.text, TEXT_MAX);
        let short = read.optional("short", &self.short, SHORT_MAX);
        let firmness = read.choice("firmness", &self.firmness);
        let kind = read.choice("kind", &self.kind);
        let changed_by = read.choice("changed_by", &self.changed_by);
        let source_kind = read.optional_choice("source_kind", &self.source_kind);
        let source = read.optional("source", &self.source, LINE_MAX);
        let from = read.optional_day("from", &self.from).unwrap_or(today);
        let until = read.optional_day("until", &self.until);
        in_range(&mut read, today, from, until);
        let late_why = read.optional("late_why", &self.late_why, WHY_MAX);
        if self.found_late && late_why.is_none() && !read.has("late_why") {
            read.remark("late_why", Why::Missing);
        }
        let item = match (area, kind, firmness, changed_by) {
            (Some(area), Some(kind), Some(firmness), Some(changed_by)) => Some(FrameItem {
                area,
                text,
                short,
                kind,
                source_kind,
                source,
                firmness,
                changed_by,
                from,
                until,
                found_late: late_why.filter(|_| self.found_late),
            }),
            _ => None,
        };
        read.finish(item)
    }

    /// The fields a person writes freely, to be looked through for personal data. The source is a law, a
    /// document or a body, so names may stand there.
    pub fn texts(&self) -> [(&'static str, &str); 3] {
        [
            ("text", &self.text),
            ("short", &self.short),
            ("late_why", &self.late_why),
        ]
    }
}

fn in_range(read: &mut Reader, today: Day, from: Day, until: Option<Day>) {
    let near = |day: Day| (-YEARS_30..=YEARS_30).contains(&today.days_until(day));
    if !near(from) && !read.has("from") {
        read.remark("from", Why::DateOutOfRange);
    }
    let holds = |until: Day| near(until) && from.days_until(until) >= 0;
    if until.is_some_and(|until| !holds(until)) {
        read.remark("until", Why::DateOutOfRange);
    }
}

/// Where an item stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Validity {
    /// Does not hold yet.
    ToCome,
    Holds,
    /// Its last day has passed: does it still hold?
    Expired,
    /// Said not to hold any more.
    Lifted,
}

/// Where an item that holds `from` one day `until` another stands `today`.
pub fn validity(from: Day, until: Option<Day>, lifted: bool, today: Day) -> Validity {
    if lifted {
        Validity::Lifted
    } else if until.is_some_and(|until| until < today) {
        Validity::Expired
    } else if from > today {
        Validity::ToCome
    } else {
        Validity::Holds
    }
}

/// What was typed when an item no longer holds.
#[derive(Clone, Debug, Default)]
pub struct LiftDraft {
    pub why: String,
    /// As in [`Draft`].
    pub harmless: bool,
}

impl LiftDraft {
    /// # Errors
    /// A remark when nothing is said: whoever kept to it wants to know why.
    pub fn consider(&self) -> Result<String, Vec<Remark>> {
        let mut read = Reader::new();
        let why = read.required("why", &self.why, WHY_MAX);
        read.finish(Some(why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    fn draft() -> Draft {
        Draft {
            area: uuid::Uuid::from_u128(1).to_string(),
            text: "Frivillige har aldrig vagtpligt.".into(),
            kind: "value".into(),
            firmness: "fixed".into(),
            changed_by: "board".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn it_holds_from_today_unless_said_otherwise() {
        assert_eq!(draft().consider(today()).unwrap().from, today());
        let older = Draft {
            from: "2025-01-01".into(),
            until: "2026-12-31".into(),
            ..draft()
        };
        let item = older.consider(today()).unwrap();
        assert_eq!(item.until, Day::parse("2026-12-31"));
        let backwards = Draft {
            from: "2026-12-31".into(),
            until: "2026-12-30".into(),
            ..draft()
        };
        assert_eq!(backwards.consider(today()).unwrap_err()[0].field, "until");
    }

    #[test]
    fn what_was_found_late_is_explained() {
        let mut late = Draft {
            found_late: true,
            ..draft()
        };
        assert_eq!(late.consider(today()).unwrap_err()[0].field, "late_why");
        late.late_why = "Alarmen gik klokken tre.".into();
        assert!(late.consider(today()).unwrap().found_late.is_some());
        late.found_late = false;
        assert_eq!(late.consider(today()).unwrap().found_late, None);
    }

    proptest! {
        #[test]
        fn an_item_stands_in_one_place_and_only_moves_on(from in -400i64..400, length in 0i64..400, at in -900i64..900) {
            let from = today().plus(from);
            let until = from.plus(length);
            let place = |v| match v {
                Validity::ToCome => 0,
                Validity::Holds => 1,
                Validity::Expired => 2,
                Validity::Lifted => 3,
            };
            let now = validity(from, Some(until), false, today().plus(at));
            let later = validity(from, Some(until), false, today().plus(at + 1));
            prop_assert!(place(now) <= place(later));
            let day = today().plus(at);
            prop_assert_eq!(now == Validity::Holds, from <= day && day <= until);
            prop_assert_eq!(validity(from, None, true, day), Validity::Lifted);
        }
    }
}
