//! CPR numbers, in any spelling.
use super::address::measured;
use super::{Finding, Kind, Reason};
use jiff::civil::Date;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What people write between two digits of one number.
const GAP: &str = r"[ .\-/_]{0,2}";
/// What people write between the birthday and the last four: marks, or words for marks.
const BETWEEN: &str = concat!(
    r"(?:[^\p{L}\d]{0,6}|[^\p{L}\d]{0,4}(?:bindestreg|tankestreg|streg|minus|og\s+så|og|så|derefter|efterfulgt\s+af|",
    r"(?:de\s+)?sidste(?:\s+(?:fire|4))?(?:\s+(?:cifre|tal))?(?:\s+er)?|kontrolcifre(?:ne)?(?:\s+er)?|",
    r"løbenummer(?:et)?(?:\s+er)?|x{1,6})[^\p{L}\d]{0,4})",
);
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];

fn pattern(text: &str) -> Option<Regex> {
    Regex::new(&format!("(?i){text}")).ok()
}

/// Ten digits.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let six = [r"(\d)"; 6].join(GAP);
    let four = [r"(\d)"; 4].join("[ .\\-/]?");
    pattern(&format!("{six}{BETWEEN}{four}"))
});
/// A birthday as one writes a day, and four digits.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(\d{{1,2}})[ ./\-]{{1,2}}(\d{{1,2}})[ ./\-]{{1,2}}((?:18|19|20)?\d\d){BETWEEN}(\d{{4}})\b"
    ))
});
/// The same with the month in letters; a mark or a word has to stand between.
static NAMED_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    pattern(&format!(
        r"\b(\d{{1,2}})\.? ?({months})\p{{L}}*\.? ?((?:18|19|20)?\d\d) ?[\-/(x*,;:]{BETWEEN}(\d{{4}})\b"
    ))
});
/// The last four, where the words say what they are.
static LAST_FOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"(?:\bcpr(?:[.\- ]*(?:nr|nummer(?:et)?|no))?[ .:#]*(?:er|slutter +(?:på|med)|ender +på)?[ :]*|",
        r"\bsidste +(?:fire|4)\b[^\d.]{0,24})(\d{4})\b",
    ))
});

/// Weights of modulus 11 (CPR-kontoret, *Personnummeret i CPR*).
const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// Reads a text whose digits are plain ones.
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    // Every shape but the spelt out one ends in four digits, and most texts have fewer.
    if text.bytes().filter(u8::is_ascii_digit).nth(3).is_none() {
        return spelt_out(text);
    }
    every(text, &NUMBER, ten_digits, &mut found);
    every(text, &DAY, |t, c| a_day(t, c, month_in_digits), &mut found);
    every(
        text,
        &NAMED_DAY,
        |t, c| a_day(t, c, month_in_letters),
        &mut found,
    );
    found.extend(spelt_out(text));
    let four = LAST_FOUR
        .as_ref()
        .into_iter()
        .flat_map(|r| r.captures_iter(text));
    for digits in four.filter_map(|c| c.get(1)) {
        keep(&mut found, (digits.start(), digits.end()), Reason::AfterCpr);
    }
    found
}

/// Everything of a shape that holds. A run of digits may hold a number that does not begin at its first.
fn every(
    text: &str,
    shape: &Option<Regex>,
    holds: impl Fn(&str, &Captures<'_>) -> Option<Reason>,
    found: &mut Vec<Finding>,
) {
    let mut from = 0;
    while let Some(seen) = shape.as_ref().and_then(|n| n.captures_at(text, from)) {
        let Some(whole) = seen.get(0) else { return };
        let reason = alone(text, whole.start(), whole.end())
            .then(|| holds(text, &seen))
            .flatten();
        from = match reason {
            Some(reason) => {
                keep(found, (whole.start(), whole.end()), reason);
                whole.end()
            }
            None => next(text, whole.start()),
        };
    }
}

fn keep(found: &mut Vec<Finding>, (start, end): (usize, usize), reason: Reason) {
    if super::free(found, start, end) {
        found.push(Finding {
            kind: Kind::Cpr,
            start,
            end,
            reason,
        });
    }
}

fn next(text: &str, start: usize) -> usize {
    let first = text.get(start..).and_then(|t| t.chars().next());
    start + first.map_or(1, char::len_utf8)
}

/// No further digit touches it.
fn alone(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(end..).and_then(|t| t.chars().next());
    !before.is_some_and(char::is_numeric) && !after.is_some_and(char::is_numeric)
}

fn ten_digits(_: &str, number: &Captures<'_>) -> Option<Reason> {
    let digits: Vec<u32> = (1..=10)
        .filter_map(|i| number.get(i)?.as_str().parse().ok())
        .collect();
    reason(&digits)
}

/// Whether the ten digits can be a number. Some have 60 added to the day, when the ordinary ones of
/// that day ran out and for those who have none yet; modulus 11 raises certainty and clears nobody,
/// since numbers given out after 2007 need not satisfy it (CPR-kontoret, *Personnummeret i CPR*, 2008).
fn reason(digits: &[u32]) -> Option<Reason> {
    let &[d1, d2, m1, m2, y1, y2, _, _, _, _] = digits else {
        return None;
    };
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    born(10 * d1 + d2, 10 * m1 + m2, 10 * y1 + y2).then_some(match sum % 11 {
        0 => Reason::CheckDigit,
        _ => Reason::TenDigits,
    })
}

/// Whether someone can have been born on that day of some century.
fn born(day: u32, month: u32, year: u32) -> bool {
    let day = if day > 60 { day - 60 } else { day };
    let (Ok(day), Ok(month), Ok(year)) = (
        i8::try_from(day),
        i8::try_from(month),
        i16::try_from(year % 100),
    ) else {
        return false;
    };
    [1800, 1900, 2000]
        .iter()
        .any(|century| Date::new(century + year, month, day).is_ok())
}

fn a_day(text: &str, seen: &Captures<'_>, month: fn(&str) -> Option<u32>) -> Option<Reason> {
    let of = |group: usize| seen.get(group).map(|m| m.as_str());
    let (day, year) = (of(1)?.parse().ok()?, of(3)?.parse().ok()?);
    // *12.04.26 1200 kroner* is a day and a sum.
    let counts = seen
        .get(0)
        .is_some_and(|whole| measured(text.get(whole.end()..).unwrap_or_default()));
    (!counts && born(day, month(of(2)?)?, year)).then_some(Reason::TenDigits)
}

fn month_in_digits(month: &str) -> Option<u32> {
    month.parse().ok()
}

fn month_in_letters(month: &str) -> Option<u32> {
    let month = month.to_lowercase();
    let place = MONTHS.iter().position(|m| *m == month)?;
    u32::try_from(place + 1).ok()
}

const DIGITS: [&str; 10] = [
    "nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni",
];

/// Ten digits in a row, each a word.
fn spelt_out(text: &str) -> Vec<Finding> {
    let words: Vec<(usize, &str)> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    let digit = |word: &str| {
        let word = word.to_lowercase();
        let word = if word == "en" || word == "ét" {
            "et"
        } else {
            &word
        };
        let place = DIGITS.iter().position(|d| *d == word)?;
        u32::try_from(place).ok()
    };
    words
        .windows(10)
        .filter_map(|run| {
            let digits: Vec<u32> = run.iter().filter_map(|(_, word)| digit(word)).collect();
            let (last, word) = run.last()?;
            Some(Finding {
                kind: Kind::Cpr,
                start: run.first()?.0,
                end: last + word.len(),
                reason: reason(&digits)?,
            })
        })
        .collect()
}
