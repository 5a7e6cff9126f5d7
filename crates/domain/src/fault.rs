//! Anyone says that something about an offer is wrong (F16).
use crate::kernel::{Reader, Remark, codes};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It does not exist any more.
    Closed,
    Moved,
    WrongTime,
    WrongNumber,
    Other,
}
codes! { Kind: Closed = "closed", Moved = "moved", WrongTime = "wrong_time", WrongNumber = "wrong_number", Other = "other" }

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    Mended,
    /// It was right all along.
    AsItStands,
    /// The offer is gone, and is no longer shown.
    TakenDown,
}
codes! { Outcome: Mended = "mended", AsItStands = "as_it_stands", TakenDown = "taken_down" }

/// So many say that an offer is closed before everyone is told so.
pub const SAID_CLOSED: i64 = 2;

/// Faults of one offer that can wait at a time; more tell nothing new.
pub const OPEN_MAX: i64 = 20;

/// Longest note, in characters.
pub const NOTE_MAX: usize = 300;

/// What was added after the tap.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub note: String,
    /// Where to say what came of it.
    pub email: String,
    /// What was marked as personal was looked at and is none.
    pub harmless: bool,
}

/// An addition that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct More {
    pub note: Option<String>,
    pub email: Option<String>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<More, Vec<Remark>> {
        let mut read = Reader::new();
        let note = read.optional("note", &self.note, NOTE_MAX);
        let email = crate::person::email(&mut read, "email", &self.email);
        read.finish(Some(More { note, email }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Why;

    #[test]
    fn both_may_be_left_out_and_an_address_has_to_be_one() {
        let nothing = More {
            note: None,
            email: None,
        };
        assert_eq!(Draft::default().consider(), Ok(nothing));
        let wrong = Draft {
            email: "ikke en mail".into(),
            ..Draft::default()
        };
        assert_eq!(wrong.consider().unwrap_err()[0].why, Why::NotAnEmail);
    }
}
