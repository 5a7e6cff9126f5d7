//! Danish compounds, taken apart by what the dictionary says may begin and end one.
use crate::lexicon::{Part, known};

/// Shorter parts split more words wrongly than rightly.
const SHORTEST: usize = 3;

/// The parts of a compound in small letters, the link with the part before it (*arbejds|plads*);
/// none where it does not come apart. Of several ways the one with the fewest parts, and of those
/// the one whose shortest part is longest.
#[must_use]
pub fn split(word: &str) -> Option<Vec<&str>> {
    if word.chars().count() < 2 * SHORTEST || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let two = cuts(word)
        .filter(|(first, rest)| begins(first) && ends(rest))
        .map(|(first, rest)| vec![first, rest]);
    two.max_by_key(|parts| shortest(parts))
        .or_else(|| three(word))
}

fn three(word: &str) -> Option<Vec<&str>> {
    let ways = cuts(word)
        .filter(|(first, _)| begins(first))
        .flat_map(|(first, rest)| {
            let inner = cuts(rest).filter(|(middle, last)| begins(middle) && ends(last));
            inner.map(move |(middle, last)| vec![first, middle, last])
        });
    ways.max_by_key(|parts| shortest(parts))
}

fn cuts(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let places = word.char_indices().map(|(at, _)| at).skip(SHORTEST);
    places
        .filter_map(|at| word.split_at_checked(at))
        .filter(|(_, rest)| rest.chars().count() >= SHORTEST)
}

fn shortest(parts: &[&str]) -> usize {
    parts.iter().map(|p| p.chars().count()).min().unwrap_or(0)
}

fn begins(part: &str) -> bool {
    known(part).is(Part::Begins)
}

fn ends(part: &str) -> bool {
    let part = known(part);
    part.is(Part::Ends) || part.is(Part::Word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_come_apart_where_people_hear_them() {
        for (word, parts) in [
            ("boligforeningen", vec!["bolig", "foreningen"]),
            ("torsdagskaffe", vec!["torsdags", "kaffe"]),
            ("sprogcafe", vec!["sprog", "cafe"]),
        ] {
            assert_eq!(split(word), Some(parts), "{word}");
        }
    }

    #[test]
    fn what_is_one_word_stays_whole() {
        for word in ["bus", "kartoffel", "xyzxyzxyz", "9000kroner", ""] {
            assert_eq!(split(word), None, "{word}");
        }
    }
}
