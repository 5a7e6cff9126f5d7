//! Every text on screen, as typed functions made from `locales/`.
//!
//! `public` holds what citizens meet, `staff` all else. A key that one language lacks does not
//! compile. Beside them: the names of choices, remarks as sentences, dates as Danes write them,
//! and Danish sorting.
mod dates;
mod names;
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

/// The languages texts are complete in.
pub const LANGUAGES: &[Language] = &[Language::Danish, Language::English];

/// The texts in `language`; in English where there are none yet.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Danish => &DANISH,
        _ => &ENGLISH,
    }
}

/// The best language for a browser's `Accept-Language`; Danish when it asks for none of ours.
pub fn negotiate(accept_language: &str) -> Language {
    let wishes = accept_language.split(',').filter_map(|wish| {
        let (tag, quality) = wish.split_once(";q=").unwrap_or((wish, "1"));
        let quality: f32 = quality.trim().parse().unwrap_or(0.0);
        let code = tag.trim().get(..2)?.to_lowercase();
        let language = LANGUAGES.iter().copied().find(|l| l.code() == code)?;
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
        ] {
            assert_eq!(negotiate(header), language, "{header}");
        }
    }
}
