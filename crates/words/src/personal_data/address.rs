//! Postal addresses: a street with a number, a postcode with its town.
use super::{Finding, Kind, Reason};
use crate::lexicon::{Part, known};
use regex::Regex;
use std::sync::LazyLock;

/// A street by its ending and a house number, with storey and door where they follow.
static STREET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:[\wÆØÅæøåÉéÜü.]+[ \-]){0,2}?[\wÆØÅæøåÉéÜü\-]*(?:vej|vejen|gade|gaden|allé|alle|alléen|stræde|strædet|torv|torvet|plads|pladsen|",
        r"parken|park|vænget|vænge|boulevard|bakken|haven|toften|stien|sti|engen|marken|kaj|kajen|brygge|ager|krogen|lunden|skrænten|dalen|gården|højen)",
        r"\s+(?:nr\.?\s*)?\d{1,3}\s?[A-Za-z]?\b(?:[, ]+(?:st|kl|\d{1,2})\.?,?\s*(?:sal\b)?\s*(?:t\.?v|t\.?h|m\.?f)?\b\.?)?",
    ))
    .ok()
});
static POSTCODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:DK-)?([1-9]\d{3})\s+([A-ZÆØÅ][a-zæøåé]+)(?:\s[A-ZÆØÅ]{1,2}\b)?").ok()
});

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
        known(&town.as_str().to_lowercase())
            .is(Part::Place)
            .then_some(Finding {
                kind: Kind::Address,
                start: whole.start(),
                end: whole.end(),
                reason: Reason::PostcodeAndTown,
            })
    }));
    found
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
    let first = words.iter().copied().find(capital)?;
    let last = words.last().copied()?;
    // *Vejen 3* and the like: a plain word for a road is no street's name.
    let plain = words.len() == 1
        && known(&first.to_lowercase()).is(Part::Word)
        && first.chars().count() < 7;
    let after = text
        .get(end..)?
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let measured = MEASURES.contains(&after.trim_matches(|c: char| !c.is_alphabetic()));
    let road = capital(&last) || words.len() > 1;
    (!plain && !measured && road).then(|| Finding {
        kind: Kind::Address,
        start: start + whole.find(first).unwrap_or(0),
        end,
        reason: Reason::StreetAndNumber,
    })
}
