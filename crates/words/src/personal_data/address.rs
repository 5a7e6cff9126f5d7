//! Postal addresses: a street with a number, a postcode with its town.
use super::{Finding, Kind, Reason};
use crate::lexicon::{Part, known};
use regex::Regex;
use std::sync::LazyLock;

/// A street by its ending and a house number, with storey and door where they follow.
static STREET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:[\wÆØÅæøåÉéÜü.]+[ \-]){0,2}?[\wÆØÅæøåÉéÜü\-]*(?:vej|vejen|gade|gaden|allé|alle|alléen|stræde|strædet|torv|torvet|plads|pladsen|",
        r"parken|park|vænget|vænge|boulevard|bakken|haven|toften|stien|sti|engen|marken|kaj|kajen|brygge|ager|krogen|lunden|lund|boulevarden|vangen|brynet|svinget|sletten|løkken|volden|kæret|mosen|strand|skrænten|dalen|gården|højen)",
        r"\s*(?:nr\.?\s*)?\d{1,3}\s?[A-Za-z]?\b(?:[, ]+(?:st|kl|\d{1,2})\.?,?\s*(?:sal\b)?\s*(?:t\.?v|t\.?h|m\.?f)?\b\.?)?",
    ))
    .ok()
});
static POSTCODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:DK-)?([1-9]\d{3})\s+([A-ZÆØÅa-zæøå][a-zæøåé]+)(?:\s[A-ZÆØÅ]{1,2}\b)?").ok()
});

/// Endings that streets alone have.
const SURE: &[&str] = &["vej", "gade", "allé", "stræde"];

/// No ordinary word, nor put together of such.
fn unheard(word: &str) -> bool {
    !known(word).is(Part::Word) && crate::compound::split(word).is_none()
}

/// Before these, a number is no house number.
const MEASURES: &[&str] = &[
    "kr",
    "kroner",
    "gange",
    "timer",
    "minutter",
    "meter",
    "km",
    "år",
    "personer",
    "mennesker",
    "dage",
    "uger",
    "procent",
];

pub fn find(text: &str) -> Vec<Finding> {
    let streets = STREET.as_ref().into_iter().flat_map(|r| r.find_iter(text));
    let mut found: Vec<Finding> = streets
        .filter_map(|m| street(text, m.start(), m.end()))
        .collect();
    let towns = POSTCODE
        .as_ref()
        .into_iter()
        .flat_map(|r| r.captures_iter(text));
    found.extend(towns.filter_map(|c| {
        let (whole, town) = (c.get(0)?, c.get(2)?);
        let is = known(&town.as_str().to_lowercase());
        let small = town.as_str().starts_with(char::is_lowercase);
        let year = c
            .get(1)
            .is_some_and(|m| m.as_str().starts_with("19") || m.as_str().starts_with("20"));
        (is.is(Part::Place) && !(small && (year || is.is(Part::Word)))).then_some(Finding {
            kind: Kind::Address,
            start: whole.start(),
            end: whole.end(),
            reason: Reason::PostcodeAndTown,
        })
    }));
    found
}

/// Whether what follows a number says what it counts.
pub(super) fn measured(after: &str) -> bool {
    let next = after.split_whitespace().next().unwrap_or_default();
    let next = next.to_lowercase();
    MEASURES.contains(&next.trim_matches(|c: char| !c.is_alphabetic()))
}

/// The street's own words: those with a capital letter, or the one before the number.
fn street(text: &str, start: usize, end: usize) -> Option<Finding> {
    let whole = text.get(start..end)?;
    let number = whole.find(|c: char| c.is_ascii_digit())?;
    let words: Vec<&str> = whole
        .get(..number)?
        .split_whitespace()
        .filter(|w| !w.starts_with("nr"))
        .collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let last = words.last().copied()?;
    let first = match words.iter().copied().find(capital) {
        Some(first) => first,
        // *nørregade 12*: in small letters only what is no ordinary word.
        None if SURE.iter().any(|end| last.ends_with(end)) && unheard(last) => last,
        None => return None,
    };
    // *Vejen 3* and the like: a plain word for a road is no street's name.
    let plain = words.len() == 1
        && known(&first.to_lowercase()).is(Part::Word)
        && first.chars().count() < 7;
    let counts = measured(text.get(end..)?);
    let road = capital(&last) || words.len() > 1 || first == last;
    (!plain && !counts && road).then(|| Finding {
        kind: Kind::Address,
        start: start + whole.find(first).unwrap_or(0),
        end,
        reason: Reason::StreetAndNumber,
    })
}
