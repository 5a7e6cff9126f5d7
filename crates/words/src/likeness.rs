//! How alike a story and a need are, and why.
//!
//! Volunteers and offices use different words for the same thing: of forty stories, twenty-three share
//! no word with their own need. So several kinds of likeness are weighed together, each with a reason
//! that can be shown: the same word or part of one (BM25: Robertson and Zaragoza, 2009), words that speak
//! of the same thing, and runs of letters. None of them decides anything; people link.
use crate::analyse::{Analysed, analyse};
use std::collections::HashMap;

/// Why two texts are alike, strongest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub kind: Kind,
    /// The reader's own word; empty for runs of letters.
    pub own: String,
    /// The need's word; empty for runs of letters and what was learnt.
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

/// How like one need is.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The need's place among those the index was made of.
    pub need: usize,
    pub score: f32,
    pub reasons: Vec<Reason>,
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

type Postings<K> = HashMap<K, Vec<(usize, f32)>>;

/// Needs, ready for stories to be compared with.
#[derive(Debug, Default)]
pub struct Index {
    labels: Vec<Vec<String>>,
    terms: Postings<String>,
    about: Postings<&'static str>,
    learnt: Postings<String>,
    runs: Postings<u64>,
    /// A word of each need for each stem and concept, to give as a reason.
    term_words: HashMap<(usize, String), String>,
    about_words: HashMap<(usize, &'static str), String>,
}

impl Index {
    #[must_use]
    pub fn new(needs: &[Need]) -> Self {
        let mut index = Self {
            labels: needs.iter().map(|n| n.labels.clone()).collect(),
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
            for (stem, weight) in &need.learnt {
                let known = index.learnt.entry(stem.clone()).or_default();
                known.push((i, *weight));
            }
        }
        index.weigh_runs(needs.len());
        index
    }

    fn add(&mut self, need: usize, title: &Analysed, statement: &Analysed, long: f32) {
        let mut terms: HashMap<&str, f32> = HashMap::new();
        let mut about: HashMap<&'static str, f32> = HashMap::new();
        let mut runs: HashMap<u64, f32> = HashMap::new();
        for (text, worth) in [(title, TITLE), (statement, 1.0)] {
            for term in &text.terms {
                *terms.entry(&term.stem).or_default() += worth * term.weight;
                let known = self.term_words.entry((need, term.stem.clone()));
                known.or_insert_with(|| term.word.clone());
            }
            for word in &text.about {
                *about.entry(word.concept).or_default() += worth * word.weight;
                self.about_words
                    .entry((need, word.concept))
                    .or_insert_with(|| word.word.clone());
            }
            for (&run, &count) in &text.runs {
                *runs.entry(run).or_default() += worth * count;
            }
        }
        for (stem, count) in terms {
            let weight = count * (K1 + 1.0) / (count + K1 * long);
            self.terms
                .entry(stem.to_owned())
                .or_default()
                .push((need, weight));
        }
        let whole = about.values().sum::<f32>().max(1.0);
        for (concept, count) in about {
            self.about
                .entry(concept)
                .or_default()
                .push((need, (count / whole).sqrt()));
        }
        for (run, count) in runs {
            self.runs
                .entry(run)
                .or_default()
                .push((need, 1.0 + count.ln()));
        }
    }

    /// Makes each need's runs a vector of length one, rare runs longer than common ones.
    fn weigh_runs(&mut self, needs: usize) {
        let mut length = vec![0.0f32; needs];
        for postings in self.runs.values_mut() {
            let rare = rarity(needs, postings.len());
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

    /// Every need that is like the story at all, the likest first.
    #[must_use]
    pub fn rank(&self, story: &Analysed, labels: &[&str], mix: Mix) -> Vec<Hit> {
        let mut reasons: HashMap<usize, Vec<Reason>> = HashMap::new();
        self.words(story, mix.words, &mut reasons);
        self.about(story, mix.about, &mut reasons);
        self.learnt(story, mix.learnt, &mut reasons);
        self.letters(story, mix.letters, &mut reasons);
        for (need, theirs) in self.labels.iter().enumerate() {
            for label in theirs.iter().filter(|l| labels.contains(&l.as_str())) {
                reasons.entry(need).or_default().push(Reason {
                    kind: Kind::Label,
                    own: label.clone(),
                    theirs: label.clone(),
                    weight: mix.label,
                });
            }
        }
        let mut hits: Vec<Hit> = reasons
            .into_iter()
            .map(|(need, reasons)| Hit::of(need, reasons))
            .collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.need.cmp(&b.need)));
        hits
    }

    fn words(&self, story: &Analysed, worth: f32, reasons: &mut HashMap<usize, Vec<Reason>>) {
        let mut seen: HashMap<&str, (&str, f32)> = HashMap::new();
        for term in &story.terms {
            let best = seen.entry(&term.stem).or_insert((&term.word, 0.0));
            best.1 = best.1.max(term.weight);
        }
        for (stem, (word, weight)) in seen {
            let Some(postings) = self.terms.get(stem) else {
                continue;
            };
            let rare = rarity(self.labels.len(), postings.len());
            for &(need, theirs) in postings {
                let word_of_need = self
                    .term_words
                    .get(&(need, stem.to_owned()))
                    .cloned()
                    .unwrap_or_default();
                reasons.entry(need).or_default().push(Reason {
                    kind: Kind::Word,
                    own: word.to_owned(),
                    theirs: word_of_need,
                    weight: worth * weight * rare * theirs,
                });
            }
        }
    }

    fn about(&self, story: &Analysed, worth: f32, reasons: &mut HashMap<usize, Vec<Reason>>) {
        let mut seen: HashMap<&'static str, (&str, f32)> = HashMap::new();
        for word in &story.about {
            let entry = seen.entry(word.concept).or_insert((&word.word, 0.0));
            entry.1 += word.weight;
        }
        for (concept, (word, weight)) in seen {
            let Some(postings) = self.about.get(concept) else {
                continue;
            };
            let rare = rarity(self.labels.len(), postings.len());
            for &(need, theirs) in postings {
                let word_of_need = self
                    .about_words
                    .get(&(need, concept))
                    .cloned()
                    .unwrap_or_default();
                reasons.entry(need).or_default().push(Reason {
                    kind: Kind::About,
                    own: word.to_owned(),
                    theirs: word_of_need,
                    weight: worth * weight.sqrt() * rare * theirs,
                });
            }
        }
    }

    fn learnt(&self, story: &Analysed, worth: f32, reasons: &mut HashMap<usize, Vec<Reason>>) {
        let mut seen: HashMap<&str, &str> = HashMap::new();
        for term in story.terms.iter().filter(|t| t.weight >= 1.0) {
            seen.entry(&term.stem).or_insert(&term.word);
        }
        for (stem, word) in seen {
            for &(need, weight) in self.learnt.get(stem).into_iter().flatten() {
                reasons.entry(need).or_default().push(Reason {
                    kind: Kind::Learnt,
                    own: word.to_owned(),
                    theirs: String::new(),
                    weight: worth * weight,
                });
            }
        }
    }

    fn letters(&self, story: &Analysed, worth: f32, reasons: &mut HashMap<usize, Vec<Reason>>) {
        let needs = self.labels.len();
        let mut products = vec![0.0f32; needs];
        let mut length = 0.0f32;
        for (run, &count) in &story.runs {
            let postings = self.runs.get(run).map(Vec::as_slice).unwrap_or_default();
            let own = (1.0 + count.ln()) * rarity(needs, postings.len());
            length += own * own;
            for &(need, theirs) in postings {
                if let Some(product) = products.get_mut(need) {
                    *product += own * theirs;
                }
            }
        }
        for (need, product) in products.into_iter().enumerate().filter(|(_, p)| *p > 0.0) {
            reasons.entry(need).or_default().push(Reason {
                kind: Kind::Letters,
                own: String::new(),
                theirs: String::new(),
                // Cosines between so different texts lie around a tenth.
                weight: worth * 10.0 * product / length.sqrt().max(f32::EPSILON),
            });
        }
    }
}

impl Hit {
    fn of(need: usize, mut reasons: Vec<Reason>) -> Self {
        reasons.sort_by(|a, b| {
            b.weight
                .total_cmp(&a.weight)
                .then_with(|| a.own.cmp(&b.own))
        });
        let score = reasons.iter().map(|r| r.weight).sum();
        Self {
            need,
            score,
            reasons,
        }
    }
}

/// What is rare tells more (inverse document frequency with BM25's smoothing, never below zero).
fn rarity(all: usize, having: usize) -> f32 {
    let (all, having) = (all as f32, having as f32);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}
