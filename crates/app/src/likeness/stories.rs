//! The stories a need is most like, among those told in the reader's circle.
use super::label::{Same, labels, same, with_whom};
use super::nearest::{in_words, says_something};
use crate::desk::{Desk, Outcome, Refusal};
use crate::need::{self, Need};
use crate::observation::{self, Observation};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_words::analyse::analyse;
use samskab_words::echo::{Shingles, groups};
use samskab_words::likeness::{Hit, Index, Mix, Need as Text, Reason};

/// A story that is like a need.
#[derive(Clone, Debug)]
pub struct Alike {
    pub observation: Observation,
    /// The strongest first; `own` is the need's word, `theirs` the story's.
    pub reasons: Vec<Reason>,
    /// What was chosen alike.
    pub same: Vec<Same>,
    /// How many others say nearly the same in the same words: one campaign, not many voices.
    pub echoes: usize,
}

/// So many of the newest stories are compared, and as many of the same topic group.
const COMPARED: i64 = 300;
/// So many are shown.
const SHOWN: usize = 20;

/// The stories most like a need that it has not gathered, the likest first, near copies folded
/// into the newest of them.
///
/// # Errors
/// Denied to those who gather nothing; [`Refusal::Missing`] for a need out of sight.
pub async fn stories(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Vec<Alike>> {
    actor.may(Act::WriteNeed)?;
    let seen = need::among(desk, actor, &[need]).await?;
    let found = seen.first().ok_or(Refusal::Missing)?;
    let topics = need::topics_of(desk, actor.municipality, need).await?;
    let group = found.topic_group();
    let mut told = observation::not_in_need(desk, actor, need, None, COMPARED).await?;
    let alike = observation::not_in_need(desk, actor, need, Some(group), COMPARED).await?;
    told.extend(alike);
    told.sort_by_key(|o| std::cmp::Reverse(o.id));
    told.dedup_by_key(|o| o.id);
    Ok(rank(found, topics, told))
}

fn rank(need: &Need, topics: Vec<Id>, told: Vec<Observation>) -> Vec<Alike> {
    let shingles: Vec<Shingles> = told.iter().map(|o| Shingles::of(&o.story)).collect();
    let first = groups(&shingles);
    let texts: Vec<Text> = told.iter().map(text).collect();
    let statement = with_whom(&need.statement, need.concerns.as_deref());
    let about = analyse(&format!("{}. {statement}", need.title));
    let labels = labels(need.topic_group().code(), &need.area_id.to_string(), topics);
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let index = Index::new(&texts);
    let compared = index.compare(&about, &labels, Mix::default());
    let mut hits = compared.hits();
    hits.retain(says_something);
    hits.retain(|hit| first.get(hit.need) == Some(&hit.need));
    hits.truncate(SHOWN);
    let alike = |hit: Hit| {
        let reasons = compared.reasons(hit.need);
        let copies = first.iter().filter(|&&f| f == hit.need).count();
        Some(Alike {
            observation: told.get(hit.need)?.clone(),
            same: same(&reasons),
            reasons: reasons.into_iter().filter(in_words).collect(),
            echoes: copies.saturating_sub(1),
        })
    };
    hits.into_iter().filter_map(alike).collect()
}

fn text(o: &Observation) -> Text {
    Text {
        title: String::new(),
        statement: with_whom(&o.story, o.concerns.as_deref()),
        labels: labels(o.topic_group().code(), &o.area_id.to_string(), o.topic_id),
        ..Text::default()
    }
}
