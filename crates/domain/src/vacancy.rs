//! When people leave: what hung on them is given on (F15).
use crate::kernel::{Id, Reader, Remark, codes};

/// Why something has to be given on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Her membership has ended.
    Left,
    /// Mail to her comes back.
    Bounced,
    /// A colleague said that she is no longer there.
    Reported,
}
codes! { Reason: Left = "left", Bounced = "bounced", Reported = "reported" }

/// What can hang on a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// She is whom to ask for about an offer.
    Contact,
    /// She stands in for the contact.
    Backup,
    /// She is her organisation's person in an initiative.
    Initiative,
    /// She has taken a task, or is asked to.
    Task,
    /// She was writing an answer or asked to look at one, or nobody else there can answer.
    Answer,
    /// She called a meeting that is still to come.
    Meeting,
    /// She began to write a need. It stays in its circle, and who else is there can go on.
    Need,
}
codes! { Kind: Contact = "contact", Backup = "backup", Initiative = "initiative",
Task = "task", Answer = "answer", Meeting = "meeting", Need = "need" }

/// Longest note to whoever takes over, in characters.
pub const NOTE_MAX: usize = 1_000;

/// What was typed when giving on.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The membership that takes over.
    pub to: String,
    pub note: String,
}

/// A giving on that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenOn {
    pub to: Id,
    pub note: Option<String>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<GivenOn, Vec<Remark>> {
        let mut read = Reader::new();
        let to = read.id("to", &self.to);
        let note = read.optional("note", &self.note, NOTE_MAX);
        read.finish(to.map(|to| GivenOn { to, note }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Why;

    #[test]
    fn nobody_takes_over_until_someone_is_named() {
        let missing = Draft::default().consider().unwrap_err();
        let to = Remark {
            field: "to",
            why: Why::Missing,
        };
        assert_eq!(missing, [to]);
        let long = Draft {
            to: Id::from_u128(1).to_string(),
            note: "x".repeat(NOTE_MAX + 1),
        };
        let max = NOTE_MAX;
        assert_eq!(long.consider().unwrap_err()[0].why, Why::TooLong { max });
    }
}
