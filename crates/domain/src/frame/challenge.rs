//! *Does it still hold?* (F12): anyone who works with an item may ask, and its owner answers.
use crate::kernel::{Reader, Remark, codes};

/// Longest question and longest answer, in characters.
pub const WORDS_MAX: usize = 600;

/// What the owner answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Says {
    /// It holds as it stands.
    Holds,
    /// Not quite: it is put right.
    Changed,
    /// It does not hold any more.
    Gone,
}
codes! { Says: Holds = "holds", Changed = "changed", Gone = "gone" }

/// What was typed by the one who asks.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub question: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

impl Draft {
    /// # Errors
    /// A remark when it does not say what makes one ask.
    pub fn consider(&self) -> Result<String, Vec<Remark>> {
        let mut read = Reader::new();
        let question = read.required("question", &self.question, WORDS_MAX);
        read.finish(Some(question))
    }
}

/// What was typed by the one who answers.
#[derive(Clone, Debug, Default)]
pub struct AnswerDraft {
    pub says: String,
    pub reason: String,
    /// As in [`Draft`].
    pub harmless: bool,
}

impl AnswerDraft {
    /// # Errors
    /// A remark for each field: always a choice and a reason, also for *it holds*.
    pub fn consider(&self) -> Result<(Says, String), Vec<Remark>> {
        let mut read = Reader::new();
        let says = read.choice("says", &self.says);
        let reason = read.required("reason", &self.reason, WORDS_MAX);
        read.finish(says.map(|says| (says, reason)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_has_a_reason() {
        for says in ["holds", "changed", "gone"] {
            let draft = AnswerDraft {
                says: says.into(),
                ..AnswerDraft::default()
            };
            assert_eq!(draft.consider().unwrap_err()[0].field, "reason");
        }
    }
}
