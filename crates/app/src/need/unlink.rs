//! Taking an observation out of a need again.
use super::links::{self, Link};
use super::{find, lock, support};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness, observation};
use samskab_database::{Tx, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Id, Why};
use samskab_domain::need::State;

/// The need's circle may, the story's own, and who linked it; and the last one that carries a
/// raised need stays.
///
/// # Errors
/// Denied to others who may read the story, and to those who gather nothing;
/// [`Refusal::Missing`] when need, observation or link is out of sight; a remark on the last
/// observation of a need someone is asked about.
pub async fn unlink(desk: &Desk, actor: &Actor, need: Id, observation: Id) -> Outcome<()> {
    actor.may(Act::WriteNeed)?;
    let found = find(desk, actor, need).await?;
    let mut tx = desk.db.write().await?;
    let state = lock(&mut tx, actor.municipality, need).await?;
    if observation::readable(&mut tx, actor, &[observation]).await? == 0 {
        return Err(Refusal::Missing);
    }
    let linked: Option<Link> = tx
        .first(links::select(actor.municipality, need, &[observation]))
        .await?;
    let link = linked.ok_or(Refusal::Missing)?;
    if !found.in_circle(actor) && !link.may_go(actor) {
        return Err(Refusal::Denied(Denied));
    }
    tx.run(sql!(
        "delete from need_observation where municipality_id = ? and need_id = ? and observation_id = ?",
        actor.municipality,
        need,
        observation
    ))
    .await?;
    let_go_of_trials(&mut tx, actor.municipality, need, observation).await?;
    if state != State::Draft && !support::carried(&mut tx, actor, need).await? {
        return Err(Refusal::remark("observations", Why::NeedsObservation));
    }
    likeness::ask(desk, &mut tx, actor.municipality, need).await?;
    let verb = journal::Verb::ObservationUnlinked;
    journal::write(&mut tx, actor, verb, need, &[observation], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// A trial that began from the story belongs to the need no more: those who told the others
/// hear nothing of it.
async fn let_go_of_trials(tx: &mut Tx, municipality: Id, need: Id, story: Id) -> Outcome<()> {
    tx.run(sql!(
        "update initiative set need_id = null where municipality_id = ? and need_id = ? \
         and observation_id = ? and answer_id is null",
        municipality,
        need,
        story
    ))
    .await?;
    Ok(())
}
