//! Phone numbers, mail addresses and what people are called on networks.
use super::{Finding, Kind, Reason};
use crate::compound;
use crate::lexicon::{Part, known};
use regex::Regex;
use std::sync::LazyLock;

/// Eight digits in the usual groups, with or without +45; other countries with their + only; digit by digit
/// where a word says that it is one.
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:\(?\+|\b00)45\)?[ .\-]?\(?\d{2}\)?[ .\-]?\d{2}[ .\-]?\d{2}[ .\-]?\d{2}\b|",
        r"\b\d{2}(?: - |[ .\-/])?\d{2}(?: - |[ .\-/])?\d{2}(?: - |[ .\-/])?\d{2}\b|\b\d{3}[ .\-]\d{2}[ .\-]\d{3}\b|",
        r"\+\d{2,3}(?:[ .\-]?\d{2,4}){2,5}\b|(?i:\b(?:tlf|telefon|mobil|ring|sms)\b)\D{0,12}?\d(?:[ .\-]\d){7}\b",
    ))
    .ok()
});
/// A whole day, which has eight digits too.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:[0-2]\d|3[01])[ ./\-](?:0\d|1[0-2])[ ./\-](?:18|19|20)[ ./\-]?\d\d$").ok()
});
/// Two years with a dash between.
static YEARS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(1[5-9]|20)\d\d[ .\-](1[5-9]|20)\d\d$").ok());
/// A name, something that stands for @, a host, something that stands for a full stop, and the rest.
static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)[\w.+\-]*\w(?:@ ?| @ | ?[(\[{<] ?(?:at|a|@|snabel-? ?a) ?[)\]}>] ?| ?\b(?:snabel-? ?a|krølle(?:t|-)? ?a)\b ?|_at_)",
        r"[\w\-]+(?: ?(?:[.,]|[(\[{] ?(?:dot|punktum|\.) ?[)\]}]|\bdot\b|\bpunktum\b) ?[a-zæøå\-]{2,}| (?:dk|com|net|org)\b)+|",
        r"[\w.+\-]*\w at [\w\-]+ (?:dot|punktum) [a-zæøå\-]{2,}\b",
    ))
    .ok()
});
static HANDLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^\w@])(@[A-Za-zÆØÅæøå0-9_][\wÆØÅæøå.\-]*\w)").ok());
/// A page of someone on a network.
static PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:(?:instagram|facebook|fb|snapchat|tiktok|twitter|linkedin|threads|youtube|x)\.(?:com|dk)|m\.me|t\.me)/",
        r"(?:in/|add/|@)?([\wæøå.\-]*\w)",
    ))
    .ok()
});
/// A network, and what someone is called there.
static CALLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:instagram|insta|facebook|snapchat|snap|tiktok|twitter|messenger|telegram|discord)(?:: ?|-navn:? ?| )([\wæøå.\-]{2,}\w)")
        .ok()
});

pub fn phones(text: &str) -> Vec<Finding> {
    matches(text, &PHONE, Kind::Phone, Reason::EightDigits)
        .into_iter()
        .filter(|f| {
            let number = text.get(f.start..f.end).unwrap_or_default();
            let joined = text
                .get(..f.start)
                .is_some_and(|t| t.ends_with(|c: char| c.is_numeric() || c == '-' || c == ','));
            let is = |shape: &Option<Regex>| shape.as_ref().is_some_and(|s| s.is_match(number));
            !joined && !is(&YEARS) && !is(&DAY)
        })
        .collect()
}

pub fn emails(text: &str) -> Vec<Finding> {
    matches(text, &EMAIL, Kind::Email, Reason::MailAddress)
}

pub fn handles(text: &str) -> Vec<Finding> {
    let mut found = groups(text, &HANDLE);
    found.extend(groups(text, &PAGE));
    // *på Facebook kan man* names nobody: what someone is called is no word.
    let called = groups(text, &CALLED).into_iter().filter(|f| {
        let name = text.get(f.start..f.end).unwrap_or_default().to_lowercase();
        !known(&name).is(Part::Word) && compound::split(&name).is_none()
    });
    found.extend(called);
    found
}

fn groups(text: &str, pattern: &Option<Regex>) -> Vec<Finding> {
    let all = pattern.iter().flat_map(|r| r.captures_iter(text));
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
