//! What a document is worth for what was typed: BM25 (Robertson and Zaragoza, 2009) over each
//! typed word with all that is like it as one word, title and body weighed together (BM25F), and
//! over runs of letters.
use super::question::{Asked, Question};
use super::schema::Fields;
use super::vocabulary::{Measure, Vocabulary};
use std::collections::BTreeSet;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Result, Searcher, SegmentReader, TERMINATED, Term};

/// Saturation: how much a word still adds when it comes again. Questions are short and pages long, so
/// it is above the usual 1.2.
const K1: f32 = 4.0;
const K1_RUNS: f32 = 2.5;
/// How much the length of a text counts.
const B: f32 = 0.75;
/// A word in the title counts as so many in the body.
const TITLE: f32 = 5.0;
/// What runs of letters are worth beside words.
const RUNS: f32 = 0.3;

/// A word stands somewhere when something so much like it does.
const STANDS: f32 = 0.5;

/// One segment under the eyes: how common words are in the whole index, and where they stand here.
pub(super) struct View<'a> {
    searcher: &'a Searcher,
    segment: &'a SegmentReader,
    fields: &'a Fields,
    vocabulary: &'a Vocabulary,
}

impl<'a> View<'a> {
    pub fn new(
        searcher: &'a Searcher,
        segment: &'a SegmentReader,
        fields: &'a Fields,
        vocabulary: &'a Vocabulary,
    ) -> Self {
        Self {
            searcher,
            segment,
            fields,
            vocabulary,
        }
    }

    /// What each document of the segment is worth, and which of the words stand anywhere.
    pub fn scores(&self, question: &Question, stand: &mut [bool]) -> Result<Sums> {
        let size = self.segment.max_doc() as usize;
        let (mut total, mut one) = (Sums::new(size), Sums::new(size));
        let mut best = Sums::new(size);
        for (word, stands) in question.iter().zip(stand) {
            // A document in several languages counts once, for the one that fits best.
            for asked in &word.asked {
                if let Some(words) = self.vocabulary.of(asked.tongue) {
                    *stands |= self.add_word(words, asked, &mut one)?;
                    one.empty_into(|doc, sum| best.raise(doc, sum));
                }
            }
            best.empty_into(|doc, sum| total.add(doc, sum));
        }
        for words in self.vocabulary.tongues() {
            let asked = question.iter().flat_map(|word| &word.asked);
            let runs = asked.filter(|asked| asked.tongue == words.tongue);
            let runs: BTreeSet<&str> = runs.flat_map(|a| &a.runs).map(String::as_str).collect();
            for run in runs {
                self.add_run(words, run, &mut one)?;
            }
            one.empty_into(|doc, sum| best.raise(doc, sum));
        }
        best.empty_into(|doc, sum| total.add(doc, sum));
        Ok(total)
    }

    /// Whether it stands anywhere.
    fn add_word(&self, words: &Measure, asked: &Asked, sums: &mut Sums) -> Result<bool> {
        let of = self.fields.of(words.tongue);
        let mut own = None;
        let (mut common, mut stands) = (0.0, false);
        for (place, (stem, likeness)) in asked.like.iter().enumerate() {
            let [title, body] = [of.title, of.body].map(|f| Term::from_field_text(f, stem));
            let having = self.searcher.doc_freq(&title)?;
            let having = having.max(self.searcher.doc_freq(&body)?) as f32;
            if having == 0.0 {
                continue;
            }
            let rare = words.rarity(having);
            stands |= *likeness >= STANDS;
            common += having * likeness;
            if place == 0 {
                own = Some(rare);
            }
            // A rare word that is only like the typed one is worth no more than that one.
            let weight = likeness * own.map_or(1.0, |own| (own / rare).min(1.0));
            let title_length = words.title_length;
            self.each(&title, of.title, title_length, |doc, count, long| {
                sums.add(doc, TITLE * weight * count / long);
            })?;
            self.each(&body, of.body, words.body_length, |doc, count, long| {
                sums.add(doc, weight * count / long);
            })?;
        }
        let rare = own.unwrap_or_else(|| words.rarity(common.min(words.documents)));
        sums.map(|count| asked.worth * rare * saturated(count, K1));
        Ok(stands)
    }

    fn add_run(&self, words: &Measure, run: &str, sums: &mut Sums) -> Result<()> {
        let field = self.fields.of(words.tongue).runs;
        let term = Term::from_field_text(field, run);
        let rare = words.rarity(self.searcher.doc_freq(&term)? as f32);
        self.each(&term, field, words.runs_length, |doc, count, long| {
            sums.add(doc, RUNS * rare * saturated(count / long, K1_RUNS));
        })
    }

    /// Tells of each document that has the term how often, and how long its text is beside the average.
    fn each(
        &self,
        term: &Term,
        field: Field,
        average: f32,
        mut tell: impl FnMut(u32, f32, f32),
    ) -> Result<()> {
        let postings = self.segment.inverted_index(field)?;
        let Some(mut postings) = postings.read_postings(term, IndexRecordOption::WithFreqs)? else {
            return Ok(());
        };
        let lengths = self.segment.get_fieldnorms_reader(field)?;
        let mut doc = postings.doc();
        while doc != TERMINATED {
            let length = FieldNormReader::id_to_fieldnorm(lengths.fieldnorm_id(doc)) as f32;
            tell(
                doc,
                postings.term_freq() as f32,
                1.0 - B + B * length / average,
            );
            doc = postings.advance();
        }
        Ok(())
    }
}

fn saturated(count: f32, k1: f32) -> f32 {
    count * (k1 + 1.0) / (count + k1)
}

/// A number for each document, and which are not nought.
pub(super) struct Sums {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Sums {
    fn new(size: usize) -> Self {
        Self {
            sums: vec![0.0; size],
            touched: vec![],
        }
    }

    fn at(&mut self, doc: u32) -> Option<&mut f32> {
        let sum = self.sums.get_mut(doc as usize)?;
        if *sum == 0.0 {
            self.touched.push(doc);
        }
        Some(sum)
    }

    fn add(&mut self, doc: u32, more: f32) {
        if let Some(sum) = self.at(doc) {
            *sum += more;
        }
    }

    fn raise(&mut self, doc: u32, to: f32) {
        if let Some(sum) = self.at(doc) {
            *sum = sum.max(to);
        }
    }

    /// Tells of each document that is not nought.
    pub fn each(&self, mut tell: impl FnMut(u32, f32)) {
        for &doc in &self.touched {
            tell(doc, self.sums.get(doc as usize).copied().unwrap_or(0.0));
        }
    }

    fn map(&mut self, change: impl Fn(f32) -> f32) {
        for &doc in &self.touched {
            if let Some(sum) = self.sums.get_mut(doc as usize) {
                *sum = change(*sum);
            }
        }
    }

    fn empty_into(&mut self, mut tell: impl FnMut(u32, f32)) {
        for doc in self.touched.drain(..) {
            if let Some(sum) = self.sums.get_mut(doc as usize) {
                tell(doc, std::mem::take(sum));
            }
        }
    }
}
