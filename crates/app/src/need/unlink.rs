//! Taking an observation out of a need again.
use super::{find, support};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, observation};
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Why};
use samskab_domain::need::State;

/// Only what the actor's own circle told; and the last one that carries a raised need stays.
///
/// # Errors
/// Denied to those who gather nothing, [`Refusal::Missing`] when need, observation or link is
/// out of sight; a remark on the last observation of a need someone is asked about.
pub async fn unlink(desk: &Desk, actor: &Actor, need: Id, observation: Id) -> Outcome<()> {
    actor.may(Act::WriteNeed)?;
    let found = find(desk, actor, need).await?;
    let mut tx = desk.db.write().await?;
    if observation::readable(&mut tx, actor, &[observation]).await? == 0 {
        return Err(Refusal::Missing);
    }
    let gone = tx
        .run(sql!(
            "delete from need_observation where municipality_id = ? and need_id = ? and observation_id = ?",
            actor.municipality,
            need,
            observation
        ))
        .await?;
    if gone == 0 {
        return Err(Refusal::Missing);
    }
    if found.state() != State::Draft && !support::carried(&mut tx, actor, need).await? {
        return Err(Refusal::remark("observations", Why::NeedsObservation));
    }
    let verb = journal::Verb::ObservationUnlinked;
    journal::write(&mut tx, actor, verb, need, &[observation], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
