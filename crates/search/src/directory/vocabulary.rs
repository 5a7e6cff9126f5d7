//! The words that stand in the index: which of them are like a typed one, what a word begun may
//! become, and what may have been meant.
//!
//! A segment's words are read once. A word of documents taken out since stands there still, so what is shown to
//! somebody is looked up among the living first.
use super::letters::swaps;
use super::schema::{Fields, MARK};
use super::words::{SHORTEST_PART, Typed, Words};
use samskab_words::tongue::{Tongue, last_word, script, words};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;
use tantivy::index::SegmentId;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Result, Searcher, SegmentReader, TERMINATED, Term};

/// The words of every language in the index.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    parts: Vec<Arc<Part>>,
    tongues: Vec<Measure>,
}

/// The words of one segment.
#[derive(Debug)]
struct Part {
    segment: SegmentId,
    tongues: Vec<Words>,
}

/// How much there is of one language.
#[derive(Debug)]
pub(super) struct Measure {
    pub tongue: Tongue,
    /// How many documents have a text in it.
    pub documents: f32,
    /// Average lengths, in terms.
    pub title_length: f32,
    pub body_length: f32,
    pub runs_length: f32,
}

/// A stem to look for, and what finding it is worth beside the typed word itself.
pub(super) type Like = (String, f32);

/// As many stems as are looked for beside the typed one.
const MOST_LIKE: usize = 16;
/// What a part of a compound is worth beside the whole word.
const PART: f32 = 0.5;
/// As many near words as may all be of documents taken out.
const MOST_NEAR: usize = 8;

impl Measure {
    /// What is rare tells more (inverse document frequency with BM25's smoothing, never below zero).
    pub fn rarity(&self, having: f32) -> f32 {
        (1.0 + (self.documents - having + 0.5).max(0.0) / (having + 0.5)).ln()
    }
}

impl Part {
    fn read(segment: &SegmentReader, fields: &Fields) -> Result<Self> {
        let mut tongues = Vec::new();
        for tongue in Tongue::ALL {
            let words = Words::read(segment, fields.of(tongue).forms, tongue)?;
            if !words.is_empty() {
                tongues.push(words);
            }
        }
        Ok(Self {
            segment: segment.segment_id(),
            tongues,
        })
    }
}

impl Vocabulary {
    /// Reads what is new; what `before` knows already is taken from there.
    pub fn read(searcher: &Searcher, fields: &Fields, before: Option<&Self>) -> Result<Self> {
        let mut found = Self::default();
        for segment in searcher.segment_readers() {
            let mut known = before.into_iter().flat_map(|b| &b.parts);
            let part = match known.find(|part| part.segment == segment.segment_id()) {
                Some(part) => part.clone(),
                None => Arc::new(Part::read(segment, fields)?),
            };
            found.parts.push(part);
        }
        for tongue in Tongue::ALL {
            let of = fields.of(tongue);
            let documents = searcher.doc_freq(&Term::from_field_text(of.forms, MARK))?;
            if documents == 0 {
                continue;
            }
            let documents = documents as f32;
            let average = |field| length(searcher, field).map(|all| (all / documents).max(1.0));
            found.tongues.push(Measure {
                tongue,
                documents,
                title_length: average(of.title)?,
                body_length: average(of.body)?,
                runs_length: average(of.runs)?,
            });
        }
        Ok(found)
    }

    /// The languages there is anything in.
    pub fn tongues(&self) -> impl Iterator<Item = &Measure> {
        self.tongues.iter()
    }

    pub fn of(&self, tongue: Tongue) -> Option<&Measure> {
        self.tongues.iter().find(|measure| measure.tongue == tongue)
    }

    fn words(&self) -> impl Iterator<Item = &Words> {
        self.parts.iter().flat_map(|part| &part.tongues)
    }

    fn words_of(&self, tongue: Tongue) -> impl Iterator<Item = &Words> {
        self.words().filter(move |words| words.tongue == tongue)
    }

    /// The words of the languages that a word may be of by its letters.
    fn written_like(&self, word: &str) -> impl Iterator<Item = &Words> {
        let script = script(word);
        self.words().filter(move |w| w.tongue.writes(script))
    }

    /// Whether a word stands in a document, in this form or another.
    pub fn knows(&self, word: &str) -> bool {
        self.written_like(word)
            .any(|words| words.has_stem(&words.tongue.stem(word)))
    }

    /// The word that two neighbouring letters have changed places in: the slip that fast fingers make most. None where
    /// the typed word stands somewhere itself, or no such other does.
    pub fn swapped_back(&self, tongue: Tongue, word: &str) -> Option<String> {
        if word.chars().count() < SHORTEST_PART {
            return None;
        }
        let stands = |word: &String| {
            let (plain, stem) = (tongue.plain(word), tongue.stem(word));
            let known = self.words_of(tongue).filter_map(|w| w.plain(&plain));
            let documents: u32 = known.map(|word| word.documents).sum();
            // The word may stand nowhere in just this form.
            let other = self.words_of(tongue).any(|w| w.has_stem(&stem));
            (documents > 0 || other).then_some(documents)
        };
        let found = swaps(word).filter_map(|word| Some((stands(&word)?, word)));
        found
            .max_by_key(|(documents, _)| *documents)
            .map(|(_, word)| word)
    }

    /// Stems to look for when `word` was typed, the word's own first.
    pub fn like(&self, tongue: Tongue, word: &str) -> Vec<Like> {
        let plain = tongue.plain(word);
        let known = self.words_of(tongue).any(|w| w.plain(&plain).is_some());
        let typed = Typed::new(tongue, word, known);
        let mut best: HashMap<&str, f32> = HashMap::new();
        for (stem, likeness) in self.words_of(tongue).flat_map(|words| words.like(&typed)) {
            let known = best.entry(stem).or_default();
            *known = known.max(likeness);
        }
        let mut like: Vec<Like> = best.into_iter().map(|(s, l)| (s.to_owned(), l)).collect();
        like.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        like.truncate(MOST_LIKE);
        let parts = tongue.parts(word).into_iter();
        like.extend(parts.map(|part| (tongue.stem(part), PART)));
        like.insert(0, (typed.stem, 1.0));
        like
    }

    /// Ways to go on with the last typed word, the commonest first.
    pub fn complete(&self, living: &Living<'_>, typed: &str, most: usize) -> Result<Vec<String>> {
        let (before, begun) = last_word(typed);
        let begun = words(begun).next().unwrap_or_default();
        if begun.chars().count() < 2 {
            return Ok(vec![]);
        }
        let mut found: HashMap<(Tongue, &str), u32> = HashMap::new();
        for words in self.written_like(&begun) {
            let plain = words.tongue.plain(&begun);
            for word in words.beginning(&plain) {
                *found.entry((words.tongue, word.form)).or_default() += word.documents;
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut shown: Vec<String> = Vec::new();
        for ((tongue, form), _) in found {
            let text = format!("{before}{form}");
            if !shown.contains(&text) && living.have(tongue, form)? {
                shown.push(text);
            }
            if shown.len() == most {
                break;
            }
        }
        Ok(shown)
    }

    /// The typed words with each that stands nowhere put right, when any can be.
    pub fn meant(&self, living: &Living<'_>, typed: &str) -> Result<Option<String>> {
        let mut mended = false;
        let mut meant = Vec::new();
        for word in words(typed) {
            match self.mended(living, &word)? {
                Some(right) => {
                    mended = true;
                    meant.push(right);
                }
                None => meant.push(word),
            }
        }
        Ok(mended.then(|| meant.join(" ")))
    }

    fn mended(&self, living: &Living<'_>, word: &str) -> Result<Option<String>> {
        let known = self.written_like(word).any(|words| {
            let plain = words.tongue.plain(word);
            words.tongue.is_small(word) || words.plain(&plain).is_some()
        });
        if known {
            return Ok(None);
        }
        let mut near: Vec<(usize, Reverse<u32>, &str, Tongue)> = Vec::new();
        for words in self.written_like(word) {
            let typed = Typed::new(words.tongue, word, false);
            let found = words.near(&typed);
            near.extend(
                found
                    .map(|(slips, word)| (slips, Reverse(word.documents), word.form, words.tongue)),
            );
        }
        near.sort_unstable();
        for (_, _, form, tongue) in near.into_iter().take(MOST_NEAR) {
            if living.have(tongue, form)? {
                return Ok(Some(form.to_owned()));
            }
        }
        Ok(None)
    }
}

/// The documents that have not been taken out.
pub(super) struct Living<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
}

impl Living<'_> {
    /// Whether the form stands in any of them.
    fn have(&self, tongue: Tongue, form: &str) -> Result<bool> {
        let field = self.fields.of(tongue).forms;
        let term = Term::from_field_text(field, form);
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let Some(mut postings) = index.read_postings(&term, IndexRecordOption::Basic)? else {
                continue;
            };
            let mut doc = postings.doc();
            while doc != TERMINATED {
                if !segment.is_deleted(doc) {
                    return Ok(true);
                }
                doc = postings.advance();
            }
        }
        Ok(false)
    }
}

fn length(searcher: &Searcher, field: Field) -> Result<f32> {
    let mut terms = 0;
    for segment in searcher.segment_readers() {
        terms += segment.inverted_index(field)?.total_num_tokens();
    }
    Ok(terms as f32)
}
