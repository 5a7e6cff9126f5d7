//! Danish order: *aa* with *å*, last, and *æ ø å* after *z*.
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use std::sync::LazyLock;

static DANISH: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(locale!("da").into(), CollatorOptions::default()).ok());

/// Bytes that sort as Danes sort `text`, the same on every engine (CLDR's Danish collation).
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    let written = DANISH
        .as_ref()
        .map(|collator| collator.write_sort_key_to(text, &mut key));
    if !matches!(written, Some(Ok(_))) {
        key = text.to_lowercase().into_bytes();
    }
    key
}

/// Letters folded for a forgiving search: small, *å* as *aa*, *æ* as *ae*, *ø* as *oe*, accents off.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'å' => folded.push_str("aa"),
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'ü' => folded.push('u'),
            'á' | 'à' => folded.push('a'),
            c if c.is_whitespace() => folded.push(' '),
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_danish_alphabet_ends_in_ae_oe_aa() {
        let mut names = ["Åse", "Aage", "Ærtebo", "Zenia", "Østen", "Anna", "bent"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["Anna", "bent", "Zenia", "Ærtebo", "Østen", "Aage", "Åse"]
        );
    }

    #[test]
    fn aa_and_the_letter_find_each_other() {
        assert_eq!(fold("Åbent  Café"), fold("aabent  cafe"));
    }
}
