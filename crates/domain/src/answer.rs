//! An answer: what an asked organisation of either sector says to a need (F7, F12, F19, F21, F22).
mod along;
mod clock;
mod generic;
mod named;

pub use along::{Along, Look, LookDraft, Looked, REPLY_MAX, WordsDraft};
pub use clock::{
    Extension, ExtensionDraft, Late, OVERDUE_DAYS, REASON_MAX, REMINDED_AT_HOUR, late, next_step,
};
pub use named::{Named, NamedDraft, Responsibility};

use crate::calendar::Day;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, Why, codes};

/// Working days for an answer, unless the area or the municipality says otherwise.
pub const DEFAULT_DAYS: u16 = 20;

/// The five kinds of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// We do something about it: what, and by when.
    Act,
    /// Let us work it out together: opens an initiative.
    Together,
    /// We can't, here is why: cites what holds us.
    Cannot,
    /// We need to know more: what, and from whom.
    KnowMore,
    /// It is another's: passed on with its history.
    PassedOn,
}
codes! { Kind: Act = "act", Together = "together", Cannot = "cannot", KnowMore = "know_more", PassedOn = "passed_on" }

impl Kind {
    /// Whether there is something that can later be done.
    pub fn promises(self) -> bool {
        matches!(self, Self::Act | Self::Together)
    }
}

/// How many working days an answer is late on `day`; none while it is in time.
pub fn late_by(due: Day, day: Day) -> Option<u32> {
    Some(due.working_days_until(day)).filter(|&days| days > 0)
}

/// What was typed to raise a need.
#[derive(Clone, Debug, Default)]
pub struct RaiseDraft {
    pub organisations: Vec<String>,
    pub due: String,
}

/// Whom to ask, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    pub organisations: Vec<Id>,
    pub due: Day,
}

impl RaiseDraft {
    /// `days` are the area's working days for an answer, used when no date is given.
    ///
    /// # Errors
    /// A remark when nobody is asked or the date lies behind or over a year ahead.
    pub fn consider(&self, today: Day, days: u16) -> Result<Raise, Vec<Remark>> {
        let mut read = Reader::new();
        let organisations = crate::person::ids(&mut read, "organisations", &self.organisations);
        if organisations.is_empty() && !read.has("organisations") {
            read.remark("organisations", Why::Missing);
        }
        let due = match read.optional_day("due", &self.due) {
            Some(day) if !(1..=366).contains(&today.days_until(day)) => {
                read.remark("due", Why::DateOutOfRange);
                None
            }
            Some(day) => Some(day),
            None => Some(today.plus_working(days)),
        };
        read.finish(due.map(|due| Raise { organisations, due }))
    }
}

/// Characters of the texts of an answer, in the order of [`Draft::texts`].
const TEXTS_MAX: [usize; 9] = [
    1_200, 600, LINE_MAX, 600, 600, LINE_MAX, LINE_MAX, LINE_MAX, LINE_MAX,
];

/// What was typed as an answer.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub kind: String,
    pub reason: String,
    pub meaning: String,
    pub mandate: String,
    pub what: String,
    pub by: String,
    pub frame_items: Vec<String>,
    pub missing: String,
    pub missing_from: String,
    pub passed_to: String,
    pub passed_to_text: String,
    pub named: NamedDraft,
    /// The answerer says that the words stand as they are.
    pub stands: bool,
}

/// An answer that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub kind: Kind,
    /// Plain words, always.
    pub reason: String,
    /// What it means for the one who told.
    pub meaning: String,
    /// Under which mandate it is given (F21).
    pub mandate: String,
    pub what: Option<String>,
    pub by: Option<Day>,
    pub frame_items: Vec<Id>,
    pub missing: Option<String>,
    pub missing_from: Option<String>,
    pub passed_to: Option<Id>,
    pub passed_to_text: Option<String>,
    /// Whose responsibility it is, as far as the answerer says.
    pub named: Named,
}

impl Draft {
    /// Whether it can be kept while it is being written: nothing has to be there yet.
    ///
    /// # Errors
    /// A remark for each field that holds what no answer could hold.
    pub fn unfinished(&self) -> Result<(), Vec<Remark>> {
        let mut read = Reader::new();
        read.optional_choice::<Kind>("kind", &self.kind);
        read.optional_day("by", &self.by);
        read.optional_id("passed_to", &self.passed_to);
        crate::person::ids(&mut read, "frame_items", &self.frame_items);
        for ((field, text), max) in self.texts().into_iter().zip(TEXTS_MAX) {
            read.optional(field, text, max);
        }
        self.named.read(&mut read);
        read.finish(Some(()))
    }

    /// The fields a person writes freely, to be looked through for personal data.
    pub fn texts(&self) -> [(&'static str, &str); 9] {
        [
            ("reason", &self.reason),
            ("meaning", &self.meaning),
            ("mandate", &self.mandate),
            ("what", &self.what),
            ("missing", &self.missing),
            ("missing_from", &self.missing_from),
            ("passed_to_text", &self.passed_to_text),
            ("responsible", &self.named.responsible),
            ("paragraph", &self.named.paragraph),
        ]
    }

    /// # Errors
    /// A remark for each field that cannot be taken; which fields must be there depends on
    /// the kind. *We can't afford it* is a respectable reason and needs no frame item.
    pub fn consider(&self, today: Day) -> Result<Answer, Vec<Remark>> {
        let mut read = Reader::new();
        let kind = read.choice("kind", &self.kind);
        let reason = read.required("reason", &self.reason, 1_200);
        let meaning = read.required("meaning", &self.meaning, 600);
        if !self.stands && !read.has("meaning") && generic::names_nothing(&meaning, &reason) {
            read.remark("meaning", Why::NamesNothing);
        }
        let mandate = read.required("mandate", &self.mandate, LINE_MAX);
        let mut what = read.optional("what", &self.what, 600);
        let mut by = read.optional_day("by", &self.by);
        let mut frame_items = crate::person::ids(&mut read, "frame_items", &self.frame_items);
        let mut missing = read.optional("missing", &self.missing, 600);
        let mut missing_from = read.optional("missing_from", &self.missing_from, LINE_MAX);
        let mut passed_to = read.optional_id("passed_to", &self.passed_to);
        let mut passed_to_text = read.optional("passed_to_text", &self.passed_to_text, LINE_MAX);
        let named = self.named.read(&mut read);
        let mut must = |field, there: bool| {
            if !there && !read.has(field) {
                read.remark(field, Why::Missing);
            }
        };
        match kind {
            Some(Kind::Act) => {
                must("what", what.is_some());
                must("by", by.is_some());
                if by.is_some_and(|day| !(0..=1_100).contains(&today.days_until(day))) {
                    read.remark("by", Why::DateOutOfRange);
                }
            }
            Some(Kind::KnowMore) => {
                must("missing", missing.is_some());
                must("missing_from", missing_from.is_some());
            }
            Some(Kind::PassedOn) => {
                must("passed_to", passed_to.is_some() || passed_to_text.is_some());
            }
            Some(Kind::Together | Kind::Cannot) | None => {}
        }
        // What belongs to another kind was left over from a change of mind.
        if kind != Some(Kind::Act) {
            (what, by) = (None, None);
        }
        if kind != Some(Kind::Cannot) {
            frame_items.clear();
        }
        if kind != Some(Kind::KnowMore) {
            (missing, missing_from) = (None, None);
        }
        if kind != Some(Kind::PassedOn) {
            (passed_to, passed_to_text) = (None, None);
        }
        let answer = kind.map(|kind| Answer {
            kind,
            reason,
            meaning,
            mandate,
            what,
            by,
            frame_items,
            missing,
            missing_from,
            passed_to,
            passed_to_text,
            named,
        });
        read.finish(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    fn draft(kind: &str) -> Draft {
        Draft {
            kind: kind.into(),
            reason: "Vi spørger fremover, før borgeren kommer hjem.".into(),
            meaning: "Hun bliver ringet op dagen før.".into(),
            mandate: "Leder af hjemmeplejen".into(),
            ..Draft::default()
        }
    }

    fn fields(remarks: Vec<Remark>) -> Vec<&'static str> {
        remarks.into_iter().map(|r| r.field).collect()
    }

    #[test]
    fn an_answer_that_names_nothing_is_asked_what_it_means() {
        let mut empty = draft("together");
        empty.meaning.clear();
        assert_eq!(fields(empty.consider(today()).unwrap_err()), ["meaning"]);
    }

    #[test]
    fn set_phrases_are_asked_about_and_stand_when_she_says_so() {
        let mut polite = draft("together");
        polite.meaning = "Vi tager det til efterretning.".into();
        let remarks = polite.consider(today()).unwrap_err();
        assert_eq!(
            (remarks[0].field, &remarks[0].why),
            ("meaning", &Why::NamesNothing)
        );
        polite.stands = true;
        assert!(polite.consider(today()).is_ok());
    }

    #[test]
    fn doing_something_says_what_and_by_when() {
        assert_eq!(
            fields(draft("act").consider(today()).unwrap_err()),
            ["what", "by"]
        );
    }

    #[test]
    fn not_being_able_to_afford_it_is_reason_enough() {
        assert!(draft("cannot").consider(today()).is_ok());
    }

    #[test]
    fn passing_on_names_someone_and_knowing_more_says_what_and_from_whom() {
        assert_eq!(
            fields(draft("passed_on").consider(today()).unwrap_err()),
            ["passed_to"]
        );
        assert_eq!(
            fields(draft("know_more").consider(today()).unwrap_err()),
            ["missing", "missing_from"]
        );
    }

    #[test]
    fn a_draft_may_lack_everything_and_hold_nothing_impossible() {
        assert!(Draft::default().unfinished().is_ok());
        let mut odd = draft("perhaps");
        odd.reason = "x".repeat(1_201);
        odd.by = "i morgen".into();
        odd.passed_to_text = "a\0b".into();
        let found = fields(odd.unfinished().unwrap_err());
        assert_eq!(found, ["kind", "by", "reason", "passed_to_text"]);
    }

    #[test]
    fn a_change_of_mind_leaves_nothing_behind() {
        let mut changed = draft("together");
        changed.what = "Noget fra før".into();
        assert_eq!(changed.consider(today()).unwrap().what, None);
    }

    #[test]
    fn a_weekend_after_the_date_makes_nothing_late() {
        let friday = Day::parse("2026-11-20").unwrap();
        assert_eq!(late_by(friday, friday), None);
        assert_eq!(late_by(friday, Day::parse("2026-11-22").unwrap()), None);
        assert_eq!(late_by(friday, today()), Some(1));
    }

    #[test]
    fn twenty_working_days_unless_a_date_is_given() {
        let draft = RaiseDraft {
            organisations: vec![uuid::Uuid::from_u128(1).to_string()],
            due: String::new(),
        };
        let raise = draft.consider(today(), DEFAULT_DAYS).unwrap();
        assert_eq!(raise.due, Day::parse("2026-12-21").unwrap());
        let late = RaiseDraft {
            due: "2026-11-01".into(),
            ..draft
        };
        assert_eq!(
            late.consider(today(), DEFAULT_DAYS).unwrap_err()[0].why,
            Why::DateOutOfRange
        );
    }
}
