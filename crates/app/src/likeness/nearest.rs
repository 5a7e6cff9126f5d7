//! The needs a story is most like, among those its writer may see.
use super::kept;
use super::label::{Same, labels, same};
use crate::desk::{Desk, Outcome};
use crate::need::{self, Need};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_words::analyse::analyse;
use samskab_words::likeness::{Comparison, Hit, Kind, Mix, Reason};

/// What someone is writing.
#[derive(Clone, Debug, Default)]
pub struct Writing {
    pub text: String,
    /// The topic group and area she chose, as the form sends them.
    pub topic_group: String,
    pub area: String,
    /// The topic, where she chose one.
    pub topic: Option<Id>,
}

/// A need that is near.
#[derive(Clone, Debug)]
pub struct Near {
    pub need: Need,
    /// The strongest first; words only, so that they can be shown.
    pub reasons: Vec<Reason>,
    /// What was chosen alike.
    pub same: Vec<Same>,
}

/// So many are offered.
const OFFERED: usize = 3;
/// So many are looked up at first: nearly always enough of them are in the writer's sight.
const LOOKED_UP_FIRST: usize = 8;
/// And so many at most.
const LOOKED_UP: usize = 60;
/// Longer texts are compared by their beginning.
const LETTERS: usize = 2_000;

/// The nearest needs that share words, or what words are about, with the text.
///
/// # Errors
/// Denied to those who see no needs.
pub async fn nearest(desk: &Desk, actor: &Actor, writing: &Writing) -> Outcome<Vec<Near>> {
    actor.may(Act::SeeNeeds)?;
    let needs = kept::needs(desk, actor.municipality).await?;
    let text: String = writing.text.chars().take(LETTERS).collect();
    let labels = labels(&writing.topic_group, &writing.area, writing.topic);
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let text = analyse(&text);
    let compared = needs.index.compare(&text, &labels, Mix::default());
    let mut hits = compared.hits();
    hits.retain(says_something);
    hits.truncate(LOOKED_UP);
    let rest = hits.split_off(hits.len().min(LOOKED_UP_FIRST));
    let mut seen = among_seen(desk, actor, &needs.ids, &hits).await?;
    if seen.len() < OFFERED {
        seen.extend(among_seen(desk, actor, &needs.ids, &rest).await?);
    }
    seen.truncate(OFFERED);
    let near = |(place, need)| near(&compared, place, need);
    Ok(seen.into_iter().map(near).collect())
}

/// Those that the writer may see with their places in the index, the nearest first.
async fn among_seen(
    desk: &Desk,
    actor: &Actor,
    needs: &[Id],
    hits: &[Hit],
) -> Outcome<Vec<(usize, Need)>> {
    let id = |hit: &Hit| needs.get(hit.need).copied();
    let ids: Vec<Id> = hits.iter().filter_map(id).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let seen = need::among(desk, actor, &ids).await?;
    let seen = |hit: &Hit| {
        let id = id(hit)?;
        Some((hit.need, seen.iter().find(|n| n.id == id)?.clone()))
    };
    Ok(hits.iter().filter_map(seen).collect())
}

fn near(compared: &Comparison, place: usize, need: Need) -> Near {
    let reasons = compared.reasons(place);
    Near {
        need,
        same: same(&reasons),
        reasons: reasons.into_iter().filter(in_words).collect(),
    }
}

/// [`nearest`] to a story that was told, without those someone has said yes or no to.
///
/// # Errors
/// Denied to those who see no needs.
pub async fn for_story(
    desk: &Desk,
    actor: &Actor,
    story: Id,
    writing: &Writing,
) -> Outcome<Vec<Near>> {
    let settled = need::settled_for(desk, actor.municipality, story).await?;
    let mut near = nearest(desk, actor, writing).await?;
    near.retain(|n| !settled.contains(&n.need.id));
    Ok(near)
}

pub(super) fn in_words(reason: &Reason) -> bool {
    matches!(reason.kind, Kind::Word | Kind::About | Kind::Learnt)
}

/// A shared topic alone, or runs of letters alone, is no reason to interrupt someone.
pub(super) fn says_something(hit: &Hit) -> bool {
    hit.in_words
}
