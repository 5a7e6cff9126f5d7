//! Names of persons in other letters than the Latin ones: by a list of the commonest, and by endings that
//! make family names.
use crate::tongue::words;
use std::collections::HashSet;
use std::sync::LazyLock;

static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../data/names_in_other_letters.txt").lines();
    let names = lines.filter(|line| !line.starts_with('#'));
    names.flat_map(words).collect()
});

/// Endings of family names and of names after the father, which end no ordinary word.
const ENDINGS: [&str; 6] = ["енко", "ович", "йович", "івна", "ївна", "швілі"];

/// Whether a word of [`words`] is borne as a name; Latin ones are [`crate::personal_data`]'s.
#[must_use]
pub fn is_name(word: &str) -> bool {
    let whose = |front: &&str| word.strip_prefix(*front).is_some_and(|n| NAMES.contains(n));
    NAMES.contains(word)
        || ["و", "ل", "ب"].iter().any(whose)
        || ENDINGS.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_names_are_known_in_their_own_letters() {
        for text in [
            "محمد",
            "فاطمة",
            "لأحمد",
            "Олена",
            "Мар’яна",
            "Тимошенко",
            "کریمی",
            "ኣብርሃም",
        ] {
            let mut found = words(text);
            assert!(found.any(|word| is_name(&word)), "{text}");
        }
        for text in [
            "سباحة",
            "مدرسة",
            "гітара",
            "басейн",
            "українська",
            "ትምህርቲ",
            "ورزش",
        ] {
            assert!(!words(text).any(|word| is_name(&word)), "{text}");
        }
    }
}
