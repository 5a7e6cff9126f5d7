//! *I have seen that too*: a teller adds her own story to a need she sees.
use super::link::link_all;
use super::links::{self, Link};
use super::table::lock_standing;
use super::{Need, find};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness, observation};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::Id;
use samskab_domain::need::State;

/// A need that one can add a story of one's own to.
///
/// # Errors
/// Denied to those who tell nothing here; [`Refusal::Missing`] for a need out of sight, or that is not raised
/// yet; [`Refusal::Done`] when another need stands in its place.
pub async fn to_add_to(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Need> {
    actor.may(Act::TellObservation)?;
    let need = find(desk, actor, need).await?;
    match (need.state(), need.succeeded()) {
        (State::Draft, _) => Err(Refusal::Missing),
        (_, true) => Err(Refusal::Done),
        (_, false) => Ok(need),
    }
}

/// Adds one's own story as evidence. Anyone who tells may, so that it takes no coordinator to be
/// counted; a draft is its circle's, and is added to there.
///
/// # Errors
/// Denied for another's story; [`Refusal::Missing`] for a need or story out of sight, or a need that
/// is not raised yet; [`Refusal::Done`] when it is there already, or another need stands in its place.
pub async fn also(desk: &Desk, actor: &Actor, need: Id, story: Id) -> Outcome<()> {
    actor.may(Act::TellObservation)?;
    find(desk, actor, need).await?;
    if !observation::read(desk, actor, story).await?.own {
        return Err(Refusal::Denied(Denied));
    }
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    if lock_standing(&mut tx, actor.municipality, need).await? == State::Draft {
        return Err(Refusal::Missing);
    }
    let before: Option<Link> = tx
        .first(links::select(actor.municipality, need, &[story]))
        .await?;
    if before.is_some() {
        return Err(Refusal::Done);
    }
    let linked = link_all(&mut tx, actor, need, &[story], false, now).await?;
    likeness::ask(desk, &mut tx, actor.municipality, need).await?;
    let verb = journal::Verb::ObservationLinked;
    journal::write(&mut tx, actor, verb, need, &linked, now).await?;
    tx.commit().await?;
    Ok(())
}
