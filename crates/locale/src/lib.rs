//! Every text on screen, as typed functions made from `locales/`.
//!
//! `public` holds what citizens meet, `staff` all else. A key that one language lacks does not
//! compile. Beside them: the names of choices, remarks as sentences, dates as Danes write them,
//! and Danish sorting.
mod dates;
mod names;
mod schedule;
mod sentence;
mod sorting;

pub use names::Named;
pub use sorting::{fold, sort_key};

use samskab_domain::kernel::Language;
use std::ops::Deref;
use std::sync::LazyLock;

/// What citizens meet.
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::disallowed_methods
)]
pub mod public {
    include!(concat!(env!("OUT_DIR"), "/public.rs"));
}

/// What those who sign in meet.
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::disallowed_methods
)]
pub mod staff {
    include!(concat!(env!("OUT_DIR"), "/staff.rs"));
}

/// Every text in one language: staff texts by themselves, public ones under [`Texts::public`].
pub struct Texts {
    pub language: Language,
    pub public: public::L10nLanguage,
    staff: staff::L10nLanguage,
}

impl Deref for Texts {
    type Target = staff::L10nLanguage;
    fn deref(&self) -> &Self::Target {
        &self.staff
    }
}

static DANISH: LazyLock<Texts> = LazyLock::new(|| Texts {
    language: Language::Danish,
    public: public::L10n::Da.load(),
    staff: staff::L10n::Da.load(),
});
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts {
    language: Language::English,
    public: public::L10n::En.load(),
    staff: staff::L10n::En.load(),
});
static ARABIC: LazyLock<Texts> = LazyLock::new(|| for_citizens(Language::Arabic, public::L10n::Ar));
static UKRAINIAN: LazyLock<Texts> =
    LazyLock::new(|| for_citizens(Language::Ukrainian, public::L10n::Uk));
static FARSI: LazyLock<Texts> = LazyLock::new(|| for_citizens(Language::Farsi, public::L10n::Fa));
static TIGRINYA: LazyLock<Texts> =
    LazyLock::new(|| for_citizens(Language::Tigrinya, public::L10n::Ti));

/// A language that only citizens' pages are complete in: they use public texts alone.
fn for_citizens(language: Language, public: public::L10n) -> Texts {
    Texts {
        language,
        public: public.load(),
        staff: staff::L10n::En.load(),
    }
}

/// The languages every page is complete in.
pub const LANGUAGES: &[Language] = &[Language::Danish, Language::English];

/// The languages of citizens' pages.
pub const CITIZENS_LANGUAGES: &[Language] = &[
    Language::Danish,
    Language::English,
    Language::Arabic,
    Language::Ukrainian,
    Language::Farsi,
    Language::Tigrinya,
];

/// The texts in `language`.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Danish => &DANISH,
        Language::English => &ENGLISH,
        Language::Arabic => &ARABIC,
        Language::Ukrainian => &UKRAINIAN,
        Language::Farsi => &FARSI,
        Language::Tigrinya => &TIGRINYA,
    }
}

/// The best of `languages` for a browser's `Accept-Language`; Danish when it asks for none of them.
pub fn negotiate(accept_language: &str, languages: &[Language]) -> Language {
    let wishes = accept_language.split(',').filter_map(|wish| {
        let (tag, quality) = wish.split_once(";q=").unwrap_or((wish, "1"));
        let quality: f32 = quality.trim().parse().unwrap_or(0.0);
        let code = tag.trim().get(..2)?.to_lowercase();
        let language = languages.iter().copied().find(|l| l.code() == code)?;
        Some((language, quality))
    });
    wishes
        .fold(None, |best: Option<(Language, f32)>, wish| match best {
            Some(best) if best.1 >= wish.1 => Some(best),
            _ => Some(wish),
        })
        .map_or(Language::Danish, |(language, _)| language)
}

use samskab_domain::kernel::Coded;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_first_language_it_wishes_and_we_have() {
        for (header, language) in [
            ("da-DK,da;q=0.9,en;q=0.8", Language::Danish),
            ("en-GB,en;q=0.9", Language::English),
            ("de,en;q=0.5,da;q=0.4", Language::English),
            ("", Language::Danish),
            ("*;q=x,,;;", Language::Danish),
            ("æø", Language::Danish),
            ("ar,en;q=0.5", Language::English),
        ] {
            assert_eq!(negotiate(header, LANGUAGES), language, "{header}");
        }
        let tigrinya = negotiate("ti-ER,ti;q=0.9,en;q=0.5", CITIZENS_LANGUAGES);
        assert_eq!(tigrinya, Language::Tigrinya);
        let arabic = negotiate("ar,en;q=0.5", CITIZENS_LANGUAGES);
        assert_eq!(arabic, Language::Arabic);
    }

    #[test]
    fn each_language_counts_by_its_own_rules() {
        let said = |language: Language, count: i64| texts(language).public.error_summary(count);
        let different = |language: Language, counts: &[i64]| {
            let blank = |text: String| text.replace(|c: char| c.is_ascii_digit(), "");
            let said: std::collections::BTreeSet<_> = counts
                .iter()
                .map(|&count| blank(said(language, count)))
                .collect();
            said.len()
        };
        assert_eq!(different(Language::Danish, &[1, 2]), 2);
        assert_eq!(different(Language::Tigrinya, &[1, 2]), 2);
        assert_eq!(different(Language::Arabic, &[1, 2, 3, 11, 100]), 5);
        assert_eq!(different(Language::Ukrainian, &[1, 2, 5]), 3);
        assert_eq!(different(Language::Ukrainian, &[2, 3, 24]), 1);
        assert_eq!(said(Language::Ukrainian, 21), "Перегляньте 21 місце");
    }
}
