//! Advice on a text that everyone is to understand, and that is to stay true. It never stops
//! anything: a field of its own holds what does not belong in free text, and days grow old.
use crate::personal_data::{self, Kind as Personal};
use samskab_domain::kernel::Language;

/// What could be better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person's name: people leave, and the role stays.
    Name,
    /// A telephone number or mail address, which have fields of their own.
    Reach,
    /// A web address, which has a field of its own.
    Link,
    /// A paragraph of a law, which few can read.
    Law,
    /// A day or year that will be over.
    Day,
    /// The summary says what the title says.
    RepeatsTitle,
}

/// One piece of advice, with the words it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub kind: Kind,
    pub words: String,
}

/// Advice on the free text of an offer: its name, its summary, and what it says at length. Names are known
/// by the words around them, in Danish alone; months and laws by their words, in Danish and English; the rest in any language.
#[must_use]
pub fn advise(language: Language, name: &str, summary: &str, description: &str) -> Vec<Advice> {
    let mut all = Vec::new();
    if repeats(name, summary) {
        all.push(Advice {
            kind: Kind::RepeatsTitle,
            words: summary.to_owned(),
        });
    }
    for text in [summary, description] {
        all.extend(personal(language, text));
        all.extend(words(language, text));
    }
    let mut seen: Vec<Advice> = Vec::new();
    for advice in all {
        if !seen.contains(&advice) {
            seen.push(advice);
        }
    }
    seen
}

fn personal(language: Language, text: &str) -> Vec<Advice> {
    let letters: Vec<char> = text.chars().collect();
    let found = personal_data::find(text).into_iter();
    let advice = found.filter_map(|f| {
        let kind = match f.kind {
            Personal::Name if language == Language::Danish => Kind::Name,
            Personal::Phone | Personal::Email => Kind::Reach,
            Personal::Name | Personal::Cpr | Personal::Address | Personal::Handle => return None,
        };
        let words = letters.get(f.start..f.end)?.iter().collect();
        Some(Advice { kind, words })
    });
    advice.collect()
}

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Links, laws and days, told by single words and the one before.
fn words(language: Language, text: &str) -> Vec<Advice> {
    let mut found = Vec::new();
    let mut before = "";
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '§');
        let small = bare.to_lowercase();
        let kind = if small.starts_with("http") || small.starts_with("www.") {
            Some(Kind::Link)
        } else if word.contains('§') || before.contains('§') || is_law(language, before, &small) {
            Some(Kind::Law)
        } else if is_year(bare) || is_date(language, before, word) {
            Some(Kind::Day)
        } else {
            None
        };
        if let Some(kind) = kind {
            let pair = kind != Kind::Link && !before.is_empty() && !is_year(bare);
            let words = match pair {
                true => format!("{before} {bare}"),
                false => bare.to_owned(),
            };
            found.push(Advice { kind, words });
        }
        before = word;
    }
    found
}

fn is_law(language: Language, before: &str, small: &str) -> bool {
    match language {
        Language::Danish => small.ends_with("loven"),
        Language::English => {
            before.eq_ignore_ascii_case("section")
                && small.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// *3. marts*, *3 March*, *March 3rd*.
fn is_date(language: Language, before: &str, word: &str) -> bool {
    let small = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let in_english = |word: &str| ENGLISH_MONTHS.contains(&small(word).as_str());
    match language {
        Language::Danish => MONTHS.contains(&small(word).as_str()) && is_day(before),
        Language::English => {
            (in_english(word) && is_english_day(before))
                || (in_english(before) && is_english_day(word))
        }
        _ => false,
    }
}

/// A year of our time; a price or a postcode is none.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// `3.`, as the day of a month is written.
fn is_day(word: &str) -> bool {
    let day = word.strip_suffix('.').and_then(|w| w.parse::<u8>().ok());
    day.is_some_and(|day| (1..=31).contains(&day))
}

/// `3` or `3rd`.
fn is_english_day(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.']);
    let number = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = word.get(number.len()..).unwrap_or_default();
    ["", "st", "nd", "rd", "th"].contains(&ending)
        && number
            .parse::<u8>()
            .is_ok_and(|day| (1..=31).contains(&day))
}

/// The summary holds hardly a word that the title does not.
fn repeats(name: &str, summary: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let small = text.to_lowercase();
        let words = small.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|w| w.chars().count() > 3)
            .map(str::to_owned)
            .collect()
    };
    let (title, summary) = (split(name), split(summary));
    !title.is_empty() && summary.iter().filter(|w| !title.contains(w)).count() == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(summary: &str) -> Vec<Kind> {
        advise(Language::Danish, "Torsdagscafé", summary, "")
            .into_iter()
            .map(|a| a.kind)
            .collect()
    }

    #[test]
    fn what_has_a_field_of_its_own_or_grows_old_is_pointed_out() {
        for (text, kind) in [
            ("Kom og snak. Ring til Kirsten Sørensen.", Kind::Name),
            ("Kom og snak. Ring på 70 00 00 11.", Kind::Reach),
            ("Kom og snak. Se www.fjordby.example", Kind::Link),
            ("Hjælp efter § 83 til dig, der bor alene.", Kind::Law),
            (
                "Støtte efter serviceloven til dig, der bor alene.",
                Kind::Law,
            ),
            ("Vi begynder igen den 3. marts med kaffe.", Kind::Day),
            ("Vi er tilbage i 2027 med kaffe.", Kind::Day),
            ("Torsdagscafé", Kind::RepeatsTitle),
        ] {
            assert!(kinds(text).contains(&kind), "{text}: {:?}", kinds(text));
        }
    }

    #[test]
    fn a_good_text_is_left_in_peace() {
        assert_eq!(
            kinds("Kaffe og snak hver torsdag. Kom alene eller sammen med nogen."),
            []
        );
        assert_eq!(kinds("Vi mødes i marts og april. Det koster 40 kr."), []);
    }

    #[test]
    fn what_is_told_without_danish_is_told_of_other_languages_too() {
        let of = |language, text: &str| -> Vec<Kind> {
            let all = advise(language, "Thursday café", text, "").into_iter();
            all.map(|a| a.kind).collect()
        };
        for (text, kind) in [
            ("Come and talk. Call 70 00 00 11.", Kind::Reach),
            ("Come and talk. See www.fjordby.example", Kind::Link),
            ("Help by section 83 for those who live alone.", Kind::Law),
            ("We begin again on 3 March with coffee.", Kind::Day),
            ("We begin again on March 3rd, with coffee.", Kind::Day),
            ("Back in 2027 with coffee.", Kind::Day),
            ("Thursday café", Kind::RepeatsTitle),
        ] {
            assert_eq!(of(Language::English, text), [kind], "{text}");
        }
        for good in [
            "You may bring 3 friends. Ask for Kirsten Sørensen.",
            "Coffee and talk in March.",
        ] {
            assert_eq!(of(Language::English, good), [], "{good}");
        }
        assert_eq!(
            of(Language::Arabic, "قهوة www.fjordby.example 2027"),
            [Kind::Link, Kind::Day]
        );
    }

    proptest! {
        #[test]
        fn anything_at_all_is_answered(name in ".{0,40}", summary in ".{0,80}", more in ".{0,80}") {
            let _ = advise(Language::Danish, &name, &summary, &more);
            let _ = advise(Language::English, &name, &summary, &more);
        }
    }
}
