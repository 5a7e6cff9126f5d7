//! The words that stand in the index: which of them are like a typed one, what a word begun may
//! become, and what may have been meant.
use super::schema::{Fields, MARK};
use samskab_words::tongue::{Tongue, script, words};
use std::collections::{HashMap, HashSet};
use tantivy::schema::Field;
use tantivy::{Result, Searcher, Term};

/// The words of every language in the index.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    tongues: Vec<Words>,
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Words {
    pub tongue: Tongue,
    /// How many documents have a text in it.
    pub documents: f32,
    /// Average lengths, in terms.
    pub title_length: f32,
    pub body_length: f32,
    pub runs_length: f32,
    words: Vec<Word>,
    by_plain: HashMap<Box<str>, u32>,
    stems: HashSet<Box<str>>,
    /// Which words have a run of three letters.
    runs: HashMap<u64, Vec<u32>>,
}

#[derive(Debug)]
struct Word {
    /// As it is written most often.
    form: Box<str>,
    plain: Box<str>,
    stem: Box<str>,
    documents: u32,
    runs: u16,
}

/// A stem to look for, and what finding it is worth beside the typed word itself.
pub(super) type Like = (String, f32);

/// What a search may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub text: String,
    /// How many documents have its last word.
    pub documents: u32,
}

/// As many stems as are looked for beside the typed one.
const MOST_LIKE: usize = 16;
/// Words less like the typed one are left out.
const LEAST_LIKE: f32 = 0.2;
/// What a part of a compound is worth beside the whole word.
const PART: f32 = 0.5;
/// Shorter words are no part of a compound, in letters.
const SHORTEST_PART: usize = 4;
/// What a word is worth that has two neighbouring letters the other way round.
const SWAPPED: f32 = 0.9;
/// From this length on, in letters, two slips of the hand are forgiven.
const LONG: usize = 8;

impl Vocabulary {
    pub fn read(searcher: &Searcher, fields: &Fields) -> Result<Self> {
        let mut found = Self::default();
        for tongue in Tongue::ALL {
            let of = fields.of(tongue);
            let documents = searcher.doc_freq(&Term::from_field_text(of.forms, MARK))?;
            if documents == 0 {
                continue;
            }
            let documents = documents as f32;
            let average = |field| length(searcher, field).map(|all| (all / documents).max(1.0));
            let mut words = Words {
                tongue,
                documents,
                title_length: average(of.title)?,
                body_length: average(of.body)?,
                runs_length: average(of.runs)?,
                words: vec![],
                by_plain: HashMap::new(),
                stems: HashSet::new(),
                runs: HashMap::new(),
            };
            words.take(forms(searcher, of.forms)?);
            found.tongues.push(words);
        }
        Ok(found)
    }

    pub fn tongues(&self) -> impl Iterator<Item = &Words> {
        self.tongues.iter()
    }

    pub fn of(&self, tongue: Tongue) -> Option<&Words> {
        self.tongues.iter().find(|words| words.tongue == tongue)
    }

    /// Whether a word stands in a document, in this form or another.
    pub fn knows(&self, word: &str) -> bool {
        let mut may = self
            .tongues
            .iter()
            .filter(|w| w.tongue.writes(script(word)));
        may.any(|words| words.stems.contains(words.tongue.stem(word).as_str()))
    }

    /// Ways to go on with the last typed word, the commonest first.
    pub fn complete(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        let begun = words(typed).last().unwrap_or_default();
        if begun.chars().count() < 2 || !typed.ends_with(char::is_alphanumeric) {
            return vec![];
        }
        let before = typed.len().checked_sub(last_length(typed));
        let before = before.and_then(|end| typed.get(..end)).unwrap_or_default();
        let mut found: HashMap<&str, u32> = HashMap::new();
        for words in self
            .tongues
            .iter()
            .filter(|w| w.tongue.writes(script(&begun)))
        {
            let plain = words.tongue.plain(&begun);
            for word in words.words.iter().filter(|w| w.plain.starts_with(&plain)) {
                let documents = found.entry(&word.form).or_default();
                *documents = (*documents).max(word.documents);
            }
        }
        let mut found: Vec<(&str, u32)> = found.into_iter().collect();
        found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        found.truncate(most);
        let suggestion = |(form, documents)| Suggestion {
            text: format!("{before}{form}"),
            documents,
        };
        found.into_iter().map(suggestion).collect()
    }

    /// The typed words with each unknown one put right, when any can be.
    pub fn meant(&self, typed: &str) -> Option<String> {
        let mut mended = false;
        let meant: Vec<String> = words(typed)
            .map(|word| match self.mended(&word) {
                Some(right) => {
                    mended = true;
                    right
                }
                None => word,
            })
            .collect();
        mended.then(|| meant.join(" "))
    }

    fn mended(&self, word: &str) -> Option<String> {
        let may = || {
            self.tongues
                .iter()
                .filter(|w| w.tongue.writes(script(word)))
        };
        let known = may().any(|words| {
            words.tongue.is_small(word)
                || words
                    .by_plain
                    .contains_key(words.tongue.plain(word).as_str())
        });
        if known {
            return None;
        }
        let nearest = may().filter_map(|words| words.nearest(word));
        let best = nearest
            .min_by_key(|(distance, documents, _)| (*distance, std::cmp::Reverse(*documents)));
        best.map(|(.., form)| form.to_owned())
    }
}

/// The bytes of the last word as it was typed.
fn last_length(typed: &str) -> usize {
    let letters = typed.chars().rev().take_while(|c| c.is_alphanumeric());
    letters.map(char::len_utf8).sum()
}

fn length(searcher: &Searcher, field: Field) -> Result<f32> {
    let mut terms = 0;
    for segment in searcher.segment_readers() {
        terms += segment.inverted_index(field)?.total_num_tokens();
    }
    Ok(terms as f32)
}

/// The forms and how many documents have each.
fn forms(searcher: &Searcher, field: Field) -> Result<Vec<(String, u32)>> {
    let mut counts: HashMap<Vec<u8>, u32> = HashMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut forms = index.terms().stream()?;
        while let Some((form, info)) = forms.next() {
            *counts.entry(form.to_vec()).or_default() += info.doc_freq;
        }
    }
    counts.remove(MARK.as_bytes());
    let forms = counts
        .into_iter()
        .filter_map(|(form, count)| Some((String::from_utf8(form).ok()?, count)));
    let mut forms: Vec<(String, u32)> = forms.collect();
    forms.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(forms)
}

impl Words {
    /// The commonest forms come first.
    fn take(&mut self, forms: Vec<(String, u32)>) {
        for (form, documents) in forms {
            let plain = self.tongue.plain(&form);
            if self.by_plain.contains_key(plain.as_str()) {
                continue;
            }
            let place = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let runs = runs_of_three(&plain);
            for run in &runs {
                self.runs.entry(*run).or_default().push(place);
            }
            self.by_plain.insert(plain.as_str().into(), place);
            let stem: Box<str> = self.tongue.stem(&form).into();
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

    /// What is rare tells more (inverse document frequency with BM25's smoothing, never below zero).
    pub fn rarity(&self, having: f32) -> f32 {
        (1.0 + (self.documents - having + 0.5).max(0.0) / (having + 0.5)).ln()
    }

    /// Stems to look for when `word` was typed, the word's own first.
    pub fn like(&self, word: &str) -> Vec<Like> {
        let typed = Typed::new(self, word);
        let mut best: HashMap<&str, f32> = HashMap::new();
        for stem in typed.swapped_back(self, word) {
            best.insert(stem, SWAPPED);
        }
        for (word, shared) in self.sharing(&typed.runs) {
            let likeness = typed.likeness(word, shared);
            if likeness >= LEAST_LIKE && *word.stem != *typed.stem {
                let known = best.entry(&word.stem).or_default();
                *known = known.max(likeness);
            }
        }
        let mut like: Vec<Like> = best.into_iter().map(|(s, l)| (s.to_owned(), l)).collect();
        like.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        like.truncate(MOST_LIKE);
        let parts = self.tongue.parts(word).into_iter();
        like.extend(parts.map(|part| (self.tongue.stem(part), PART)));
        like.insert(0, (typed.stem, 1.0));
        like
    }

    /// The nearest word by slips of the hand, how many they are, and how many documents have it.
    fn nearest(&self, word: &str) -> Option<(usize, u32, &str)> {
        let typed = Typed::new(self, word);
        let near = self.sharing(&typed.runs).filter_map(|(word, _)| {
            let slips = typed.slips(word)?;
            Some((slips, word.documents, &*word.form))
        });
        near.min_by_key(|(slips, documents, form)| (*slips, std::cmp::Reverse(*documents), *form))
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
struct Typed {
    letters: Vec<char>,
    stem: String,
    stem_letters: Vec<char>,
    runs: Vec<u64>,
    /// It stands in a document just so: then it is no slip of the hand.
    known: bool,
}

impl Typed {
    fn new(words: &Words, word: &str) -> Self {
        let plain = words.tongue.plain(word);
        let stem = words.tongue.stem(word);
        Self {
            letters: plain.chars().collect(),
            stem_letters: stem.chars().collect(),
            stem,
            runs: runs_of_three(&plain),
            known: words.by_plain.contains_key(plain.as_str()),
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

    /// The stems there are when two neighbouring letters of an unknown word change places: the slip that fast
    /// fingers make most. The word it was may stand nowhere in just this form.
    fn swapped_back<'a>(&self, words: &'a Words, word: &str) -> Vec<&'a str> {
        if self.known || self.letters.len() < SHORTEST_PART {
            return vec![];
        }
        let swaps = swaps(word).map(|word| words.tongue.stem(&word));
        swaps
            .filter_map(|stem| words.stems.get(stem.as_str()).map(|stem| &**stem))
            .collect()
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

/// The words with two neighbouring letters of this one the other way round.
pub(super) fn swaps(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    (1..letters.len()).filter_map(move |at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        (letters.get(at - 1) != letters.get(at)).then(|| letters.into_iter().collect())
    })
}

/// Runs of three letters, hashed, the edges of the word among them.
fn runs_of_three(form: &str) -> Vec<u64> {
    let letters: Vec<char> = between_edges(form);
    let hash = |run: &[char]| {
        run.iter()
            .fold(0, |hash, &c| hash << 21 | u64::from(c as u32))
    };
    let mut runs: Vec<u64> = letters.windows(3).map(hash).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Runs of four letters, the edges of the word among them; a shorter word is one run.
pub(super) fn runs_of_four(form: &str) -> Vec<String> {
    let letters = between_edges(form);
    let length = letters.len().min(4);
    letters
        .windows(length)
        .map(|run| run.iter().collect())
        .collect()
}

fn between_edges(form: &str) -> Vec<char> {
    std::iter::once(' ')
        .chain(form.chars())
        .chain([' '])
        .collect()
}

/// How many letters must be changed, left out, put in or swapped with their neighbour (Damerau and
/// Levenshtein, each letter once); more than `most` is `most + 1`.
#[must_use]
pub fn distance(a: &[char], b: &[char], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = vec![];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let changed = last[j] + usize::from(x != y);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && a[i - 1] == y && b[j - 1] == x;
            if swapped {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|slips| *slips > most) {
            return most + 1;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()].min(most + 1)
}
