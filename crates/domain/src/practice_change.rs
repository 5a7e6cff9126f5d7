//! A practice change: what was agreed to do differently, by whom, from when (F9, F23).
use crate::calendar::Day;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, Why, codes};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    Done,
    Differently,
    NotDone,
}
codes! { Outcome: Done = "done", Differently = "differently", NotDone = "not_done" }

/// What was typed about a change.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub what: String,
    pub organisation: String,
    pub who: String,
    pub from: String,
    pub notice: String,
    /// The meeting it was agreed at; nothing where there was none.
    pub meeting: String,
}

/// A change that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeChange {
    pub what: String,
    /// Whose practice changes.
    pub organisation: Id,
    /// Who does it: a role or a team, in words.
    pub who: String,
    pub from: Day,
    /// How a user will notice.
    pub notice: String,
    /// The meeting it was agreed at.
    pub meeting: Option<Id>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self, today: Day) -> Result<PracticeChange, Vec<Remark>> {
        let mut read = Reader::new();
        let what = read.required("what", &self.what, 600);
        let organisation = read.id("organisation", &self.organisation);
        let who = read.required("who", &self.who, LINE_MAX);
        let from = read.day("from", &self.from);
        if from.is_some_and(|day| !(-1_100..=1_100).contains(&today.days_until(day))) {
            read.remark("from", Why::DateOutOfRange);
        }
        let notice = read.required("notice", &self.notice, 400);
        let meeting = read.optional_id("meeting", &self.meeting);
        let change = organisation
            .zip(from)
            .map(|(organisation, from)| PracticeChange {
                what,
                organisation,
                who,
                from,
                notice,
                meeting,
            });
        read.finish(change)
    }

    /// The fields a person writes freely, to be looked through for personal data.
    pub fn texts(&self) -> [(&'static str, &str); 3] {
        [
            ("what", &self.what),
            ("who", &self.who),
            ("notice", &self.notice),
        ]
    }
}

/// What was typed when a change is followed up.
#[derive(Clone, Debug, Default)]
pub struct OutcomeDraft {
    pub outcome: String,
    pub note: String,
}

impl OutcomeDraft {
    /// # Errors
    /// A remark when nothing is chosen, or when *not done* or *differently* comes without a word on why.
    pub fn consider(&self) -> Result<(Outcome, Option<String>), Vec<Remark>> {
        let mut read = Reader::new();
        let outcome = read.choice("outcome", &self.outcome);
        let note = read.optional("note", &self.note, 600);
        if matches!(outcome, Some(Outcome::NotDone | Outcome::Differently))
            && note.is_none()
            && !read.has("note")
        {
            read.remark("note", Why::Missing);
        }
        read.finish(outcome.map(|outcome| (outcome, note)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn done_needs_no_words_and_not_done_says_why() {
        let draft = |outcome: &str| OutcomeDraft {
            outcome: outcome.into(),
            note: String::new(),
        };
        assert!(draft("done").consider().is_ok());
        for outcome in ["not_done", "differently"] {
            assert_eq!(draft(outcome).consider().unwrap_err()[0].field, "note");
        }
    }
}
