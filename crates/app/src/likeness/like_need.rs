//! The needs another need is like: the same matter may have been written down twice.
use super::kept;
use super::label::{labels, with_whom};
use crate::desk::{Desk, Outcome};
use crate::need::{self, Need};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id};
use samskab_words::analyse::analyse;
use samskab_words::likeness::Mix;

/// So many are looked up.
const LOOKED_UP: usize = 60;

/// Those the actor may see, the likest first; however little alike, since people judge.
pub(crate) async fn like_need(desk: &Desk, actor: &Actor, of: &Need) -> Outcome<Vec<Need>> {
    let needs = kept::needs(desk, actor.municipality).await?;
    let text = analyse(&format!(
        "{}. {}",
        of.title,
        with_whom(&of.statement, of.concerns.as_deref())
    ));
    let topics = need::topics_of(desk, actor.municipality, of.id).await?;
    let labels = labels(of.topic_group().code(), &of.area_id.to_string(), topics);
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let compared = needs.index.compare(&text, &labels, Mix::default());
    let hits = compared.hits();
    let ids: Vec<Id> = hits
        .iter()
        .filter_map(|hit| needs.ids.get(hit.need).copied())
        .take(LOOKED_UP)
        .collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let seen = need::among(desk, actor, &ids).await?;
    let in_order = ids
        .iter()
        .filter_map(|id| seen.iter().find(|n| n.id == *id));
    Ok(in_order.cloned().collect())
}
