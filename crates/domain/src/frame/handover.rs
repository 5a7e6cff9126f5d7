//! Handing a question over to elected politicians (F21, F22): an act of its own, with its text,
//! its date, whom it went to and what came of it. Co-creation decides nothing in their place.
use crate::calendar::Day;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, Why, codes};

/// Longest text, in characters: a page, which is what a committee reads.
pub const TEXT_MAX: usize = 3_000;
/// Longest word on what came of it.
pub const OUTCOME_MAX: usize = 1_200;
/// How long ago it may have been sent, in days.
const SENT_MAX: i64 = 1_100;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is on their agenda.
    TakenUp,
    /// They changed something.
    Changed,
    /// They leave it as it is.
    Unchanged,
    /// They have not answered.
    Unanswered,
}
codes! { Outcome: TakenUp = "taken_up", Changed = "changed", Unchanged = "unchanged", Unanswered = "unanswered" }

/// What was typed to hand a question over.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub area: String,
    pub recipient: String,
    pub text: String,
    pub sent: String,
    /// What it is about; each may be empty.
    pub frame_item: String,
    pub need: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// A question that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub area: Id,
    /// The committee or council, as one would write it on a letter.
    pub recipient: String,
    pub text: String,
    pub sent: Day,
    pub frame_item: Option<Id>,
    pub need: Option<Id>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken. It was sent today or before: what is only
    /// planned is not handed over yet.
    pub fn consider(&self, today: Day) -> Result<Handover, Vec<Remark>> {
        let mut read = Reader::new();
        let area = read.id("area", &self.area);
        let recipient = read.required("recipient", &self.recipient, LINE_MAX);
        let text = read.required("text", &self.text, TEXT_MAX);
        let sent = read.day("sent", &self.sent);
        if sent.is_some_and(|day| !(0..=SENT_MAX).contains(&day.days_until(today))) {
            read.remark("sent", Why::DateOutOfRange);
        }
        let frame_item = read.optional_id("frame_item", &self.frame_item);
        let need = read.optional_id("need", &self.need);
        let handover = area.zip(sent).map(|(area, sent)| Handover {
            area,
            recipient,
            text,
            sent,
            frame_item,
            need,
        });
        read.finish(handover)
    }

    /// The field a person writes freely, to be looked through for personal data. Whom it went to is a body
    /// or someone elected, so a name may stand there.
    pub fn texts(&self) -> [(&'static str, &str); 1] {
        [("text", &self.text)]
    }
}

/// What was typed when something came of it.
#[derive(Clone, Debug, Default)]
pub struct OutcomeDraft {
    pub outcome: String,
    pub text: String,
    pub day: String,
    /// What was said before that was on the screen; empty when it does not matter what.
    pub version: String,
    /// As in [`Draft`].
    pub harmless: bool,
}

/// What came of it, in their words, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameOfIt {
    pub outcome: Outcome,
    pub text: String,
    pub day: Day,
    /// Which word of it was on the screen.
    pub version: Option<i64>,
}

impl OutcomeDraft {
    /// # Errors
    /// A remark for each field; nothing came of it before it was `sent`, nor after today.
    pub fn consider(&self, sent: Day, today: Day) -> Result<CameOfIt, Vec<Remark>> {
        let mut read = Reader::new();
        let outcome = read.choice("outcome", &self.outcome);
        let text = read.required("text", &self.text, OUTCOME_MAX);
        let day = read.day("day", &self.day);
        if day.is_some_and(|day| day < sent || day > today) {
            read.remark("day", Why::DateOutOfRange);
        }
        let version = read.version(&self.version);
        let came = outcome.zip(day).map(|(outcome, day)| CameOfIt {
            outcome,
            text,
            day,
            version,
        });
        read.finish(came)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn what_is_only_planned_is_not_handed_over() {
        let draft = |sent: &str| Draft {
            area: uuid::Uuid::from_u128(1).to_string(),
            recipient: "Udvalget for ældre".into(),
            text: "Kan flexturen bestilles samme dag?".into(),
            sent: sent.into(),
            ..Draft::default()
        };
        let today = day("2026-11-23");
        assert!(draft("2026-11-23").consider(today).is_ok());
        for sent in ["2026-11-24", "2001-01-01", ""] {
            assert_eq!(draft(sent).consider(today).unwrap_err()[0].field, "sent");
        }
    }

    #[test]
    fn nothing_came_of_it_before_it_was_sent() {
        let draft = |day: &str| OutcomeDraft {
            outcome: "unchanged".into(),
            text: "Der er ikke penge i år.".into(),
            day: day.into(),
            ..OutcomeDraft::default()
        };
        let (sent, today) = (day("2026-09-03"), day("2026-11-23"));
        assert!(draft("2026-09-03").consider(sent, today).is_ok());
        for wrong in ["2026-09-02", "2026-11-24"] {
            assert_eq!(
                draft(wrong).consider(sent, today).unwrap_err()[0].field,
                "day"
            );
        }
    }
}
