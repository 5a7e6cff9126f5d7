//! A text taken apart into what can be compared: stems, parts of compounds, what its words are about,
//! and short runs of letters.
use crate::compound;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Words that say nothing about what a text is about.
static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../data/function_words.txt")
        .split_whitespace()
        .collect()
});

/// Concepts and the stems that speak of them.
static CONCEPTS: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(concepts);

/// One stem of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub stem: String,
    /// The word as it stands in the text.
    pub word: String,
    /// 1 for a whole word, less for a part of a compound.
    pub weight: f32,
}

/// What a word of the text is about.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub concept: &'static str,
    pub word: String,
    pub weight: f32,
}

/// A text, ready to be compared.
#[derive(Clone, Debug, Default)]
pub struct Analysed {
    pub terms: Vec<Term>,
    pub about: Vec<About>,
    /// Runs of three to five letters, hashed, and how often each comes.
    pub runs: HashMap<u64, f32>,
}

/// What a part of a compound is worth beside the whole word.
const PART: f32 = 0.6;

/// Takes a Danish text apart; English words come out as they are.
#[must_use]
pub fn analyse(text: &str) -> Analysed {
    let stemmer = Stemmer::create(Algorithm::Danish);
    let mut found = Analysed::default();
    for word in words(text) {
        if FUNCTION_WORDS.contains(word.as_str()) {
            continue;
        }
        add_runs(&mut found.runs, &word);
        add_word(&mut found, &stemmer, &word);
    }
    found
}

/// The words of a text in small letters.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

fn add_word(found: &mut Analysed, stemmer: &Stemmer, word: &str) {
    let parts = compound::split(word).unwrap_or_default();
    let whole = std::iter::once((word, 1.0));
    for (text, weight) in whole.chain(parts.iter().map(|part| (*part, PART))) {
        let stem = stem(stemmer, text);
        // What the whole word is about, its parts need not say again.
        let known = weight < 1.0 && CONCEPTS.contains_key(&self::stem(stemmer, word));
        for &concept in CONCEPTS.get(&stem).filter(|_| !known).into_iter().flatten() {
            found.about.push(About {
                concept,
                word: word.to_owned(),
                weight,
            });
        }
        found.terms.push(Term {
            stem,
            word: word.to_owned(),
            weight,
        });
    }
}

/// The stem, with double consonants at its end made single: *bussen* and *bus*.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    let mut stem = stemmer.stem(word).into_owned();
    let mut last = stem.chars().rev();
    let (one, two) = (last.next(), last.next());
    if one.is_some() && one == two && stem.chars().count() > 3 {
        stem.pop();
    }
    // A vowel that the ending left behind: *ensomhed*, *kørsel* and *køre* have their own rules.
    if stem.chars().count() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

fn concepts() -> HashMap<String, Vec<&'static str>> {
    let stemmer = Stemmer::create(Algorithm::Danish);
    let mut found: HashMap<String, Vec<&'static str>> = HashMap::new();
    let lines = include_str!("../data/concepts.txt")
        .lines()
        .filter(|l| !l.starts_with('#'));
    for (concept, words) in lines.filter_map(|line| line.split_once(": ")) {
        for word in words.split_whitespace().flat_map(|w| w.split('-')) {
            let list = found.entry(stem(&stemmer, word)).or_default();
            if !FUNCTION_WORDS.contains(word) && !list.contains(&concept) {
                list.push(concept);
            }
        }
    }
    found
}

/// Runs of letters inside a word, its edges marked, so that a shared stem in other forms still tells.
fn add_runs(runs: &mut HashMap<u64, f32>, word: &str) {
    let letters: Vec<char> = std::iter::once(' ')
        .chain(word.chars())
        .chain([' '])
        .collect();
    for length in 3..=5 {
        for run in letters.windows(length) {
            *runs.entry(hash(run)).or_default() += 1.0;
        }
    }
}

/// FNV-1a over the letters (Fowler, Noll and Vo).
pub(crate) fn hash(letters: &[char]) -> u64 {
    letters.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &letter| {
        (hash ^ u64::from(letter as u32)).wrapping_mul(0x0100_0000_01b3)
    })
}
