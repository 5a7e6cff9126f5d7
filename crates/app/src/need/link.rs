//! Gathering observations under a need. People link; the system never does.
use super::links::{self, Link};
use super::{find, support, table};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness, observation};
use samskab_database::{Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Moment, Why};
use samskab_domain::need::State;

/// How many can be linked at once.
pub(super) const AT_ONCE: usize = 500;

/// Anyone who gathers may add what her own circle has told to a need she sees. `counter`
/// marks those for whom it is otherwise; linked again, an observation takes the new mark,
/// unless another circle linked it.
///
/// # Errors
/// Denied to those who gather nothing, [`Refusal::Missing`] for a need out of sight,
/// [`Refusal::Done`] when others have linked all of them, or another need stands in its place; a remark when nothing is chosen, an
/// observation is not in the actor's circle or nothing would carry a raised need any more.
pub async fn link(
    desk: &Desk,
    actor: &Actor,
    need: Id,
    observations: &[Id],
    counter: bool,
) -> Outcome<()> {
    actor.may(Act::WriteNeed)?;
    find(desk, actor, need).await?;
    if observations.is_empty() {
        return Err(Refusal::remark("observations", Why::Missing));
    }
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let state = table::lock_standing(&mut tx, actor.municipality, need).await?;
    let linked = link_all(&mut tx, actor, need, observations, counter, now).await?;
    if linked.is_empty() {
        return Err(Refusal::Done);
    }
    if state != State::Draft && !support::carried(&mut tx, actor, need).await? {
        return Err(Refusal::remark("observations", Why::NeedsObservation));
    }
    likeness::ask(desk, &mut tx, actor.municipality, need).await?;
    let verb = journal::Verb::ObservationLinked;
    journal::write(&mut tx, actor, verb, need, &linked, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Links, after looking whether the actor may read each; gives those linked or marked anew.
pub(super) async fn link_all(
    tx: &mut Tx,
    actor: &Actor,
    need: Id,
    observations: &[Id],
    counter: bool,
    now: Moment,
) -> Outcome<Vec<Id>> {
    let mut ids = observations.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() > AT_ONCE {
        let max = AT_ONCE as i64;
        return Err(Refusal::remark(
            "observations",
            Why::NotInRange { min: 1, max },
        ));
    }
    if observation::readable(tx, actor, &ids).await? != ids.len() {
        return Err(Refusal::remark("observations", Why::Unknown));
    }
    let before: Vec<Link> = tx
        .all(links::select(actor.municipality, need, &ids))
        .await?;
    let others = |id: &Id| {
        let link = before.iter().find(|link| link.observation_id == *id);
        link.is_some_and(|link| !link.may_turn(actor))
    };
    ids.retain(|id| !others(id));
    if ids.is_empty() {
        return Ok(ids);
    }
    let sql = sql!(
        "insert into need_observation (municipality_id, observation_id, observer_id, organisation_id, place, source, \
         month, need_id, counter, linked_by, linked_at) select observation.municipality_id, observation.id, \
         membership.person_id, observation.organisation_id, observation.place, observation.source, observation.month, "
    )
    .and(
        "?, ?, ?, ?",
        [
            need.into(),
            counter.into(),
            actor.membership.into(),
            now.into(),
        ],
    )
    .and(
        " from observation left join membership on membership.municipality_id = observation.municipality_id \
         and membership.id = observation.teller_id where observation.municipality_id = ? and observation.id in ",
        [actor.municipality.into()],
    )
    .list(ids.iter().copied())
    .text(" on conflict (municipality_id, need_id, observation_id) do update set counter = excluded.counter");
    tx.run(sql).await?;
    adopt_trials(tx, actor.municipality, need, &ids).await?;
    let refused = sql!(
        "delete from need_refusal where municipality_id = ? and need_id = ? and observation_id in ",
        actor.municipality,
        need
    );
    tx.run(refused.list(ids.iter().copied())).await?;
    Ok(ids)
}

/// A trial that began from one of these stories before anyone gathered it belongs to the need
/// from now on, so that all who told of it hear what came of it.
async fn adopt_trials(tx: &mut Tx, municipality: Id, need: Id, stories: &[Id]) -> Outcome<()> {
    let sql = sql!(
        "update initiative set need_id = ? where municipality_id = ? and need_id is null and observation_id in ",
        need,
        municipality
    );
    tx.run(sql.list(stories.iter().copied())).await?;
    Ok(())
}
