//! How alike a story and a need are, and why.
//!
//! Volunteers and offices use different words for the same thing: of forty stories, twenty-three share
//! no word with their own need. So several kinds of likeness are weighed together, each with a reason
//! that can be shown: the same word or part of one (BM25: Robertson and Zaragoza, 2009), words that speak
//! of the same thing, and runs of letters. None of them decides anything; people link.
mod compare;

pub use compare::{Comparison, Hit};

use crate::analyse::{Analysed, analyse};
use std::collections::HashMap;

/// Why two texts are alike, strongest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub kind: Kind,
    /// The reader's own word; empty for runs of letters.
    pub own: String,
    /// The need's word; empty for labels, runs of letters and what was learnt.
    pub theirs: String,
    /// What it adds to the likeness.
    pub weight: f32,
}

/// What makes two texts alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The same word in any form, or the same part of a compound.
    Word,
    /// Two words that speak of the same thing.
    About,
    /// A word people use about the need, learnt from what they gathered.
    Learnt,
    /// Runs of letters.
    Letters,
    /// The same topic group or area, as the writer chose it.
    Label,
}

/// What each kind is worth beside the others.
#[derive(Clone, Copy, Debug)]
pub struct Mix {
    pub words: f32,
    pub about: f32,
    pub learnt: f32,
    pub letters: f32,
    /// For each label of the need that the writer chose.
    pub label: f32,
}

impl Default for Mix {
    fn default() -> Self {
        Self {
            words: 0.6,
            about: 1.0,
            learnt: 1.0,
            letters: 1.2,
            label: 4.0,
        }
    }
}

/// Saturation and length of BM25, at their usual values.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// A word of the title counts so much more than one of the statement.
const TITLE: f32 = 1.6;

/// One need, or whatever stories are compared with.
#[derive(Clone, Debug, Default)]
pub struct Need {
    pub title: String,
    pub statement: String,
    /// What a writer can choose that it has too: its topic group, its area.
    pub labels: Vec<String>,
    /// Stems learnt about it, with what each weighs.
    pub learnt: Vec<(String, f32)>,
}

/// Where a stem, a concept or a label stands: in a need, how weightily, and as which of its words.
#[derive(Debug)]
struct Posting {
    need: usize,
    weight: f32,
    word: String,
}

/// In the order of the needs.
type Postings<K> = HashMap<K, Vec<Posting>>;

/// Needs, ready for stories to be compared with.
#[derive(Debug, Default)]
pub struct Index {
    needs: usize,
    labels: Postings<String>,
    terms: Postings<String>,
    about: Postings<&'static str>,
    learnt: Postings<String>,
    runs: HashMap<u64, Vec<(usize, f32)>>,
}

impl Index {
    #[must_use]
    pub fn new(needs: &[Need]) -> Self {
        let mut index = Self {
            needs: needs.len(),
            ..Self::default()
        };
        let texts: Vec<_> = needs
            .iter()
            .map(|n| (analyse(&n.title), analyse(&n.statement)))
            .collect();
        let lengths: Vec<f32> = texts
            .iter()
            .map(|(a, b)| (a.terms.len() + b.terms.len()) as f32)
            .collect();
        let average = (lengths.iter().sum::<f32>() / lengths.len().max(1) as f32).max(1.0);
        for (i, (title, statement)) in texts.iter().enumerate() {
            let long = 1.0 - B + B * lengths.get(i).copied().unwrap_or(average) / average;
            index.add(i, title, statement, long);
        }
        for (i, need) in needs.iter().enumerate() {
            let learnt = need.learnt.iter().map(|(stem, weight)| (stem, *weight));
            post_all(&mut index.learnt, i, learnt);
            let labels = need.labels.iter().map(|label| (label, 1.0));
            post_all(&mut index.labels, i, labels);
        }
        index.weigh_runs();
        index
    }

    fn add(&mut self, need: usize, title: &Analysed, statement: &Analysed, long: f32) {
        let mut terms: HashMap<&str, (f32, &str)> = HashMap::new();
        let mut about: HashMap<&'static str, (f32, &str)> = HashMap::new();
        let mut runs: HashMap<u64, f32> = HashMap::new();
        for (text, worth) in [(title, TITLE), (statement, 1.0)] {
            for term in &text.terms {
                terms.entry(&term.stem).or_insert((0.0, &term.word)).0 += worth * term.weight;
            }
            for word in &text.about {
                about.entry(word.concept).or_insert((0.0, &word.word)).0 += worth * word.weight;
            }
            for (&run, &count) in &text.runs {
                *runs.entry(run).or_default() += worth * count;
            }
        }
        let posting = |weight: f32, word: &str| Posting {
            need,
            weight,
            word: word.to_owned(),
        };
        for (stem, (count, word)) in terms {
            let weight = count * (K1 + 1.0) / (count + K1 * long);
            let known = self.terms.entry(stem.to_owned()).or_default();
            known.push(posting(weight, word));
        }
        let whole = about.values().map(|(n, _)| n).sum::<f32>().max(1.0);
        for (concept, (count, word)) in about {
            let known = self.about.entry(concept).or_default();
            known.push(posting((count / whole).sqrt(), word));
        }
        for (run, count) in runs {
            let known = self.runs.entry(run).or_default();
            known.push((need, 1.0 + count.ln()));
        }
    }

    /// Makes each need's runs a vector of length one, rare runs longer than common ones.
    fn weigh_runs(&mut self) {
        let mut length = vec![0.0f32; self.needs];
        for postings in self.runs.values_mut() {
            let rare = rarity(self.needs, postings.len());
            for (need, weight) in postings {
                *weight *= rare;
                if let Some(sum) = length.get_mut(*need) {
                    *sum += *weight * *weight;
                }
            }
        }
        for (need, weight) in self.runs.values_mut().flatten() {
            *weight /= length
                .get(*need)
                .copied()
                .unwrap_or(1.0)
                .sqrt()
                .max(f32::EPSILON);
        }
    }
}

/// Notes that a need has these; what it has twice counts once.
fn post_all<'a>(
    postings: &mut Postings<String>,
    need: usize,
    keys: impl Iterator<Item = (&'a String, f32)>,
) {
    for (key, weight) in keys {
        let known = postings.entry(key.clone()).or_default();
        if known.last().is_none_or(|last| last.need != need) {
            known.push(Posting {
                need,
                weight,
                word: String::new(),
            });
        }
    }
}

/// What is rare tells more (inverse document frequency with BM25's smoothing, never below zero).
fn rarity(all: usize, having: usize) -> f32 {
    let (all, having) = (all as f32, having as f32);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}
