//! One story beside all needs: first how like each is, in numbers alone; then, for the few that are shown, why.
use super::{Index, Kind, Mix, Posting, Reason, rarity};
use crate::analyse::Analysed;
use std::collections::BTreeMap;

/// How like one need is.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The need's place among those the index was made of.
    pub need: usize,
    pub score: f32,
    /// They share words, or what words are about: more than a label or runs of letters.
    pub in_words: bool,
}

/// A story beside every need of an index.
#[derive(Debug)]
pub struct Comparison<'a> {
    shared: Vec<Shared<'a>>,
    /// What the runs of letters add, for each need.
    letters: Vec<f32>,
}

/// Something the story has that some needs have too.
#[derive(Debug)]
struct Shared<'a> {
    kind: Kind,
    own: &'a str,
    worth: f32,
    postings: &'a [Posting],
}

impl Index {
    /// Puts a story, with the labels its writer chose, beside every need.
    #[must_use]
    pub fn compare<'a>(
        &'a self,
        story: &'a Analysed,
        labels: &'a [&'a str],
        mix: Mix,
    ) -> Comparison<'a> {
        let mut shared = self.words(story, mix.words);
        shared.extend(self.about(story, mix.about));
        shared.extend(self.learnt(story, mix.learnt));
        shared.extend(labels.iter().filter_map(|label| {
            Some(Shared {
                kind: Kind::Label,
                own: label,
                worth: mix.label,
                postings: self.labels.get(*label)?,
            })
        }));
        Comparison {
            shared,
            letters: self.letters(story, mix.letters),
        }
    }

    fn words<'a>(&'a self, story: &'a Analysed, worth: f32) -> Vec<Shared<'a>> {
        let mut seen: BTreeMap<&str, (&str, f32)> = BTreeMap::new();
        for term in &story.terms {
            let best = seen.entry(&term.stem).or_insert((&term.word, 0.0));
            best.1 = best.1.max(term.weight);
        }
        let shared = |(stem, (own, weight)): (&str, (&'a str, f32))| {
            let postings = self.terms.get(stem)?;
            Some(Shared {
                kind: Kind::Word,
                own,
                worth: worth * weight * rarity(self.needs, postings.len()),
                postings,
            })
        };
        seen.into_iter().filter_map(shared).collect()
    }

    fn about<'a>(&'a self, story: &'a Analysed, worth: f32) -> Vec<Shared<'a>> {
        let mut seen: BTreeMap<&str, (&str, f32)> = BTreeMap::new();
        for word in &story.about {
            seen.entry(word.concept).or_insert((&word.word, 0.0)).1 += word.weight;
        }
        let shared = |(concept, (own, weight)): (&str, (&'a str, f32))| {
            let postings = self.about.get(concept)?;
            Some(Shared {
                kind: Kind::About,
                own,
                worth: worth * weight.sqrt() * rarity(self.needs, postings.len()),
                postings,
            })
        };
        seen.into_iter().filter_map(shared).collect()
    }

    fn learnt<'a>(&'a self, story: &'a Analysed, worth: f32) -> Vec<Shared<'a>> {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for term in story.terms.iter().filter(|t| t.weight >= 1.0) {
            seen.entry(&term.stem).or_insert(&term.word);
        }
        let shared = |(stem, own): (&str, &'a str)| {
            Some(Shared {
                kind: Kind::Learnt,
                own,
                worth,
                postings: self.learnt.get(stem)?,
            })
        };
        seen.into_iter().filter_map(shared).collect()
    }

    fn letters(&self, story: &Analysed, worth: f32) -> Vec<f32> {
        let mut products = vec![0.0f32; self.needs];
        let mut length = 0.0f32;
        for (run, &count) in &story.runs {
            let postings = self.runs.get(run).map(Vec::as_slice).unwrap_or_default();
            let own = (1.0 + count.ln()) * rarity(self.needs, postings.len());
            length += own * own;
            for &(need, theirs) in postings {
                if let Some(product) = products.get_mut(need) {
                    *product += own * theirs;
                }
            }
        }
        // Cosines between so different texts lie around a tenth.
        let worth = worth * 10.0 / length.sqrt().max(f32::EPSILON);
        products.iter().map(|product| worth * product).collect()
    }
}

impl Comparison<'_> {
    /// Every need that is like the story at all, the likest first.
    #[must_use]
    pub fn hits(&self) -> Vec<Hit> {
        let bare = |(need, &score): (usize, &f32)| Hit {
            need,
            score,
            in_words: false,
        };
        let mut hits: Vec<Hit> = self.letters.iter().enumerate().map(bare).collect();
        for shared in &self.shared {
            for posting in shared.postings {
                if let Some(hit) = hits.get_mut(posting.need) {
                    hit.score += shared.worth * posting.weight;
                    hit.in_words |= shared.kind != Kind::Label;
                }
            }
        }
        hits.retain(|hit| hit.score > 0.0);
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.need.cmp(&b.need)));
        hits
    }

    /// Why one need is like the story, the strongest reason first.
    #[must_use]
    pub fn reasons(&self, need: usize) -> Vec<Reason> {
        let in_words = self.shared.iter().filter_map(|shared| {
            let place = shared.postings.binary_search_by_key(&need, |p| p.need);
            let posting = shared.postings.get(place.ok()?)?;
            Some(Reason {
                kind: shared.kind,
                own: shared.own.to_owned(),
                theirs: posting.word.clone(),
                weight: shared.worth * posting.weight,
            })
        });
        let letters = self.letters.get(need).filter(|weight| **weight > 0.0);
        let letters = letters.map(|&weight| Reason {
            kind: Kind::Letters,
            own: String::new(),
            theirs: String::new(),
            weight,
        });
        let mut reasons: Vec<Reason> = in_words.chain(letters).collect();
        reasons.sort_by(|a, b| {
            b.weight
                .total_cmp(&a.weight)
                .then_with(|| a.own.cmp(&b.own))
        });
        reasons
    }
}
