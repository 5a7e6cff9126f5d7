//! A shared understanding, written along the way or not: never a condition for going on (F4).
use crate::kernel::{Reader, Remark, codes};

/// Longest text, in characters.
pub const TEXT_MAX: usize = 2_000;
/// Longest word on how one sees it differently.
pub const NOTE_MAX: usize = 600;

/// What a party says to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    Yes,
    /// A state that may last.
    Differently,
}
codes! { Voice: Yes = "yes", Differently = "differently" }

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub text: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

impl Draft {
    /// # Errors
    /// A remark when nothing is written.
    pub fn consider(&self) -> Result<String, Vec<Remark>> {
        let mut read = Reader::new();
        let text = read.required("text", &self.text, TEXT_MAX);
        read.finish(Some(text))
    }
}

/// What a party says to it, as typed.
#[derive(Clone, Debug, Default)]
pub struct VoiceDraft {
    pub says: String,
    pub note: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

impl VoiceDraft {
    /// # Errors
    /// A remark when nothing is chosen. Seeing it differently needs no reason.
    pub fn consider(&self) -> Result<(Voice, Option<String>), Vec<Remark>> {
        let mut read = Reader::new();
        let says = read.choice("says", &self.says);
        let note = read.optional("note", &self.note, NOTE_MAX);
        read.finish(says.map(|says| (says, note)))
    }
}
