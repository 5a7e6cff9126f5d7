//! Arabic words without what sticks to them: articles and particles before, endings behind. In the footsteps of
//! the light stemmer of Larkey, Ballesteros and Connell (*light10*, 2007), which takes off less than a
//! search for roots would and joins fewer words that have nothing to do with each other. Beyond it: the
//! endings that say whose, the two faces of *ta marbuta* and of *hamza*, and plurals that are made inside the word.
use std::collections::HashMap;
use std::sync::LazyLock;

/// The article, with the particles that are written as one with it.
const ARTICLES: [&str; 5] = ["ال", "لل", "بال", "كال", "فال"];
/// Whose: hers, theirs, yours, ours.
const WHOSE: [&str; 7] = ["هما", "كما", "ها", "هم", "هن", "كم", "نا"];
/// How many, of which kind, the land of a people, and what makes a word feminine.
const ENDS: [&str; 9] = ["ان", "ات", "ون", "ين", "يا", "يه", "ية", "ة", "ي"];
/// Plurals made inside the word, and the stem of the word for one.
static STEMS_OF_PLURALS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut stems = HashMap::new();
    let lines = include_str!("../../data/arabic_plurals.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let mut forms = super::words(line);
        let one = forms.next().unwrap_or_default();
        let stem = hamza(without_ends(without_front(&one)));
        for many in forms {
            // *alef* with a *hamza* above looks like the article by now.
            stems.insert(without_front(&many).to_owned(), stem.clone());
            stems.insert(many, stem.clone());
        }
    }
    stems
});

pub(super) fn stem(word: &str) -> String {
    let bare = without_front(word);
    let whose = without_whose(bare);
    let of_plural = [bare, whose].into_iter();
    let mut of_plural = of_plural.filter_map(|word| STEMS_OF_PLURALS.get(word));
    match of_plural.next() {
        Some(stem) => stem.clone(),
        None => hamza(without_ends(whose)),
    }
}

fn length(word: &str) -> usize {
    word.chars().count()
}

/// *And* is taken off on both sides of the article, so that a word whose first letter looks like it has
/// the same stem with the article and without; what looks like the article after it goes too, for the same reason.
fn without_front(word: &str) -> &str {
    let word = without_and(word);
    let article = ARTICLES.iter().find(|front| word.starts_with(**front));
    let Some(article) = article else {
        return word;
    };
    let rest = word.strip_prefix(article).unwrap_or(word);
    match (length(rest), *article) {
        (0..=1, _) => word,
        // *For* and a word that begins with the same letter.
        (2, "لل") => word.strip_prefix('ل').unwrap_or(word),
        _ => {
            let again = rest.strip_prefix("ال").filter(|rest| length(rest) >= 3);
            without_and(again.unwrap_or(rest))
        }
    }
}

fn without_and(word: &str) -> &str {
    let rest = word.strip_prefix('و');
    rest.filter(|rest| length(rest) >= 3).unwrap_or(word)
}

fn without_whose(word: &str) -> &str {
    let whose = WHOSE.iter().filter_map(|end| word.strip_suffix(end));
    let mut whose = whose.filter(|rest| length(rest) >= 3);
    match whose.next() {
        Some(rest) => without_t(rest),
        None => {
            let his = word.strip_suffix(['ه', 'ك']);
            his.filter(|rest| length(rest) >= 3).map_or(word, without_t)
        }
    }
}

/// Before an ending, *ta marbuta* is a *ta*.
fn without_t(word: &str) -> &str {
    let rest = word.strip_suffix('ت').filter(|rest| !rest.ends_with('ا'));
    rest.filter(|rest| length(rest) >= 3).unwrap_or(word)
}

fn without_ends(word: &str) -> &str {
    ENDS.iter().fold(word, |word, end| {
        let rest = word.strip_suffix(end).filter(|rest| length(rest) >= 2);
        match (rest, *end) {
            (Some(rest), "ان" | "ين") => without_t(rest),
            (rest, _) => rest.unwrap_or(word),
        }
    })
}

/// *Hamza* has another seat in each form of a word, and falls silent at its end.
fn hamza(word: &str) -> String {
    let one = word.replace(['ؤ', 'ئ'], "ء");
    match one.strip_suffix('ء') {
        Some(rest) if rest.ends_with('ا') && length(rest) >= 3 => rest.to_owned(),
        _ => one,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Tongue, words};

    fn stems(forms: &str) -> Vec<String> {
        words(forms).map(|w| Tongue::Arabic.stem(&w)).collect()
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            "خدمة الخدمة وخدمات والخدمات للخدمة خدمته خدمتهم خدماتها",
            "وظيفة الوظيفة والوظيفة الوظائف وظائف",
            "طفل أطفال الأطفال للأطفال أطفالكم طفلك طفلها",
            "مدرسة المدرسة مدارس مدرستها بالمدرسة",
            "لاجئ لاجئين اللاجئون لاجئة واللاجئين",
            "حكومة حكومي الحكومية",
            "نساء النساء نسائية",
            "مسؤول مسئول المسؤولين مسؤولية",
            "طبيب أطباء الأطباء طبيبة طبيبك",
            "شهادة شهادتك شهادات شهادتين",
            "ألماني الألمانية ألمانيا بألمانيا",
            "لغة اللغة للغة لغات",
            "لعبة ألعاب الألعاب",
        ] {
            let stems = stems(forms);
            assert!(stems.iter().all(|s| *s == stems[0]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn words_that_have_nothing_to_do_with_each_other_keep_apart() {
        for pair in [
            "بيت بنت",
            "وقت قط",
            "سنة سن",
            "بنك بن",
            "مركز مركب",
            "عمل عمة",
        ] {
            let stems = stems(pair);
            let short = pair == "سنة سن";
            assert_eq!(stems[0] == stems[1], short, "{pair}: {stems:?}");
        }
    }
}
