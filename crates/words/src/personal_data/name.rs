//! Names of persons, found by what speaks for and against a word being one.
//!
//! Each word with a capital letter is weighed: is it on a list of names, of places, of ordinary
//! words; what stands beside it. No list is complete, so an unknown word speaks for a name, and
//! no list is pure, so a name that is also a place needs more. Words in small letters count only
//! where they stand on a list of names and are nothing else.
mod lists;

use super::token::Token;
use super::{Finding, Kind, Reason};
use crate::compound;
use crate::lexicon::{Known, Part, known};
use lists::{
    ALSO_WORDS, FOREIGN, INSIDE, NO_NAME, NO_PERSON_AFTER, ORGANISATIONS, PLACES, SAYS,
    TITLE_ENDINGS, TITLES,
};

/// What one word is worth as a name, and the strongest reason for it.
#[derive(Clone, Copy, Debug)]
struct Weight {
    worth: f32,
    reason: Reason,
}

const NOTHING: Weight = Weight {
    worth: -9.0,
    reason: Reason::UnknownWord,
};

/// In a text of another language every other word is unknown, so only the list of first names speaks.
const DANISH_AT_LEAST: f32 = 0.7;

/// Whether too few of the words that need no capital letter are Danish ones.
fn foreign(tokens: &[Token<'_>]) -> bool {
    let plain = tokens
        .iter()
        .filter(|t| !t.capital() && t.text.chars().all(char::is_alphabetic));
    let (mut all, mut danish) = (0_f32, 0_f32);
    for token in plain {
        let lower = token.lower();
        all += 1.0;
        if known(&lower).is(Part::Word) || compound::split(&lower).is_some() {
            danish += 1.0;
        }
    }
    all > 0.0 && danish < all * DANISH_AT_LEAST
}

/// Names among `tokens`; `free` says whether a stretch of bytes holds nothing else already.
pub fn find(tokens: &[Token<'_>], free: impl Fn(usize, usize) -> bool) -> Vec<Finding> {
    let shouted = tokens.iter().filter(|t| t.all_capitals()).count() * 10 >= tokens.len() * 6
        && tokens.len() > 3;
    let weights = if foreign(tokens) {
        join(tokens, &first_names(tokens))
    } else {
        join(tokens, &alone(tokens, shouted))
    };
    let mut found: Vec<Finding> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let weight = weights.get(i).copied().unwrap_or(NOTHING);
        if weight.worth <= -0.05 || !free(token.start, token.end) {
            continue;
        }
        match found.last_mut() {
            Some(last)
                if tokens
                    .get(i.wrapping_sub(1))
                    .is_some_and(|b| b.end == last.end)
                    && token.joined =>
            {
                last.end = token.end
            }
            _ => found.push(Finding {
                kind: Kind::Name,
                start: token.start,
                end: token.end,
                reason: weight.reason,
            }),
        }
    }
    found
}

/// What each word is worth by itself and by the words around it.
fn alone(tokens: &[Token<'_>], shouted: bool) -> Vec<Weight> {
    (0..tokens.len())
        .map(|i| weigh(tokens, i, shouted))
        .collect()
}

/// Words with a capital letter that the language does not ask for, on the list of first names.
fn first_names(tokens: &[Token<'_>]) -> Vec<Weight> {
    let weight = |token: &Token<'_>| {
        let named = token.capital() && !token.opens && !token.all_capitals();
        let is = of(token);
        if named && is.is(Part::First) && !NO_NAME.contains(&token.lower().as_str()) {
            Weight {
                worth: 2.0,
                reason: Reason::NameList,
            }
        } else {
            NOTHING
        }
    };
    tokens.iter().map(weight).collect()
}

fn weigh(tokens: &[Token<'_>], i: usize, shouted: bool) -> Weight {
    let Some(token) = tokens.get(i) else {
        return NOTHING;
    };
    if token.text.chars().all(|c| c.is_numeric()) || token.text.chars().count() < 2 {
        return NOTHING;
    }
    let is = of(token);
    if NO_NAME.contains(&token.lower().as_str()) || of_a_thing(token) {
        return NOTHING;
    }
    if !token.capital() || shouted {
        return small(token, is);
    }
    let (mut worth, reason) = listed(token, is);
    worth -= at_start(token, is);
    if token.all_capitals() {
        worth -= match token.text.chars().count() {
            4.. if is.is(Part::First) => 0.0,
            5.. if is.is(Part::Name) => 1.5,
            _ => 3.0,
        };
    }
    if token.text.chars().any(char::is_numeric) {
        worth -= 3.0;
    }
    if token.text.chars().skip(1).any(char::is_uppercase) && !token.text.contains('-') {
        worth -= 1.5;
    }
    worth += around(tokens, i, is);
    Weight { worth, reason }
}

/// What a capital letter is worth less where one is due anyway.
fn at_start(token: &Token<'_>, is: Known) -> f32 {
    match token.opens {
        false => 0.0,
        true if is.is(Part::Common) && !is.is(Part::Word) => 0.0,
        true if is.is(Part::Word) => {
            if is.is(Part::Common) && !ALSO_WORDS.contains(&token.lower().as_str()) {
                1.0
            } else {
                3.5
            }
        }
        true if token.quoted => 0.8,
        true => 0.1,
    }
}

/// *FN-styrken*, *Volvo-motoren*: the last part is an ordinary word.
fn of_a_thing(token: &Token<'_>) -> bool {
    token.text.rsplit_once('-').is_some_and(|(first, last)| {
        last.chars().next().is_some_and(char::is_lowercase)
            && !known(&first.to_lowercase()).is(Part::First)
    })
}

/// What is known of a word, its genitive taken off where that says more.
fn of(token: &Token<'_>) -> Known {
    let lower = token.lower();
    let whole = known(&lower);
    let stem = lower
        .strip_suffix("'s")
        .or(lower.strip_suffix("’s"))
        .or(lower.strip_suffix('s'));
    let stem = stem
        .filter(|s| s.chars().count() > 2)
        .map(known)
        .unwrap_or_default();
    match (whole.nothing(), lower.split_once('-')) {
        (false, _) => whole.or(stem.names()),
        (true, Some((first, last))) if stem.nothing() => {
            known(first).names().or(known(last).names())
        }
        (true, _) => stem,
    }
}

/// A word without a capital letter: only where it is a name and nothing else.
fn small(token: &Token<'_>, is: Known) -> Weight {
    let name = is.is(Part::First) || is.is(Part::Last);
    let only = name && !is.is(Part::Word) && !is.is(Part::Place) && token.text.chars().count() > 2;
    Weight {
        worth: if only && known(&token.lower()).names() != Known::default() {
            0.5
        } else {
            -9.0
        },
        reason: Reason::NameList,
    }
}

/// What the lists say.
fn listed(token: &Token<'_>, is: Known) -> (f32, Reason) {
    let mut worth = -1.0;
    let last = is.is(Part::Last)
        || (token.text.ends_with("sen") && token.text.chars().count() > 5 && !is.is(Part::Word));
    if is.is(Part::First) {
        worth += 3.0;
    }
    if last {
        worth += 2.5;
    }
    if is.is(Part::Name) {
        worth += 1.7;
    }
    worth -= placed(is);
    if is.is(Part::Word) {
        worth -= if is.is(Part::First) || last {
            0.6
        } else if is.is(Part::Name) {
            0.8
        } else {
            1.5
        };
    }
    if compass(token) {
        worth -= 3.0;
    }
    let unknown = is.nothing() && compound::split(&token.lower()).is_none();
    if unknown {
        worth += 1.2;
    }
    if is.nothing() && !unknown {
        worth -= 2.0;
    }
    (
        worth,
        if unknown {
            Reason::UnknownWord
        } else {
            Reason::NameList
        },
    )
}

/// What being a place speaks against a person. The list holds every farm, and farms gave people
/// their names; places that make compounds (*Aalborgturen*) are known to all.
fn placed(is: Known) -> f32 {
    match (
        is.is(Part::Place),
        is.is(Part::First) || is.is(Part::Last),
        is.is(Part::Begins),
    ) {
        (false, ..) => 0.0,
        (true, true, _) => 0.7,
        (true, false, true) => 3.0,
        (true, false, false) => -0.6,
    }
}

/// What the words beside it say.
fn around(tokens: &[Token<'_>], i: usize, is: Known) -> f32 {
    let word = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .map(Token::lower)
            .unwrap_or_default()
    };
    let (before, after) = (word(i.checked_sub(1)), word(Some(i + 1)));
    let joined = tokens.get(i).is_some_and(|t| t.joined);
    let has = |list: &[&str], word: &str| list.contains(&word);
    let mut worth = 0.0;
    if joined && (has(TITLES, &before) || TITLE_ENDINGS.iter().any(|e| before.ends_with(e))) {
        worth += 2.0;
    }
    let opens = tokens.get(i).is_some_and(|t| t.opens && !t.quoted);
    if has(SAYS, &after) || has(SAYS, &before) && !opens {
        worth += 1.2;
    }
    if joined && has(PLACES, &before) && !is.is(Part::First) {
        worth -= if is.is(Part::Place) { 2.5 } else { 0.7 };
    }
    if joined && has(ORGANISATIONS, &before) && !is.is(Part::First) {
        worth -= 2.0;
    }
    if joined && has(FOREIGN, &before) || has(FOREIGN, &after) {
        worth -= 2.0;
    }
    let capital_after = tokens.get(i + 1).is_some_and(|t| t.joined && t.capital());
    if capital_after && has(NO_PERSON_AFTER, &after) {
        worth -= 4.0;
    }
    worth
}

/// Names come in rows: a word beside a sure one is surer, and so is what stands between two.
fn join(tokens: &[Token<'_>], alone: &[Weight]) -> Vec<Weight> {
    let mut weights = alone.to_vec();
    for i in 1..tokens.len() {
        surname(tokens, alone, &mut weights, i);
    }
    for i in 1..tokens.len() {
        let (Some(left), Some(right)) = (tokens.get(i - 1), tokens.get(i)) else {
            continue;
        };
        if !right.joined || !right.capital() || !left.capital() {
            continue;
        }
        let (a, b) = (worth(alone, i - 1), worth(alone, i));
        // A sentence's first word has its capital letter anyway: it speaks for a name, not against.
        let a = if left.opens {
            lift(a).max(0.0)
        } else {
            lift(a)
        };
        if let Some(weight) = weights.get_mut(i) {
            weight.worth += a;
        }
        if let Some(weight) = weights.get_mut(i - 1) {
            weight.worth += lift(b);
        }
    }
    for i in 1..tokens.len().saturating_sub(1) {
        let inside = tokens.get(i).is_some_and(|t| {
            INSIDE.contains(&t.lower().as_str()) || t.text.chars().count() == 1 && t.capital()
        });
        if inside
            && worth(&weights, i - 1) > 0.5
            && tokens.get(i + 1).is_some_and(Token::capital)
            && worth(&weights, i + 1) > -2.0
        {
            if let Some(weight) = weights.get_mut(i) {
                weight.worth = 1.0;
            }
            if let Some(weight) = weights.get_mut(i + 1) {
                weight.worth += 1.5;
            }
        }
    }
    for i in (1..tokens.len()).rev() {
        let (Some(initial), Some(next)) = (tokens.get(i - 1), tokens.get(i)) else {
            continue;
        };
        if initial.text.chars().count() == 1
            && initial.capital()
            && next.joined
            && worth(&weights, i) > 0.0
            && let Some(weight) = weights.get_mut(i - 1)
        {
            weight.worth = 1.0;
        }
    }
    weights
}

fn worth(weights: &[Weight], i: usize) -> f32 {
    weights.get(i).map_or(-9.0, |w| w.worth)
}

/// What follows a first name with a capital letter is a last name, whatever else it may be.
fn surname(tokens: &[Token<'_>], alone: &[Weight], weights: &mut [Weight], i: usize) {
    let (Some(first), Some(last)) = (tokens.get(i - 1), tokens.get(i)) else {
        return;
    };
    let follows = weights
        .get(i - 1)
        .is_some_and(|w| w.reason == Reason::BesideAName);
    let sure = follows || of(first).is(Part::First) && worth(alone, i - 1) > 1.0;
    let may = last.joined
        && last.capital()
        && !last.text.chars().any(char::is_numeric)
        && !NO_PERSON_AFTER.contains(&last.lower().as_str());
    let Some(weight) = weights.get_mut(i) else {
        return;
    };
    if sure && may && !of_a_thing(last) && last.text.chars().count() > 1 {
        weight.worth = weight.worth.max(0.5);
        weight.reason = Reason::BesideAName;
    }
}

/// *Sydkorea*, *Vestjylland*: a place by its first part.
fn compass(token: &Token<'_>) -> bool {
    let lower = token.lower();
    let rest = ["syd", "nord", "øst", "vest", "midt"]
        .iter()
        .find_map(|part| lower.strip_prefix(part));
    rest.is_some_and(|rest| known(rest.trim_start_matches('-')).is(Part::Place))
}

/// What a neighbour's worth adds.
fn lift(worth: f32) -> f32 {
    match worth {
        w if w > 1.5 => 2.0,
        w if w > 0.0 => 1.2,
        w if w > -1.5 => 0.0,
        _ => -0.8,
    }
}
