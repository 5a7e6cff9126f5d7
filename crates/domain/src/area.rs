//! A welfare area such as Ældre or Flygtninge.
use crate::kernel::{Language, Reader, Remark};

/// The languages an area may be named in beside its own, and the field of each.
pub const NAMES: [(Language, &str); 5] = [
    (Language::English, "name_en"),
    (Language::Arabic, "name_ar"),
    (Language::Ukrainian, "name_uk"),
    (Language::Farsi, "name_fa"),
    (Language::Tigrinya, "name_ti"),
];

/// What an administrator typed about an area.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    /// What it is called in other languages.
    pub names: Vec<(Language, String)>,
    pub answer_days: String,
}

/// An area that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub name: String,
    /// The names in other languages there are.
    pub names: Vec<(Language, String)>,
    /// Working days for an answer; none means the municipality's own.
    pub answer_days: Option<u16>,
}

impl Draft {
    /// What was typed of its name in a language.
    pub fn named(&self, language: Language) -> &str {
        let found = self.names.iter().find(|(of, _)| *of == language);
        found.map_or("", |(_, name)| name)
    }

    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Area, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, 60);
        let mut names = Vec::new();
        for (language, field) in NAMES {
            let text = read.optional(field, self.named(language), 60);
            names.extend(text.map(|text| (language, text)));
        }
        let answer_days = match self.answer_days.trim() {
            "" => None,
            typed => crate::municipality::days(&mut read, "answer_days", typed),
        };
        read.finish(Some(Area {
            name,
            names,
            answer_days,
        }))
    }
}
