//! Whether a need is put generally, and which steps from the one to the many are taken (F19).
use super::note::Note;
use super::table::Need;
use samskab_domain::kernel::Coded;
use samskab_domain::need::steps::{Facts, Step};
use samskab_domain::need::{Evidence, NoteKind};
use samskab_words::singular;
pub use samskab_words::singular::Kind as SingularKind;

/// Words that may tell one person apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Singular {
    pub words: String,
    pub kind: SingularKind,
}

/// How far a need has come.
#[derive(Clone, Debug)]
pub struct General {
    /// Every step, with whether it is taken.
    pub steps: Vec<(Step, bool)>,
    pub singular: Vec<Singular>,
}

/// Longer texts are looked through from their beginning.
const LETTERS: usize = 4_000;

/// What in a text may tell one person apart, the same words once. Nothing of it is kept.
#[must_use]
pub fn singular(text: &str) -> Vec<Singular> {
    let text: String = text.chars().take(LETTERS).collect();
    let mut found: Vec<Singular> = Vec::new();
    for mark in singular::find(&text) {
        let words = text.get(mark.start..mark.end).unwrap_or_default();
        let seen = found.iter().any(|f| f.words.eq_ignore_ascii_case(words));
        if !seen {
            found.push(Singular {
                words: words.to_owned(),
                kind: mark.kind,
            });
        }
    }
    found
}

pub(super) fn general(need: &Need, evidence: Evidence, counter: bool, notes: &[Note]) -> General {
    let concerns = need.concerns.as_deref().unwrap_or_default();
    let singular = singular(&format!("{}. {}\n{concerns}", need.title, need.statement));
    let mut interpreters: Vec<&str> = of_kind(notes, NoteKind::Interpretation);
    interpreters.sort_unstable();
    interpreters.dedup();
    let facts = Facts {
        evidence,
        singular: !singular.is_empty(),
        says_whom: !concerns.is_empty(),
        counter,
        interpreters: interpreters.len(),
        taken_back: !of_kind(notes, NoteKind::TakenBack).is_empty(),
    };
    General {
        steps: Step::ALL.iter().map(|s| (*s, s.taken(facts))).collect(),
        singular,
    }
}

/// Who has written notes of a kind.
fn of_kind(notes: &[Note], kind: NoteKind) -> Vec<&str> {
    let these = notes.iter().filter(|n| n.kind() == kind);
    these.map(|n| n.organisation.as_str()).collect()
}
