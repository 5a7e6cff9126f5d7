//! Phone numbers, mail addresses and names with an @.
use super::{Finding, Kind, Reason};
use regex::Regex;
use std::sync::LazyLock;

/// Eight digits in the usual groups, with or without +45; other countries with their + only.
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:\+|\b00)45[ .\-]?\d{2}[ .\-]?\d{2}[ .\-]?\d{2}[ .\-]?\d{2}\b|\b\d{2}[ .\-]?\d{2}[ .\-]?\d{2}[ .\-]?\d{2}\b|\b\d{3}[ .\-]\d{2}[ .\-]\d{3}\b|\+\d{2,3}(?:[ .\-]?\d{2,4}){2,5}\b").ok()
});
/// Two years with a dash between.
static YEARS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(1[5-9]|20)\d\d[ .\-](1[5-9]|20)\d\d$").ok());
static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)[\w.+\-]+\s?(?:@|\(at\)|\[at\]|\(a\)|\bsnabel-?a\b)\s?[\w\-]+(?:\s?(?:\.|\(dot\)|\bpunktum\b)\s?[a-zæøå\-]{2,})+").ok()
});
static HANDLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^\w@])(@[A-Za-zÆØÅæøå0-9_][\wÆØÅæøå.\-]*\w)").ok());

pub fn phones(text: &str) -> Vec<Finding> {
    matches(text, &PHONE, Kind::Phone, Reason::EightDigits)
        .into_iter()
        .filter(|f| {
            let number = text.get(f.start..f.end).unwrap_or_default();
            let joined = text
                .get(..f.start)
                .is_some_and(|t| t.ends_with(|c: char| c.is_numeric() || c == '-' || c == ','));
            !joined && !YEARS.as_ref().is_some_and(|years| years.is_match(number))
        })
        .collect()
}

pub fn emails(text: &str) -> Vec<Finding> {
    matches(text, &EMAIL, Kind::Email, Reason::MailAddress)
}

pub fn handles(text: &str) -> Vec<Finding> {
    let all = HANDLE
        .as_ref()
        .into_iter()
        .flat_map(|r| r.captures_iter(text));
    all.filter_map(|c| c.get(1))
        .map(|m| Finding {
            kind: Kind::Handle,
            start: m.start(),
            end: m.end(),
            reason: Reason::AtSign,
        })
        .collect()
}

fn matches(text: &str, pattern: &Option<Regex>, kind: Kind, reason: Reason) -> Vec<Finding> {
    let all = pattern.as_ref().into_iter().flat_map(|r| r.find_iter(text));
    all.map(|m| Finding {
        kind,
        start: m.start(),
        end: m.end(),
        reason,
    })
    .collect()
}
