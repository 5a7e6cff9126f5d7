//! Someone writes a need in general words, from what people in her circle have told.
use super::link::link_all;
use super::topics::keep_topics;
use super::{check_area, consider, table};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Language, Why};
use samskab_domain::need::Draft;

/// It stays in its circle until it is raised.
///
/// # Errors
/// Denied to those who write none; remarks for each field, personal data, areas the actor
/// does not cover and observations she may not read included.
pub async fn write(desk: &Desk, actor: &Actor, draft: &Draft, language: Language) -> Outcome<Id> {
    actor.may(Act::WriteNeed)?;
    let need = consider(draft)?;
    if !actor.in_circle_of_need(actor.organisation, need.area) {
        return Err(Refusal::remark("area", Why::Unknown));
    }
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    check_area(&mut tx, actor, need.area).await?;
    tx.run(table::insert(actor, id, &need, language, now))
        .await?;
    keep_topics(&mut tx, actor.municipality, id, &need.topics).await?;
    if !need.observations.is_empty() {
        link_all(&mut tx, actor, id, &need.observations, false, now).await?;
        likeness::ask(desk, &mut tx, actor.municipality, id).await?;
    }
    let verb = journal::Verb::NeedDrafted;
    journal::write(&mut tx, actor, verb, id, &need.observations, now).await?;
    tx.commit().await?;
    Ok(id)
}
