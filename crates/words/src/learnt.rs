//! The words people use about a need, learnt from what they have gathered under it and what they have said
//! does not belong there.
//!
//! A word is learnt only where stories of three organisations hold it, each organisation with the same say,
//! so that no word leads back to a teller and no campaign teaches the tool its own.
use crate::analyse::Analysed;
use crate::lexicon::{Part, known};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A story to learn from, with a number for the organisation it was told in.
#[derive(Clone, Debug)]
pub struct Story {
    pub text: Analysed,
    pub organisation: usize,
}

/// A word learnt.
#[derive(Clone, Debug, PartialEq)]
pub struct Learnt {
    pub stem: String,
    /// The commonest form it was met in.
    pub word: String,
    /// How much more it is used here than elsewhere: the natural logarithm of the ratio, at most [`MOST`].
    pub weight: f32,
    pub organisations: usize,
}

/// So many organisations must use it.
pub const ORGANISATIONS: usize = 3;
/// A need has to have gathered so many stories before its words say anything.
pub const STORIES: usize = 6;
/// At least twice as often here as elsewhere.
const LEAST: f32 = std::f32::consts::LN_2;
/// More than this no word weighs.
pub const MOST: f32 = 2.5;
/// So many words of a need are kept.
const KEPT: usize = 40;
/// A share nobody can be surer of, against words met by chance.
const CHANCE: f32 = 0.05;

/// Learns from what was `gathered` under a need beside the `other` stories: refused for it, or gathered under
/// other needs. Words that stand in the need itself, `own`, weigh already.
#[must_use]
pub fn learn(gathered: &[Story], other: &[Story], own: &Analysed) -> Vec<Learnt> {
    if gathered.len() < STORIES || organisations(gathered) < ORGANISATIONS {
        return vec![];
    }
    let own: BTreeSet<&str> = own.terms.iter().map(|t| t.stem.as_str()).collect();
    let (here, elsewhere) = (shares(gathered), shares(other));
    let mut learnt: Vec<Learnt> = here
        .into_iter()
        .filter(|(stem, use_)| use_.organisations.len() >= ORGANISATIONS && !own.contains(stem))
        .filter_map(|(stem, use_)| {
            // What few say elsewhere speaks for nothing against it.
            let there = elsewhere
                .get(stem)
                .filter(|u| u.organisations.len() >= ORGANISATIONS)
                .map_or(0.0, |u| u.share);
            let weight = ((use_.share + CHANCE) / (there + CHANCE)).ln().min(MOST);
            let word = use_.commonest();
            (weight >= LEAST && ordinary(&word)).then(|| Learnt {
                stem: stem.to_owned(),
                word,
                weight,
                organisations: use_.organisations.len(),
            })
        })
        .collect();
    learnt.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.stem.cmp(&b.stem)));
    learnt.truncate(KEPT);
    learnt
}

/// A word of the language that is nobody's name.
fn ordinary(word: &str) -> bool {
    let is = known(word);
    is.is(Part::Word)
        && ![Part::Name, Part::First, Part::Last]
            .iter()
            .any(|&part| is.is(part))
}

fn organisations(stories: &[Story]) -> usize {
    let all: BTreeSet<usize> = stories.iter().map(|s| s.organisation).collect();
    all.len()
}

/// How a stem is used.
#[derive(Default)]
struct Use<'a> {
    organisations: BTreeSet<usize>,
    /// The mean over organisations of the share of stories that hold it.
    share: f32,
    forms: BTreeMap<&'a str, usize>,
}

impl Use<'_> {
    fn commonest(&self) -> String {
        let most = self.forms.iter().max_by_key(|(_, count)| **count);
        most.map(|(form, _)| (*form).to_owned()).unwrap_or_default()
    }
}

fn shares(stories: &[Story]) -> BTreeMap<&str, Use<'_>> {
    let mut told: HashMap<usize, f32> = HashMap::new();
    for story in stories {
        *told.entry(story.organisation).or_default() += 1.0;
    }
    let all = told.len().max(1) as f32;
    let mut uses: BTreeMap<&str, Use<'_>> = BTreeMap::new();
    for story in stories {
        let of_one = 1.0 / (all * told.get(&story.organisation).copied().unwrap_or(1.0));
        let mut seen = BTreeSet::new();
        for term in story.text.terms.iter().filter(|t| t.weight >= 1.0) {
            if !seen.insert(term.stem.as_str()) {
                continue;
            }
            let found = uses.entry(term.stem.as_str()).or_default();
            found.organisations.insert(story.organisation);
            found.share += of_one;
            *found.forms.entry(term.word.as_str()).or_default() += 1;
        }
    }
    uses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::analyse;

    fn story(text: &str, organisation: usize) -> Story {
        Story {
            text: analyse(text),
            organisation,
        }
    }

    fn words(gathered: &[Story], other: &[Story]) -> Vec<String> {
        let own = analyse("Hjem fra sygehus til et hus uden mad");
        let learnt = learn(gathered, other, &own).into_iter();
        learnt.map(|l| l.word).collect()
    }

    /// What several organisations say about coming home.
    fn told(organisations: usize) -> Vec<Story> {
        (0..6)
            .map(|i| story("køleskabet var tomt, og der var koldt", i % organisations))
            .collect()
    }

    #[test]
    fn what_three_organisations_say_is_learnt_and_what_two_say_is_not() {
        assert!(words(&told(3), &[]).contains(&"køleskabet".to_owned()));
        assert!(words(&told(2), &[]).is_empty());
    }

    #[test]
    fn one_organisation_teaches_nothing_however_often_it_says_it() {
        let mut stories = told(3);
        stories.extend((0..50).map(|_| story("kommunalvalget nærmer sig", 0)));
        assert!(!words(&stories, &[]).iter().any(|w| w == "kommunalvalget"));
    }

    #[test]
    fn what_is_said_as_often_elsewhere_says_nothing_here() {
        let other: Vec<_> = (0..6).map(|i| story("der var koldt i bussen", i)).collect();
        let learnt = words(&told(3), &other);
        assert!(learnt.contains(&"køleskabet".to_owned()));
        assert!(!learnt.contains(&"koldt".to_owned()));
    }

    #[test]
    fn no_name_is_learnt_and_none_of_the_needs_own_words() {
        let stories: Vec<_> = (0..6)
            .map(|i| story("Xyzzyq kom hjem fra sygehus med køleskab", i))
            .collect();
        let learnt = words(&stories, &[]);
        assert!(!learnt.iter().any(|w| w == "xyzzyq" || w == "sygehus"));
    }
}
