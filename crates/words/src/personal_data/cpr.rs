//! CPR numbers, in any spelling.
use super::{Finding, Kind, Reason};
use jiff::civil::Date;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Six digits and four, with whatever people write between them.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(\d)\s?(\d)[\s./\-]{0,2}(\d)\s?(\d)[\s./\-]{0,2}(\d)\s?(\d)[\s.,/_\-‐‑–—]{0,4}(\d)\s?(\d)\s?(\d)\s?(\d)").ok()
});
/// The last four, where the word says what they are.
static LAST_FOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\bcpr(?:[.\-\s]*(?:nr|nummer(?:et)?|no))?[\s.:#]*(?:er|slutter\s+(?:på|med)|ender\s+på)?[\s:]*(\d{4})\b").ok()
});

/// Weights of modulus 11 (CPR-kontoret, *Personnummeret i CPR*).
const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

pub fn find(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut from = 0;
    // A run of digits may hold a number that does not begin at its first digit.
    while let Some(number) = NUMBER.as_ref().and_then(|n| n.captures_at(text, from)) {
        let Some(whole) = number.get(0) else { break };
        match alone(text, whole.start(), whole.end())
            .then(|| reason(&number))
            .flatten()
        {
            Some(reason) => {
                found.push(Finding {
                    kind: Kind::Cpr,
                    start: whole.start(),
                    end: whole.end(),
                    reason,
                });
                from = whole.end();
            }
            None => from = next(text, whole.start()),
        }
    }
    let four = LAST_FOUR
        .as_ref()
        .into_iter()
        .flat_map(|r| r.captures_iter(text));
    found.extend(four.filter_map(|c| c.get(1)).map(|m| Finding {
        kind: Kind::Cpr,
        start: m.start(),
        end: m.end(),
        reason: Reason::AfterCpr,
    }));
    found
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

/// Whether the ten digits can be a number. Some have 60 added to the day, when the ordinary ones of
/// that day ran out and for those who have none yet; modulus 11 raises certainty and clears nobody,
/// since numbers given out after 2007 need not satisfy it (CPR-kontoret, *Personnummeret i CPR*, 2008).
fn reason(number: &Captures<'_>) -> Option<Reason> {
    let digits: Vec<u32> = (1..=10)
        .filter_map(|i| digit(number.get(i)?.as_str()))
        .collect();
    let [d1, d2, m1, m2, y1, y2, ..] = *digits.as_slice() else {
        return None;
    };
    let day = match 10 * d1 + d2 {
        day @ 61.. => day - 60,
        day => day,
    };
    let (day, month, year) = (
        i8::try_from(day).ok()?,
        i8::try_from(10 * m1 + m2).ok()?,
        i16::try_from(10 * y1 + y2).ok()?,
    );
    let born = [1800, 1900, 2000]
        .iter()
        .any(|century| Date::new(century + year, month, day).is_ok());
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    born.then_some(match sum % 11 {
        0 => Reason::CheckDigit,
        _ => Reason::TenDigits,
    })
}

/// A digit of any script: Latin, Arabic-Indic, Persian, full width.
fn digit(text: &str) -> Option<u32> {
    let letter = text.chars().next()?;
    let zero = match letter as u32 {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,
        0x6f0..=0x6f9 => 0x6f0,
        0xff10..=0xff19 => 0xff10,
        _ => return None,
    };
    Some(letter as u32 - zero)
}
