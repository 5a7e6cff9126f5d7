//! Words of the languages people ask in, made alike: one form for all the ways a word is written,
//! and one stem for its endings.
mod arabic;
mod letters;
mod small;
mod stem;
mod ukrainian;

pub use letters::{last_word, words, written};

/// A language that texts are taken apart in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tongue {
    Danish,
    German,
    English,
    Arabic,
    Farsi,
    Ukrainian,
    Tigrinya,
    /// Any other: its words are compared as they are.
    Other,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Latin,
    Arabic,
    Cyrillic,
    Ethiopic,
    /// Numbers, and scripts of which nothing more is known.
    Any,
}

impl Tongue {
    pub const ALL: [Self; 8] = [
        Self::Danish,
        Self::German,
        Self::English,
        Self::Arabic,
        Self::Farsi,
        Self::Ukrainian,
        Self::Tigrinya,
        Self::Other,
    ];

    /// From a language's code (ISO 639-1), whatever follows a hyphen.
    #[must_use]
    pub fn of(code: &str) -> Self {
        let code = code.split(['-', '_']).next().unwrap_or_default();
        let found = Self::ALL.into_iter().find(|t| t.code() == code);
        found.unwrap_or(Self::Other)
    }

    /// Its code (ISO 639-1).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::German => "de",
            Self::English => "en",
            Self::Arabic => "ar",
            Self::Farsi => "fa",
            Self::Ukrainian => "uk",
            Self::Tigrinya => "ti",
            Self::Other => "other",
        }
    }

    /// Whether a word of this script may be one of this language.
    #[must_use]
    pub fn writes(self, script: Script) -> bool {
        match self {
            Self::Danish | Self::German | Self::English => {
                matches!(script, Script::Latin | Script::Any)
            }
            Self::Arabic | Self::Farsi => matches!(script, Script::Arabic | Script::Any),
            Self::Ukrainian => matches!(script, Script::Cyrillic | Script::Any),
            Self::Tigrinya => matches!(script, Script::Ethiopic | Script::Any),
            Self::Other => true,
        }
    }

    /// Whether a word says nothing about what a text is about, such as one that only asks.
    #[must_use]
    pub fn is_small(self, word: &str) -> bool {
        small::is(self, word)
    }

    /// What is left of a word of [`words`] when its ending is off, its letters made plain.
    #[must_use]
    pub fn stem(self, word: &str) -> String {
        letters::plain(self, &stem::stem(self, word))
    }

    /// The whole word, its letters made plain.
    #[must_use]
    pub fn plain(self, word: &str) -> String {
        letters::plain(self, word)
    }

    /// The parts of a compound, where a dictionary knows them.
    #[must_use]
    pub fn parts(self, word: &str) -> Vec<&str> {
        match self {
            Self::Danish => crate::compound::split(word).unwrap_or_default(),
            _ => vec![],
        }
    }

    /// The languages that these words may be in, the likeliest first; it goes by the small words.
    #[must_use]
    pub fn guess(words: &[String]) -> Vec<Self> {
        let small = |tongue: &Self| words.iter().filter(|w| tongue.is_small(w)).count();
        let may = |tongue: &Self| words.iter().any(|w| tongue.writes(script(w)));
        let mut tongues: Vec<Self> = Self::ALL.into_iter().filter(may).collect();
        tongues.sort_by_key(|tongue| std::cmp::Reverse(small(tongue)));
        tongues
    }
}

/// How a word is written, by its first letter.
#[must_use]
pub fn script(word: &str) -> Script {
    match word.chars().find(|c| c.is_alphabetic()) {
        Some('a'..='z' | '\u{c0}'..='\u{24f}') => Script::Latin,
        Some('\u{600}'..='\u{6ff}') => Script::Arabic,
        Some('\u{400}'..='\u{52f}') => Script::Cyrillic,
        Some('\u{1200}'..='\u{139f}') => Script::Ethiopic,
        _ => Script::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (tongue, forms) in [
            (Tongue::Danish, ["sprogcafeen", "sprogcaféer", "SPROGCAFÉ"]),
            (Tongue::Danish, ["køkkenet", "koekkenet", "køkkener"]),
            (Tongue::German, ["Prüfungen", "Prüfung", "pruefung"]),
            (Tongue::English, ["meetings", "meeting", "Meeting"]),
            (Tongue::Arabic, ["المدرسة", "مَدْرَسة", "والمدرسة"]),
            (Tongue::Ukrainian, ["навчання", "навчанню", "навчаннями"]),
            (Tongue::Ukrainian, ["підтримка", "підтримки", "підтримкою"]),
            (Tongue::Farsi, ["كتاب", "کتاب", "کتابها"]),
            (Tongue::Tigrinya, ["ሠላም", "ሰላም", "ሰላም"]),
        ] {
            let stems = forms.map(|form| words(form).map(|w| tongue.stem(&w)).collect::<Vec<_>>());
            assert_eq!(stems[0], stems[1], "{forms:?}");
            assert_eq!(stems[0], stems[2], "{forms:?}");
        }
    }

    #[test]
    fn a_question_is_known_by_its_small_words() {
        for (question, tongue) in [
            ("Hvor kan man få hjælp til breve?", Tongue::Danish),
            ("Wo kann man eine Beratung bekommen?", Tongue::German),
            ("Where can I find a doctor?", Tongue::English),
            ("أين يمكنني تعلم اللغة؟", Tongue::Arabic),
            ("از کجا می‌توانم کمک بگیرم؟", Tongue::Farsi),
            ("Де можна вивчати мову?", Tongue::Ukrainian),
            ("ኣበይ እየ ሓገዝ ክረክብ?", Tongue::Tigrinya),
        ] {
            let words: Vec<String> = words(question).collect();
            assert_eq!(Tongue::guess(&words).first(), Some(&tongue), "{question}");
        }
    }
}
