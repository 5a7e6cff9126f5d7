//! Gathering observations under a need. People link; the system never does.
use super::find;
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, observation};
use samskab_database::{Tx, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Moment, Why};

/// How many can be linked at once.
const AT_ONCE: usize = 500;

/// Anyone who gathers may add what her own circle has told to a need she sees. `counter`
/// marks those for whom it is otherwise; linked again, an observation takes the new mark.
///
/// # Errors
/// Denied to those who gather nothing, [`Refusal::Missing`] for a need out of sight; a remark
/// when nothing is chosen or an observation is not in the actor's circle.
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
    link_all(&mut tx, actor, need, observations, counter, now).await?;
    let verb = journal::Verb::ObservationLinked;
    journal::write(&mut tx, actor, verb, need, observations, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Links, after looking whether the actor may read each.
pub(super) async fn link_all(
    tx: &mut Tx,
    actor: &Actor,
    need: Id,
    observations: &[Id],
    counter: bool,
    now: Moment,
) -> Outcome<()> {
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
    let rows = ids.iter().map(|&id| {
        [
            Value::from(actor.municipality),
            need.into(),
            id.into(),
            counter.into(),
            actor.membership.into(),
            now.into(),
        ]
    });
    let sql = sql!(
        "insert into need_observation (municipality_id, need_id, observation_id, counter, linked_by, linked_at) values "
    )
    .rows(rows)
    .text(" on conflict (municipality_id, need_id, observation_id) do update set counter = excluded.counter");
    tx.run(sql).await?;
    adopt_trials(tx, actor.municipality, need, &ids).await
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
