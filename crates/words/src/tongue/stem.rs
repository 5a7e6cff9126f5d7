//! Endings taken off: by the Snowball rules where there are some, else by a few of our own.
use super::{Tongue, arabic, ukrainian};
use rust_stemmers::{Algorithm, Stemmer};

pub(super) fn stem(tongue: Tongue, word: &str) -> String {
    match tongue {
        Tongue::Danish => danish(word),
        Tongue::German => snowball(Algorithm::German, &vowels(word)),
        Tongue::English => snowball(Algorithm::English, word),
        Tongue::Arabic => arabic::stem(word),
        Tongue::Farsi => farsi(word),
        Tongue::Ukrainian => ukrainian::stem(word).to_owned(),
        Tongue::Tigrinya | Tongue::Other => word.to_owned(),
    }
}

fn snowball(algorithm: Algorithm, word: &str) -> String {
    Stemmer::create(algorithm).stem(word).into_owned()
}

/// The Snowball rules, and then: no accents, no double consonant and no vowel left at the end,
/// and letters that are typed as two become one.
fn danish(word: &str) -> String {
    let word = word.replace("aa", "å").replace(['é', 'è'], "e");
    let word = word.replace("oe", "ø").replace("ae", "æ");
    let mut stem = snowball(Algorithm::Danish, &word);
    let length = stem.chars().count();
    let mut last = stem.chars().rev();
    let (one, two) = (last.next(), last.next());
    if one == two && length > 3 {
        stem.pop();
    }
    if stem.chars().count() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// *ue* for *ü* and so on, as those write who have no such keys.
fn vowels(word: &str) -> String {
    let word = word.replace("ae", "ä").replace("oe", "ö");
    // *neue* and *Frauen* keep theirs.
    let (mut out, mut before) = (String::with_capacity(word.len()), ' ');
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let umlaut =
            c == 'u' && letters.peek() == Some(&'e') && !matches!(before, 'a' | 'e' | 'ä' | 'q');
        if umlaut {
            letters.next();
        }
        out.push(if umlaut { 'ü' } else { c });
        before = c;
    }
    out
}

fn farsi(word: &str) -> String {
    const ENDS: [&str; 10] = [
        "هايي", "ترين", "هاي", "ها", "تر", "ات", "ان", "ام", "اش", "ي",
    ];
    let length = word.chars().count();
    let bare = ENDS.iter().find_map(|end| {
        let rest = word.strip_suffix(end)?;
        (length - end.chars().count() >= 3).then_some(rest)
    });
    bare.unwrap_or(word).to_owned()
}
