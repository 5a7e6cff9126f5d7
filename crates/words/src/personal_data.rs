//! Personal data in free text (F19: a need is put generally).
//!
//! CPR numbers are refused. Phone numbers and e-mail addresses are marked, to rewrite or to
//! confirm as harmless.
use jiff::civil::Date;
use regex::Regex;
use samskab_domain::kernel::{PersonalKind, Remark, Why};
use std::sync::LazyLock;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Cpr,
    Phone,
    Email,
}

/// Where something was found, in characters from the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// Six digits and four, as people write them: with a hyphen, a blank or nothing between.
static CPR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(\d{2})[ .]?(\d{2})[ .]?(\d{2})\s*[-–—]?\s*(\d{4})\b").ok());
/// Eight digits in the usual groups, with or without +45.
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:(?:\+|\b00)45[ .]?|\b)\d{2}[ .]?\d{2}[ .]?\d{2}[ .]?\d{2}\b").ok()
});
static EMAIL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+").ok());

/// Everything found in `text`, in order; where two overlap, the graver one.
pub fn find(text: &str) -> Vec<Finding> {
    let mut found: Vec<(Kind, usize, usize)> = Vec::new();
    if let Some(cpr) = CPR.as_ref() {
        let numbers = cpr.captures_iter(text).filter(|c| is_birthday(c));
        found.extend(
            numbers
                .filter_map(|c| c.get(0))
                .map(|m| (Kind::Cpr, m.start(), m.end())),
        );
    }
    for (kind, pattern) in [(Kind::Email, &EMAIL), (Kind::Phone, &PHONE)] {
        let Some(pattern) = pattern.as_ref() else {
            continue;
        };
        for m in pattern.find_iter(text) {
            let free = found
                .iter()
                .all(|&(_, start, end)| m.end() <= start || end <= m.start());
            if free {
                found.push((kind, m.start(), m.end()));
            }
        }
    }
    found.sort_by_key(|&(_, start, _)| start);
    let characters = |byte: usize| text.get(..byte).map_or(0, |t| t.chars().count());
    found
        .into_iter()
        .map(|(kind, start, end)| Finding {
            kind,
            start: characters(start),
            end: characters(end),
        })
        .collect()
}

/// Whether the six digits can be a birthday. Some numbers have 60 added to the day when the
/// ordinary ones of that day ran out; modulus 11 clears nobody, since numbers given out after
/// 2007 need not satisfy it (CPR-kontoret, *Personnummeret i CPR*, 2008).
fn is_birthday(number: &regex::Captures<'_>) -> bool {
    let part = |i| {
        number
            .get(i)
            .and_then(|m| m.as_str().parse::<i16>().ok())
            .unwrap_or(0)
    };
    let (day, month, year) = (part(1), part(2), part(3));
    let day = if day > 60 { day - 60 } else { day };
    [1800, 1900, 2000]
        .iter()
        .any(|century| Date::new(century + year, month as i8, day as i8).is_ok())
}

/// Remarks on the fields of a form. CPR numbers always stop it; the rest until the writer has
/// looked and said that it is `harmless`.
pub fn remarks(fields: &[(&'static str, &str)], harmless: bool) -> Vec<Remark> {
    let remark = |field, kind| {
        let why = match kind {
            Kind::Cpr => Why::Cpr,
            Kind::Phone => Why::Personal {
                kind: PersonalKind::Phone,
            },
            Kind::Email => Why::Personal {
                kind: PersonalKind::Email,
            },
        };
        Remark { field, why }
    };
    fields
        .iter()
        .filter_map(|&(field, text)| {
            let kind = find(text).into_iter().map(|f| f.kind).min()?;
            (kind == Kind::Cpr || !harmless).then(|| remark(field, kind))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<Kind> {
        find(text).into_iter().map(|f| f.kind).collect()
    }

    #[test]
    fn a_cpr_number_is_found_in_every_spelling() {
        for text in [
            "010190-1234",
            "0101901234",
            "01 01 90 1234",
            "01.01.90-1234",
            "010190 - 1234",
            "Hun er 610190-1234, sagde han",
            "290200–1234",
        ] {
            assert_eq!(kinds(text), [Kind::Cpr], "{text}");
        }
    }

    #[test]
    fn what_cannot_be_a_birthday_is_no_cpr_number() {
        assert!(kinds("Sag 991399-1234").iter().all(|k| *k != Kind::Cpr));
    }

    #[test]
    fn phone_numbers_and_addresses_are_marked_where_they_stand() {
        assert_eq!(
            find("Ring på 70 12 34 56."),
            [Finding {
                kind: Kind::Phone,
                start: 8,
                end: 19
            }]
        );
        assert_eq!(kinds("skriv til åse@fjordby.example"), [Kind::Email]);
        assert_eq!(kinds("+4570123456"), [Kind::Phone]);
    }

    #[test]
    fn ordinary_numbers_pass() {
        for text in [
            "kl. 16.30",
            "9000 Fjordby",
            "400 meter",
            "i 2026",
            "1. december 2026",
            "112",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn harmless_clears_a_phone_number_and_never_a_cpr_number() {
        assert!(remarks(&[("story", "70 12 34 56")], true).is_empty());
        assert_eq!(remarks(&[("story", "010190-1234")], true).len(), 1);
    }

    proptest! {
        #[test]
        fn findings_lie_inside_the_text(text in ".{0,200}") {
            for f in find(&text) {
                prop_assert!(f.start < f.end && f.end <= text.chars().count());
            }
        }
    }
}
