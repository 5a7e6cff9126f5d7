//! What was typed, as words to look for in each language.
use super::vocabulary::{Like, Vocabulary, runs_of_four, swaps};
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

/// A typed word, and what it may be in each language.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub typed: String,
    pub asked: Vec<Asked>,
}

/// The words of a question.
pub(super) type Question = Vec<Word>;

/// What a hit counts in another language than the likeliest of the question.
const ELSEWHERE: f32 = 0.6;
/// As many words of a question as are looked for.
const WORDS: usize = 40;
/// Longer words are cut, in letters.
const LETTERS: usize = 40;

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
    telling
        .into_iter()
        .map(|word| {
            let word: String = word.chars().take(LETTERS).collect();
            let writes = |tongue: Tongue| tongue == likeliest || tongue.writes(script(&word));
            let asked = vocabulary
                .tongues()
                .filter(|words| writes(words.tongue))
                .map(|words| Asked {
                    tongue: words.tongue,
                    worth: match words.tongue == likeliest || words.tongue == Tongue::Other {
                        true => 1.0,
                        false => ELSEWHERE,
                    },
                    like: words.like(&word),
                    runs: runs_of_four(&words.tongue.plain(&word)),
                })
                .collect();
            Word { typed: word, asked }
        })
        .collect()
}
