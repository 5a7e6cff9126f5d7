//! What was typed, as words to look for in each language.
use super::letters::{runs_of_four, swaps};
use super::vocabulary::{Like, Vocabulary};
use samskab_words::tongue::{Tongue, script, words};

/// A typed word in one language.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub tongue: Tongue,
    /// What a hit counts: less in a language that the question is hardly in.
    pub worth: f32,
    /// The stems to look for, the word's own first.
    pub like: Vec<Like>,
    pub runs: Vec<String>,
}

/// A typed word, or two of them side by side, and what it may be in each language.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// The word; none for two.
    pub typed: Option<String>,
    pub asked: Vec<Asked>,
}

/// The words of a question, and each two that follow each other.
pub(super) type Question = Vec<Word>;

/// What a hit counts in another language than the likeliest of the question.
const ELSEWHERE: f32 = 0.6;
/// As many words of a question as are looked for.
const WORDS: usize = 40;
/// Longer words are cut, in letters.
const LETTERS: usize = 40;
/// What two words side by side are worth when they stand so in a text, beside each by itself (sequential dependence,
/// Metzler and Croft, 2005).
const SIDE_BY_SIDE: f32 = 0.6;
/// So many stems like each of them are looked for side by side.
const LIKE: usize = 2;
/// What a word is worth when it takes a swap of two letters to know it.
const SWAPPED: f32 = 0.9;

/// Words that only ask are left out, unless there are no others.
pub(super) fn read(typed: &str, vocabulary: &Vocabulary) -> Question {
    let all: Vec<String> = words(typed).collect();
    let guessed = Tongue::guess(&all);
    let likeliest = guessed.first().copied().unwrap_or(Tongue::Other);
    // A slip of the hand in a small word does not make it tell anything.
    let slip = |word: &String| {
        word.chars().count() > 3
            && !vocabulary.knows(word)
            && swaps(word).any(|word| likeliest.is_small(&word))
    };
    let telling = all
        .iter()
        .filter(|word| !likeliest.is_small(word) && !slip(word));
    let mut telling: Vec<&String> = telling.take(WORDS).collect();
    if telling.is_empty() {
        telling = all.iter().take(WORDS).collect();
    }
    let words = telling.into_iter().map(|word| {
        let typed: String = word.chars().take(LETTERS).collect();
        let writes = |tongue: Tongue| tongue == likeliest || tongue.writes(script(&typed));
        let known = vocabulary.knows(&typed);
        let tongues = vocabulary.tongues().map(|measure| measure.tongue);
        let asked = tongues.filter(|tongue| writes(*tongue)).map(|tongue| {
            let worth = match tongue == likeliest || tongue == Tongue::Other {
                true => 1.0,
                false => ELSEWHERE,
            };
            let right = (!known).then(|| vocabulary.swapped_back(tongue, &typed));
            match right.flatten() {
                Some(right) => asked(vocabulary, (tongue, worth * SWAPPED), &right),
                None => asked(vocabulary, (tongue, worth), &typed),
            }
        });
        Word {
            asked: asked.collect(),
            typed: Some(typed),
        }
    });
    let mut question: Question = words.collect();
    let pairs = question.windows(2).filter_map(|two| match two {
        [first, second] => Some(pair(first, second)),
        _ => None,
    });
    let pairs: Vec<Word> = pairs.collect();
    question.extend(pairs);
    question
}

/// Two words that follow each other, in each language that both may be of.
fn pair(first: &Word, second: &Word) -> Word {
    let of = |a: &Asked| second.asked.iter().find(|b| b.tongue == a.tongue);
    let asked = first.asked.iter().filter_map(|a| {
        let b = of(a)?;
        let like = a.like.iter().take(LIKE).flat_map(|(first, worth)| {
            let seconds = b.like.iter().take(LIKE);
            seconds.map(move |(second, other)| (side_by_side(first, second), worth * other))
        });
        Some(Asked {
            tongue: a.tongue,
            worth: a.worth.min(b.worth) * SIDE_BY_SIDE,
            like: like.collect(),
            runs: vec![],
        })
    });
    Word {
        typed: None,
        asked: asked.collect(),
    }
}

/// How two stems side by side are kept.
pub(super) fn side_by_side(first: &str, second: &str) -> String {
    format!("{first} {second}")
}

fn asked(vocabulary: &Vocabulary, (tongue, worth): (Tongue, f32), word: &str) -> Asked {
    Asked {
        tongue,
        worth,
        like: vocabulary.like(tongue, word),
        runs: runs_of_four(&tongue.plain(word)),
    }
}
