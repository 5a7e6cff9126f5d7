//! A document by its parts, in the order they are read.
use samskab_domain::kernel::{Coded, Language};
use serde::{Serialize, Serializer};

/// What is set on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The language of all that does not say otherwise.
    #[serde(serialize_with = "code")]
    pub language: Language,
    pub title: String,
    /// What kind of paper it is and whose, above the title.
    pub above: String,
    /// At the foot of each page.
    pub foot: String,
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "of", rename_all = "snake_case")]
pub enum Block {
    /// Below the title, which is the only heading of the first level.
    Heading(String),
    /// Below a [`Block::Heading`].
    Under(String),
    Text(Line),
    /// Smaller and quieter than the text around it.
    Aside(Line),
    /// What is asked, and the answer.
    Facts(Vec<(String, Line)>),
    List(Vec<Line>),
    /// Someone's own words, and who said them.
    Quote {
        words: Words,
        by: String,
    },
    /// Rows under headings that are said on each page; a cell is a column of lines.
    Table {
        head: Vec<String>,
        /// How wide each column is, by the side of the others.
        widths: Vec<u8>,
        rows: Vec<Vec<Vec<Line>>>,
    },
    /// A code to point a phone at, beside what it is about.
    Code {
        code: Code,
        beside: Vec<Line>,
    },
}

/// A line of text, which may change its voice on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Line(pub Vec<Words>);

impl Line {
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Words::plain(text)])
    }

    #[must_use]
    pub fn then(mut self, words: Words) -> Self {
        self.0.push(words);
        self
    }
}

impl From<Words> for Line {
    fn from(words: Words) -> Self {
        Self(vec![words])
    }
}

/// Words in one voice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    pub text: String,
    /// Said louder, as a heading of what follows.
    pub strong: bool,
    pub quiet: bool,
    /// The language they are written in, where it is not the document's.
    #[serde(serialize_with = "code_of_some")]
    pub language: Option<Language>,
}

impl Words {
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Self {
            strong: true,
            ..Self::plain(text)
        }
    }

    pub fn quiet(text: impl Into<String>) -> Self {
        Self {
            quiet: true,
            ..Self::plain(text)
        }
    }

    /// The same words, said to be in `language`.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self {
            language: Some(language),
            ..self
        }
    }
}

/// The dark and light squares of a code, row by row, and what one finds by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    pub rows: Vec<Vec<bool>>,
    pub says: String,
}

fn code<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.code())
}

#[allow(clippy::ref_option)]
fn code_of_some<S: Serializer>(
    language: &Option<Language>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match language {
        Some(language) => code(language, serializer),
        None => serializer.serialize_none(),
    }
}
