//! Putting documents in and taking them out.
use super::letters::runs_of_four;
use super::question::side_by_side;
use super::queue::{Entry, Queue};
use super::{Directory, Document, Now, Text, schema};
use samskab_words::tongue::written;
use std::sync::{Arc, PoisonError};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{IndexWriter, Result, TantivyDocument, Term};

/// What is kept in memory while it is written, in bytes.
const WRITING_BYTES: usize = 32_000_000;

/// A run of letters in the title counts as so many in the body.
const TITLE_RUNS: usize = 3;

impl Directory {
    /// Puts documents in, in place of those with the same id, takes others out, and remembers `mark`.
    /// When it returns, searches see it.
    ///
    /// # Errors
    /// What tantivy answers; then nothing was changed.
    pub fn change(
        &self,
        gone: impl IntoIterator<Item = u128>,
        put: impl IntoIterator<Item = Document>,
        mark: &str,
    ) -> Result<()> {
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let writer: IndexWriter<Entry> = self.index.writer_with_num_threads(1, WRITING_BYTES)?;
        let queue = Arc::new(Queue::default());
        for id in gone {
            writer.delete_term(self.key(id));
        }
        for document in put {
            writer.delete_term(self.key(document.id));
            writer.add_document(queue.enter(self.entry(&document)))?;
        }
        self.commit(writer, mark, Some(&*self.now()))
    }

    /// Puts these in place of all there was. What is found stays the same until it is done.
    ///
    /// # Errors
    /// What tantivy answers, or what `batches` does; then nothing was changed.
    pub fn rebuild<E: From<tantivy::TantivyError>>(
        &self,
        batches: impl IntoIterator<Item = std::result::Result<Vec<Document>, E>>,
        mark: &str,
    ) -> std::result::Result<(), E> {
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let writer: IndexWriter<Entry> = self.index.writer_with_num_threads(1, WRITING_BYTES)?;
        let queue = Arc::new(Queue::default());
        writer.delete_all_documents()?;
        for batch in batches {
            for document in batch? {
                writer.add_document(queue.enter(self.entry(&document)))?;
            }
        }
        Ok(self.commit(writer, mark, None)?)
    }

    /// What was known before is kept of segments that stay.
    fn commit(
        &self,
        mut writer: IndexWriter<Entry>,
        mark: &str,
        before: Option<&Now>,
    ) -> Result<()> {
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(mark);
        commit.commit()?;
        writer.wait_merging_threads()?;
        self.reader.reload()?;
        let now = Now::read(self.reader.searcher(), &self.fields, before)?;
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(now);
        Ok(())
    }

    /// What was remembered with the last change.
    ///
    /// # Errors
    /// What tantivy answers.
    pub fn mark(&self) -> Result<Option<String>> {
        Ok(self.index.load_metas()?.payload)
    }

    fn key(&self, id: u128) -> Term {
        Term::from_field_bytes(self.fields.id, &id.to_be_bytes())
    }

    fn entry(&self, document: &Document) -> TantivyDocument {
        let fields = &self.fields;
        let mut entry = TantivyDocument::new();
        entry.add_bytes(fields.id, &document.id.to_be_bytes());
        entry.add_u64(fields.id_high, (document.id >> 64) as u64);
        entry.add_u64(fields.id_low, document.id as u64);
        let facts = &document.facts;
        for label in &facts.labels {
            entry.add_u64(fields.labels, label.0);
        }
        for hours in &facts.hours {
            entry.add_u64(fields.hours, hours.pack());
        }
        if let Some(place) = facts.place {
            entry.add_f64(fields.latitude, place.latitude);
            entry.add_f64(fields.longitude, place.longitude);
        }
        entry.add_u64(fields.fresh_until, facts.fresh_until.into());
        entry.add_u64(fields.trusted_until, facts.trusted_until.into());
        entry.add_bytes(fields.sort_key, &facts.sort_key);
        for text in &document.texts {
            self.add_text(&mut entry, text, document.quiet);
        }
        entry
    }

    fn add_text(&self, entry: &mut TantivyDocument, text: &Text, quiet: bool) {
        let (of, tongue) = (self.fields.of(text.tongue), text.tongue);
        let mut forms = vec![schema::MARK.to_owned()];
        let mut runs = Vec::new();
        for (field, words_of) in [(of.title, &text.title), (of.body, &text.body)] {
            let (mut stems, mut last) = (Vec::new(), None);
            let told = written(words_of).filter(|(_, word)| !tongue.is_small(word));
            for (form, word) in told {
                let stem = tongue.stem(&word);
                stems.extend(last.map(|last: String| side_by_side(&last, &stem)));
                stems.push(stem.clone());
                last = Some(stem);
                stems.extend(
                    tongue
                        .parts(&word)
                        .into_iter()
                        .map(|part| tongue.stem(part)),
                );
                let own = runs_of_four(&tongue.plain(&word));
                let times = if field == of.title { TITLE_RUNS } else { 1 };
                (0..times).for_each(|_| runs.extend_from_slice(&own));
                if !quiet {
                    forms.push(form);
                }
            }
            entry.add_pre_tokenized_text(field, taken_apart(stems));
        }
        entry.add_pre_tokenized_text(of.runs, taken_apart(runs));
        forms.sort_unstable();
        forms.dedup();
        entry.add_pre_tokenized_text(of.forms, taken_apart(forms));
    }
}

fn taken_apart(terms: Vec<String>) -> PreTokenizedString {
    let tokens = terms.into_iter().enumerate().map(|(position, text)| Token {
        position,
        text,
        ..Token::default()
    });
    PreTokenizedString {
        text: String::new(),
        tokens: tokens.collect(),
    }
}
