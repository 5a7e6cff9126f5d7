//! The stories a need is most like, among those told in the reader's circle.
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
    /// How many others say nearly the same in the same words: one campaign, not many voices.
    pub echoes: usize,
}

/// So many of the newest stories are compared.
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
    let told = observation::not_in_need(desk, actor, need, COMPARED).await?;
    Ok(rank(found, told))
}

fn rank(need: &Need, told: Vec<Observation>) -> Vec<Alike> {
    let shingles: Vec<Shingles> = told.iter().map(|o| Shingles::of(&o.story)).collect();
    let first = groups(&shingles);
    let texts: Vec<Text> = told.iter().map(text).collect();
    let about = analyse(&format!("{}. {}", need.title, need.statement));
    let (group, area) = (need.topic_group().code(), need.area_id.to_string());
    let mut hits = Index::new(&texts).rank(&about, &[group, &area], Mix::default());
    hits.retain(says_something);
    hits.retain(|hit| first.get(hit.need) == Some(&hit.need));
    hits.truncate(SHOWN);
    let alike = |hit: Hit| {
        let copies = first.iter().filter(|&&f| f == hit.need).count();
        Some(Alike {
            observation: told.get(hit.need)?.clone(),
            reasons: hit.reasons.into_iter().filter(in_words).collect(),
            echoes: copies.saturating_sub(1),
        })
    };
    hits.into_iter().filter_map(alike).collect()
}

fn text(o: &Observation) -> Text {
    Text {
        title: String::new(),
        statement: o.story.clone(),
        labels: vec![o.topic_group().code().to_owned(), o.area_id.to_string()],
        ..Text::default()
    }
}
