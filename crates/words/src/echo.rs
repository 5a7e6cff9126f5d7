//! Near copies of one text, as a campaign sends them: counted once, whoever sends them.
use crate::analyse::{hash, words};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Letters in a shingle.
const LENGTH: usize = 5;
/// The share of shingles two near copies have in common, of all that either has. Found on edited
/// copies: with containment it knows 9 of 10, and none of 780 pairs of different texts.
pub const JACCARD: f64 = 0.25;
/// The share of the shorter text's shingles that the longer one holds.
pub const CONTAINMENT: f64 = 0.5;

/// The runs of five letters of a text, hashed, each once and in order. So small that there may be some hundred thousand
/// texts; two different runs of one text have the same number once in a million texts.
#[derive(Clone, Debug, Default)]
pub struct Shingles(Box<[u32]>);

impl Shingles {
    /// Small letters, one blank between words, nothing else.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let letters: Vec<char> = words(text).collect::<Vec<_>>().join(" ").chars().collect();
        let length = letters.len().clamp(1, LENGTH);
        let mut shingles: Vec<u32> = letters.windows(length).map(short).collect();
        shingles.sort_unstable();
        shingles.dedup();
        Self(shingles.into_boxed_slice())
    }

    /// Whether one is a near copy of the other. A text without letters copies nothing.
    #[must_use]
    pub fn echoes(&self, other: &Self) -> bool {
        near(self.shared(other), self.0.len(), other.0.len())
    }

    fn shared(&self, other: &Self) -> usize {
        let (shorter, longer) = match self.0.len() < other.0.len() {
            true => (self, other),
            false => (other, self),
        };
        let held = |shingle: &&u32| longer.0.binary_search(shingle).is_ok();
        shorter.0.iter().filter(held).count()
    }
}

/// Both halves of a hash in one.
fn short(letters: &[char]) -> u32 {
    let hash = hash(letters);
    (hash >> 32) as u32 ^ hash as u32
}

/// Every two texts that are near copies and have a run of letters in common that no more than `crowd` texts have: what
/// more say alike tells nothing of two. It takes as long as there are texts, not pairs of texts.
#[must_use]
pub fn pairs(texts: &[&Shingles], crowd: usize) -> Vec<(usize, usize)> {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for (i, text) in (0u32..).zip(texts) {
        all.extend(text.0.iter().map(|shingle| (*shingle, i)));
    }
    all.sort_unstable();
    let mut beside: HashSet<(u32, u32)> = HashSet::new();
    for holding in all.chunk_by(|a, b| a.0 == b.0).filter(|h| h.len() <= crowd) {
        for (at, (_, one)) in holding.iter().enumerate() {
            let rest = holding.iter().skip(at + 1);
            beside.extend(rest.map(|(_, other)| (*one, *other)));
        }
    }
    let places = beside.into_iter().map(|(a, b)| (a as usize, b as usize));
    let echo = |(a, b): &(usize, usize)| {
        let both = texts.get(*a).zip(texts.get(*b));
        both.is_some_and(|(a, b)| a.echoes(b))
    };
    let mut pairs: Vec<_> = places.filter(echo).collect();
    pairs.sort_unstable();
    pairs
}

/// Which texts are near copies: for each text the place of the first one it echoes, its own where
/// there is none. Copies of a copy belong together.
///
/// What two texts share is counted by walking the texts of each shingle, not each pair of texts.
#[must_use]
pub fn groups(texts: &[Shingles]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..texts.len()).collect();
    let mut holding: HashMap<u32, Vec<usize>> = HashMap::new();
    for (i, text) in texts.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for &shingle in text.0.iter() {
            let earlier = holding.entry(shingle).or_default();
            for &other in earlier.iter() {
                *shared.entry(other).or_default() += 1;
            }
            earlier.push(i);
        }
        let echoed = shared.into_iter().find(|&(other, both)| {
            let length = texts.get(other).map_or(0, |t| t.0.len());
            near(both, text.0.len(), length)
        });
        if let Some((earlier, _)) = echoed {
            let root = first.get(earlier).copied().unwrap_or(earlier);
            if let Some(place) = first.get_mut(i) {
                *place = root;
            }
        }
    }
    first
}

/// Whether two texts of so many shingles, `both` of them shared, are near copies.
fn near(both: usize, one: usize, other: usize) -> bool {
    let (both, one, other) = (both as f64, one as f64, other as f64);
    let shorter = one.min(other);
    shorter > 0.0 && (both / (one + other - both) >= JACCARD || both / shorter >= CONTAINMENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STORY: &str = "Bussen er nedlagt, så han kan ikke komme til værestedet om aftenen.";

    #[test]
    fn an_edited_copy_echoes_and_another_story_does_not() {
        let story = Shingles::of(STORY);
        assert!(story.echoes(&Shingles::of(
            "Kære kommune! Bussen er nedlagt, så hun kan ikke komme til værestedet om aftenen mere."
        )));
        assert!(!story.echoes(&Shingles::of(
            "Hun aflyste tandlægen, fordi billetten til byen kostede for meget."
        )));
        assert!(!Shingles::of("").echoes(&Shingles::of("")));
    }

    #[test]
    fn copies_gather_around_the_first() {
        let texts = [
            STORY,
            "Noget helt andet skete i går.",
            "Bussen er nedlagt, så han kan ikke komme til værestedet.",
        ];
        assert_eq!(groups(&texts.map(Shingles::of)), [0, 1, 0]);
    }

    #[test]
    fn pairs_are_found_and_what_a_crowd_says_makes_none() {
        let texts = [
            STORY,
            "Noget helt andet skete i går.",
            "Bussen er nedlagt, så han kan ikke komme til værestedet.",
            "",
        ];
        let texts = texts.map(Shingles::of);
        let [story, other, copy, nothing] = &texts;
        assert_eq!(pairs(&[story, other, copy, nothing], 2), [(0, 2)]);
        assert!(pairs(&[story, story, story], 2).is_empty());
    }

    proptest! {
        #[test]
        fn every_text_echoes_itself_whatever_its_case(text in "[a-zæøå ]{1,80}") {
            let shingles = Shingles::of(&text);
            prop_assert_eq!(shingles.echoes(&Shingles::of(&text.to_uppercase())), text.trim() != "");
        }
    }
}
