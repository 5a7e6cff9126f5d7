//! Answers that name nothing: thanks and good intentions that would fit any need (F7).
//!
//! It reads set phrases, not minds: whoever is asked may say that the words stand as they are.

/// Set phrases in small letters, Danish and English. None of them says what becomes different,
/// for whom or when.
const PHRASES: &[&str] = &[
    "tak for",
    "tager det til efterretning",
    "taget til efterretning",
    "tager det med videre",
    "tager det med i",
    "tager det alvorligt",
    "tager jeres henvendelse",
    "tages i betragtning",
    "vil indgå i",
    "indgår i det videre",
    "indgår i vores",
    "har fokus på",
    "har stort fokus",
    "er opmærksom på",
    "er opmærksomme på",
    "har noteret",
    "noteret os",
    "ser på det",
    "kigger på det",
    "vil arbejde med",
    "arbejder løbende",
    "løbende dialog",
    "vender tilbage",
    "prioriterer området",
    "højt prioriteret",
    "ønsker den bedst mulige",
    "det betyder meget for os",
    "thank you",
    "thanks for",
    "take note",
    "taken note",
    "take it into consideration",
    "taken into consideration",
    "into account",
    "take this seriously",
    "take it seriously",
    "are aware of",
    "we will look into",
    "looking into it",
    "high priority",
    "focus on",
    "ongoing dialogue",
    "part of our further work",
    "get back to you",
];

/// Words that say when; a sentence with one of them, or with a figure, names something.
const WHEN: &[&str] = &[
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
    "søndag",
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
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "june",
    "july",
    "october",
];

/// Fewer words than these say nothing of what becomes different.
const WORDS_MIN: usize = 3;

/// Whether `meaning` names nothing: each of its sentences is a set phrase or next to no words,
/// or it only repeats the reason.
pub(super) fn names_nothing(meaning: &str, reason: &str) -> bool {
    let meaning = folded(meaning);
    meaning == folded(reason)
        || meaning
            .split(['.', '!', '?', '\n'])
            .filter(|sentence| !sentence.trim().is_empty())
            .all(is_empty_talk)
}

fn is_empty_talk(sentence: &str) -> bool {
    let words: Vec<&str> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let says_when = words
        .iter()
        .any(|word| WHEN.contains(word) || word.chars().any(|c| c.is_ascii_digit()));
    let set_phrase = || PHRASES.iter().any(|phrase| sentence.contains(phrase));
    !says_when && (words.len() < WORDS_MIN || set_phrase())
}

/// Small letters with single blanks, so that neither line breaks nor spacing hide a phrase.
fn folded(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_fit_any_need_names_nothing() {
        for meaning in [
            "Tak.",
            "Tak for jeres henvendelse!",
            "Vi tager det til efterretning.",
            "Tak for input. Vi tager det med i det videre arbejde.",
            "Det vil indgå i\nvores overvejelser.",
            "Vi er opmærksomme på problemet og arbejder løbende med det.",
            "Vi  tager det\u{a0}alvorligt.",
            "Vi vender tilbage, når vi ved mere.",
            "Thank you for telling us.",
            "We take this seriously. It has high priority.",
            "This will be taken into consideration.",
            "...",
        ] {
            assert!(names_nothing(meaning, "Fordi"), "{meaning}");
        }
        assert!(names_nothing(
            "Vi ringer  dagen før.",
            "Vi ringer dagen før."
        ));
    }

    #[test]
    fn what_says_who_what_or_when_is_let_through() {
        for meaning in [
            "Hun bliver ringet op dagen før.",
            "Tak for det. Fra mandag ringer vi dagen før.",
            "Vi vender tilbage den 3. december.",
            "Du kan regne med et ærligt svar. Er der en følgeven, kommer hun.",
            "Det bliver ikke skolen. Du må gerne spørge os igen.",
            "Vi har ikke råd, så bussen kører som nu.",
            "En bil kan vi ikke love.",
            "You will be called the day before you come home.",
        ] {
            assert!(!names_nothing(meaning, "Fordi"), "{meaning}");
        }
    }
}
