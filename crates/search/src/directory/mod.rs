//! The index over offers: what a person types finds what they may mean, whatever language it is in.
//!
//! tantivy keeps on disk which document has which word; how words are taken apart
//! (`samskab_words::tongue`), which words are like the typed ones (`vocabulary`) and what a
//! document is worth (`score`) is ours. Nothing is kept here alone: it is made anew from the database at will.
mod columns;
mod facts;
mod letters;
mod narrow;
mod question;
mod queue;
mod schema;
mod score;
mod vocabulary;
mod words;
mod write;

pub use facts::{ALWAYS, DAY, Facts, Hours, Label, Point, WEEK, When};
pub use letters::distance;
pub use narrow::{Near, Wish};

use columns::Columns;
use samskab_words::tongue::Tongue;
use schema::Fields;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, ReloadPolicy, Searcher};
use vocabulary::{Living, Vocabulary};

pub use tantivy::{Result, TantivyError as Error};

/// What is looked through.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub id: u128,
    pub texts: Vec<Text>,
    pub facts: Facts,
    /// Not everybody meets it: its words are neither suggested nor likened to what is typed.
    pub quiet: bool,
}

/// A document's words in one language. Names of people's places and organisations are words of
/// [`Tongue::Other`].
#[derive(Clone, Debug)]
pub struct Text {
    pub tongue: Tongue,
    pub title: String,
    pub body: String,
}

/// A document found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    pub id: u128,
    pub score: f32,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The best first; without words, the nearest or in the order of the alphabet, those not to be trusted last.
    pub hits: Vec<Hit>,
    /// How many fit in all.
    pub total: usize,
    /// How many there would be with each label, whatever else of its kind is chosen.
    pub counts: HashMap<Label, u32>,
    /// How many there would be at each of the times.
    pub times: Vec<u32>,
    /// Typed words that stand nowhere, nor anything they may be a slip for.
    pub unknown: Vec<String>,
}

/// The documents, ready to be searched by many while one writes.
pub struct Directory {
    index: Index,
    fields: Fields,
    reader: IndexReader,
    now: RwLock<Arc<Now>>,
    writing: Mutex<()>,
}

/// What is true since the last change.
struct Now {
    searcher: Searcher,
    vocabulary: Vocabulary,
    columns: Columns,
}

impl Directory {
    /// An index that is gone when the program ends.
    ///
    /// # Errors
    /// What tantivy answers.
    pub fn in_memory() -> Result<Self> {
        let (schema, fields) = schema::build();
        Self::of(Index::create_in_ram(schema), fields)
    }

    /// The index in a folder of its own, empty where there is none yet.
    ///
    /// # Errors
    /// When the folder holds what another version wrote, or cannot be read; make it anew then.
    pub fn open(folder: &Path) -> Result<Self> {
        let (schema, fields) = schema::build();
        let files = MmapDirectory::open(folder)?;
        Self::of(Index::open_or_create(files, schema)?, fields)
    }

    fn of(index: Index, fields: Fields) -> Result<Self> {
        let reader: IndexReader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let now = Now::read(reader.searcher(), &fields, None)?;
        Ok(Self {
            index,
            fields,
            reader,
            now: RwLock::new(Arc::new(now)),
            writing: Mutex::new(()),
        })
    }

    fn now(&self) -> Arc<Now> {
        self.now
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// How many documents there are.
    pub fn len(&self) -> u64 {
        self.now().searcher.num_docs()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What fits the wish.
    ///
    /// # Errors
    /// What tantivy answers.
    pub fn search(&self, wish: &Wish<'_>) -> Result<Found> {
        let now = self.now();
        let question = question::read(wish.typed, &now.vocabulary);
        let mut narrowing = narrow::Narrowing::new(wish, &now.columns);
        if question.is_empty() {
            narrowing.add_all();
            return Ok(narrowing.done(false));
        }
        let mut stand = vec![false; question.len()];
        for (number, segment) in now.searcher.segment_readers().iter().enumerate() {
            let view = score::View::new(&now.searcher, segment, &self.fields, &now.vocabulary);
            let scores = view.scores(&question, &mut stand)?;
            scores.each(|doc, score| narrowing.add((number, doc), score));
        }
        let words = question.into_iter().zip(stand);
        let unknown = words.filter(|(_, stands)| !stands);
        Ok(Found {
            unknown: unknown.filter_map(|(word, _)| word.typed).collect(),
            ..narrowing.done(true)
        })
    }

    /// What was typed with its last word made whole, the commonest way first.
    ///
    /// # Errors
    /// What tantivy answers.
    pub fn suggest(&self, typed: &str, most: usize) -> Result<Vec<String>> {
        let now = self.now();
        let living = self.living(&now);
        now.vocabulary.complete(&living, typed, most)
    }

    /// What may have been meant, where a word stands in no document and one like it does.
    ///
    /// # Errors
    /// What tantivy answers.
    pub fn meant(&self, typed: &str) -> Result<Option<String>> {
        let now = self.now();
        let living = self.living(&now);
        now.vocabulary.meant(&living, typed)
    }

    fn living<'a>(&'a self, now: &'a Now) -> Living<'a> {
        Living {
            searcher: &now.searcher,
            fields: &self.fields,
        }
    }
}

impl Now {
    /// What `before` knows is not read again.
    fn read(searcher: Searcher, fields: &Fields, before: Option<&Self>) -> Result<Self> {
        Ok(Self {
            vocabulary: Vocabulary::read(&searcher, fields, before.map(|b| &b.vocabulary))?,
            columns: Columns::read(&searcher, before.map(|b| &b.columns))?,
            searcher,
        })
    }
}

#[cfg(test)]
mod tests;
