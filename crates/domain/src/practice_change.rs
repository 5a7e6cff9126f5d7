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

/// What those who change say to *did you want it yourselves?* (F23)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    Yes,
    /// In part, or some of us.
    Partly,
    No,
}
codes! { Wanted: Yes = "yes", Partly = "partly", No = "no" }

/// What those whose practice changes come to: in words, and never a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Willingness {
    /// Nobody has said anything.
    Unheard,
    Willing,
    /// In part, or some did and some did not.
    Divided,
    Unwilling,
}
codes! { Willingness: Unheard = "unheard", Willing = "willing", Divided = "divided", Unwilling = "unwilling" }

impl Willingness {
    /// What these voices come to. One *no* among them is heard.
    pub fn of(voices: &[Wanted]) -> Self {
        let all = |wanted| voices.iter().all(|v| *v == wanted);
        match voices {
            [] => Self::Unheard,
            _ if all(Wanted::Yes) => Self::Willing,
            _ if all(Wanted::No) => Self::Unwilling,
            _ => Self::Divided,
        }
    }
}

/// Days from when a change begins until somebody asks how it went, unless another day is set.
pub const FOLLOW_UP_DAYS: i64 = 28;

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
    /// Four weeks after it begins when left empty.
    pub follow_up: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
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
    /// When somebody asks how it went.
    pub follow_up: Day,
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
        let follow_up = read.optional_day("follow_up", &self.follow_up);
        if let (Some(from), Some(day)) = (from, follow_up)
            && !(0..=1_100).contains(&from.days_until(day))
        {
            read.remark("follow_up", Why::DateOutOfRange);
        }
        let change = organisation
            .zip(from)
            .map(|(organisation, from)| PracticeChange {
                what,
                organisation,
                who,
                from,
                notice,
                meeting,
                follow_up: follow_up.unwrap_or(from.plus(FOLLOW_UP_DAYS)),
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
    /// What was said before that was on the screen; empty when it does not matter what.
    pub version: String,
    /// As in [`Draft`].
    pub harmless: bool,
}

/// What came of a change, in whose words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameOfIt {
    pub outcome: Outcome,
    pub note: Option<String>,
    /// Which word of it was on the screen.
    pub version: Option<i64>,
}

impl OutcomeDraft {
    /// # Errors
    /// A remark when nothing is chosen, or when *not done* or *differently* comes without a word on why.
    pub fn consider(&self) -> Result<CameOfIt, Vec<Remark>> {
        let mut read = Reader::new();
        let outcome = read.choice("outcome", &self.outcome);
        let note = read.optional("note", &self.note, 600);
        if matches!(outcome, Some(Outcome::NotDone | Outcome::Differently))
            && note.is_none()
            && !read.has("note")
        {
            read.remark("note", Why::Missing);
        }
        let version = read.version(&self.version);
        read.finish(outcome.map(|outcome| CameOfIt {
            outcome,
            note,
            version,
        }))
    }
}

/// What was typed to *did you want it yourselves?*
#[derive(Clone, Debug, Default)]
pub struct WishDraft {
    pub wanted: String,
}

impl WishDraft {
    /// # Errors
    /// A remark when nothing is chosen.
    pub fn consider(&self) -> Result<Wanted, Vec<Remark>> {
        let mut read = Reader::new();
        let wanted = read.choice("wanted", &self.wanted);
        read.finish(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_no_is_never_outvoted() {
        use Wanted::{No, Partly, Yes};
        assert_eq!(Willingness::of(&[]), Willingness::Unheard);
        assert_eq!(Willingness::of(&[Yes, Yes]), Willingness::Willing);
        assert_eq!(Willingness::of(&[No]), Willingness::Unwilling);
        for voices in [
            &[Yes, No][..],
            &[Partly],
            &[Yes, Yes, Yes, No],
            &[Partly, No],
        ] {
            assert_eq!(Willingness::of(voices), Willingness::Divided);
        }
    }

    #[test]
    fn somebody_asks_four_weeks_after_it_begins_unless_another_day_is_set() {
        let today = Day::parse("2026-11-23").unwrap();
        let mut draft = Draft {
            what: "Vi ringer dagen før.".into(),
            organisation: uuid::Uuid::from_u128(1).to_string(),
            who: "Planlæggeren".into(),
            from: "2026-12-01".into(),
            notice: "Du bliver ringet op.".into(),
            follow_up: String::new(),
            ..Draft::default()
        };
        let asked = |draft: &Draft| draft.consider(today).unwrap().follow_up.to_string();
        assert_eq!(asked(&draft), "2026-12-29");
        draft.follow_up = "2027-03-01".into();
        assert_eq!(asked(&draft), "2027-03-01");
        draft.follow_up = "2026-11-30".into();
        assert_eq!(draft.consider(today).unwrap_err()[0].field, "follow_up");
    }

    #[test]
    fn done_needs_no_words_and_not_done_says_why() {
        let draft = |outcome: &str| OutcomeDraft {
            outcome: outcome.into(),
            ..OutcomeDraft::default()
        };
        assert!(draft("done").consider().is_ok());
        for outcome in ["not_done", "differently"] {
            assert_eq!(draft(outcome).consider().unwrap_err()[0].field, "note");
        }
    }
}
