//! Words that say nothing about what a text is about: those that ask, point and join.
use super::Tongue;
use std::collections::HashSet;
use std::sync::LazyLock;

type Words = LazyLock<HashSet<String>>;

macro_rules! list {
    ($file:literal) => {
        LazyLock::new(|| super::words(include_str!($file)).collect())
    };
}

static DANISH: Words = list!("../../data/small_words/da.txt");
static GERMAN: Words = list!("../../data/small_words/de.txt");
static ENGLISH: Words = list!("../../data/small_words/en.txt");
static ARABIC: Words = list!("../../data/small_words/ar.txt");
static FARSI: Words = list!("../../data/small_words/fa.txt");
static UKRAINIAN: Words = list!("../../data/small_words/uk.txt");
static TIGRINYA: Words = list!("../../data/small_words/ti.txt");

pub(super) fn is(tongue: Tongue, word: &str) -> bool {
    let words = match tongue {
        Tongue::Danish => &DANISH,
        Tongue::German => &GERMAN,
        Tongue::English => &ENGLISH,
        Tongue::Arabic => &ARABIC,
        Tongue::Farsi => &FARSI,
        Tongue::Ukrainian => &UKRAINIAN,
        Tongue::Tigrinya => &TIGRINYA,
        Tongue::Other => return false,
    };
    words.contains(word) || (tongue == Tongue::Arabic && joined_on(word, words))
}

/// *And* and *so* are written as one with what follows.
fn joined_on(word: &str, words: &HashSet<String>) -> bool {
    let rest = word.strip_prefix(['و', 'ف']);
    rest.is_some_and(|rest| rest.chars().count() > 1 && words.contains(rest))
}
