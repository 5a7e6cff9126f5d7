//! What became otherwise from one text to another, word by word.
use similar::{ChangeTag, TextDiff};

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Stayed,
    Went,
    Came,
}

/// The pieces of both texts in the order one reads them; what went stands before what came in its
/// place.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<(Fate, String)> {
    let diff = TextDiff::from_words(before, after);
    let mut pieces: Vec<(Fate, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let fate = match change.tag() {
            ChangeTag::Equal => Fate::Stayed,
            ChangeTag::Delete => Fate::Went,
            ChangeTag::Insert => Fate::Came,
        };
        match pieces.last_mut() {
            Some((last, text)) if *last == fate => text.push_str(change.value()),
            _ => pieces.push((fate, change.value().to_owned())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_goes_and_another_comes() {
        let pieces = difference("Hver torsdag kl. 16", "Hver tirsdag kl. 16");
        let told: Vec<_> = pieces.iter().map(|(f, t)| (*f, t.as_str())).collect();
        let expected = [
            (Fate::Stayed, "Hver "),
            (Fate::Went, "torsdag"),
            (Fate::Came, "tirsdag"),
            (Fate::Stayed, " kl. 16"),
        ];
        assert_eq!(told, expected);
        assert_eq!(difference("", "Ny"), [(Fate::Came, "Ny".to_owned())]);
    }

    proptest! {
        #[test]
        fn both_texts_are_in_it_whole(before in "[a-cæ \n]{0,40}", after in "[a-cæ \n]{0,40}") {
            let pieces = difference(&before, &after);
            let without = |gone: Fate| -> String {
                let kept = pieces.iter().filter(|(fate, _)| *fate != gone);
                kept.map(|(_, text)| text.as_str()).collect()
            };
            prop_assert_eq!(without(Fate::Came), before);
            prop_assert_eq!(without(Fate::Went), after);
        }
    }
}
