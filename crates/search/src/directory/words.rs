//! The words of one segment in one language, and how much a typed one is like them.
use super::letters::{distance, runs_of_three};
use super::schema::MARK;
use samskab_words::tongue::{Tongue, words as split};
use std::collections::{HashMap, HashSet};
use tantivy::schema::Field;
use tantivy::{Result, SegmentReader};

/// Words less like the typed one are left out.
const LEAST_LIKE: f32 = 0.2;
/// Shorter words are no part of a compound, in letters.
pub(super) const SHORTEST_PART: usize = 4;
/// From this length on, in letters, two slips of the hand are forgiven.
const LONG: usize = 8;

#[derive(Debug)]
pub(super) struct Words {
    pub tongue: Tongue,
    words: Vec<Word>,
    by_plain: HashMap<Box<str>, u32>,
    stems: HashSet<Box<str>>,
    /// Which words have a run of three letters.
    runs: HashMap<u64, Vec<u32>>,
}

#[derive(Debug)]
pub(super) struct Word {
    /// As it is written most often.
    pub form: Box<str>,
    pub plain: Box<str>,
    pub stem: Box<str>,
    /// In how many documents, those taken out among them.
    pub documents: u32,
    runs: u16,
}

impl Words {
    pub fn read(segment: &SegmentReader, field: Field, tongue: Tongue) -> Result<Self> {
        let index = segment.inverted_index(field)?;
        let mut stream = index.terms().stream()?;
        let mut forms: Vec<(String, u32)> = Vec::new();
        while let Some((form, info)) = stream.next() {
            if let Ok(form) = std::str::from_utf8(form)
                && form != MARK
            {
                forms.push((form.to_owned(), info.doc_freq));
            }
        }
        forms.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut words = Self {
            tongue,
            words: vec![],
            by_plain: HashMap::new(),
            stems: HashSet::new(),
            runs: HashMap::new(),
        };
        words.take(forms);
        Ok(words)
    }

    /// The commonest forms come first.
    fn take(&mut self, forms: Vec<(String, u32)>) {
        for (form, documents) in forms {
            let Some(word) = split(&form).next() else {
                continue;
            };
            let plain = self.tongue.plain(&word);
            if self.by_plain.contains_key(plain.as_str()) {
                continue;
            }
            let place = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let runs = runs_of_three(&plain);
            for run in &runs {
                self.runs.entry(*run).or_default().push(place);
            }
            self.by_plain.insert(plain.as_str().into(), place);
            let stem: Box<str> = self.tongue.stem(&word).into();
            self.stems.insert(stem.clone());
            self.words.push(Word {
                stem,
                runs: u16::try_from(runs.len()).unwrap_or(u16::MAX),
                form: form.into(),
                plain: plain.into(),
                documents,
            });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn all(&self) -> &[Word] {
        &self.words
    }

    /// The word that is written so in plain letters.
    pub fn plain(&self, plain: &str) -> Option<&Word> {
        self.words.get(*self.by_plain.get(plain)? as usize)
    }

    /// A stem as it stands here.
    pub fn stem(&self, stem: &str) -> Option<&str> {
        self.stems.get(stem).map(|stem| &**stem)
    }

    /// Stems of words that are like the typed one, and how much.
    pub fn like<'a>(&'a self, typed: &Typed) -> impl Iterator<Item = (&'a str, f32)> {
        let like = self.sharing(&typed.runs).map(|(word, shared)| {
            let likeness = typed.likeness(word, shared);
            (&*word.stem, likeness)
        });
        like.filter(|(stem, likeness)| *likeness >= LEAST_LIKE && **stem != *typed.stem)
    }

    /// Words that a few slips of the hand lie between, and how many.
    pub fn near<'a>(&'a self, typed: &Typed) -> impl Iterator<Item = (usize, &'a Word)> {
        let sharing = self.sharing(&typed.runs);
        sharing.filter_map(|(word, _)| Some((typed.slips(word)?, word)))
    }

    /// The words that share runs of letters, and how many.
    fn sharing(&self, runs: &[u64]) -> impl Iterator<Item = (&Word, u16)> {
        let mut shared: HashMap<u32, u16> = HashMap::new();
        for place in runs.iter().filter_map(|run| self.runs.get(run)).flatten() {
            *shared.entry(*place).or_default() += 1;
        }
        let words = shared.into_iter();
        words.filter_map(|(place, shared)| Some((self.words.get(place as usize)?, shared)))
    }
}

/// A typed word beside the words of one language.
pub(super) struct Typed {
    letters: Vec<char>,
    pub stem: String,
    stem_letters: Vec<char>,
    runs: Vec<u64>,
    /// It stands in a document just so: then it is no slip of the hand.
    known: bool,
}

impl Typed {
    pub fn new(tongue: Tongue, word: &str, known: bool) -> Self {
        let (plain, stem) = (tongue.plain(word), tongue.stem(word));
        Self {
            letters: plain.chars().collect(),
            stem_letters: stem.chars().collect(),
            stem,
            runs: runs_of_three(&plain),
            known,
        }
    }

    /// From nought to one: a slip of the hand, one a part of the other, or runs of letters in common
    /// (Dice's coefficient).
    fn likeness(&self, word: &Word, shared: u16) -> f32 {
        let form: Vec<char> = word.plain.chars().collect();
        let stem: Vec<char> = word.stem.chars().collect();
        let (typed, own) = (&self.letters, &self.stem_letters);
        let share = |part: usize, whole: usize| (part as f32 / whole as f32).sqrt();
        let mut best: f32 = 0.0;
        let dice = 2.0 * f32::from(shared) / (self.runs.len() as f32 + f32::from(word.runs));
        if dice >= 0.4 {
            best = best.max(0.7 * dice * dice);
        }
        let holds = form.len() > typed.len() && (form.starts_with(own) || form.ends_with(typed));
        if holds && own.len() >= SHORTEST_PART {
            best = best.max(0.5 * share(typed.len(), form.len()));
        }
        let held = typed.len() > form.len() && (typed.starts_with(&stem) || typed.ends_with(&form));
        if held && stem.len() >= SHORTEST_PART {
            best = best.max(0.3 * share(form.len(), typed.len()));
        }
        match self.slips(word) {
            Some(0 | 1) if !self.known => best.max(0.9),
            Some(_) if !self.known => best.max(0.6),
            // The slip stands in the stem, and the endings or articles differ.
            None if !self.known && own.len() >= SHORTEST_PART && distance(own, &stem, 1) <= 1 => {
                best.max(0.6)
            }
            _ => best,
        }
    }

    /// How many slips of the hand lie between, when they are few enough for the word's length.
    fn slips(&self, word: &Word) -> Option<usize> {
        let most = match self.letters.len() {
            0..4 => return None,
            4..LONG => 1,
            _ => 2,
        };
        let form: Vec<char> = word.plain.chars().collect();
        let slips = distance(&self.letters, &form, most);
        (slips <= most).then_some(slips)
    }
}
