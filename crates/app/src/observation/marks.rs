//! What in a text may point to a person, while it is being written. Kept nowhere.
use samskab_words::personal_data;
pub use samskab_words::personal_data::{Kind, Reason};

/// Words that were marked, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    pub words: String,
    pub kind: Kind,
    pub reason: Reason,
}

/// Longer texts are looked through from their beginning.
const LETTERS: usize = 4_000;

/// Everything marked, in order, each words once.
#[must_use]
pub fn marks(text: &str) -> Vec<Marked> {
    let letters: Vec<char> = text.chars().take(LETTERS).collect();
    let text: String = letters.iter().collect();
    let mut marked: Vec<Marked> = Vec::new();
    for found in personal_data::find(&text) {
        let words: String = letters
            .get(found.start..found.end)
            .unwrap_or_default()
            .iter()
            .collect();
        if !marked.iter().any(|m| m.words == words) {
            marked.push(Marked {
                words,
                kind: found.kind,
                reason: found.reason,
            });
        }
    }
    marked
}
