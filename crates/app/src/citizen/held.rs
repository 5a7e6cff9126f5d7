//! A facilitator looks at what citizens told before anyone else does.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal::{self, Verb};
use crate::observation::{self, Observation};
use samskab_database::sql;
use samskab_domain::access::{Act, Actor, Denied, Role};
use samskab_domain::kernel::Id;

/// How many are shown at a time; the rest come when these are looked at.
const SHOWN: i64 = 20;

/// What waits in the actor's areas, the oldest first; nothing for those who are no facilitators.
///
/// # Errors
/// Denied to those who read no stories.
pub async fn held(desk: &Desk, actor: &Actor) -> Outcome<Vec<Observation>> {
    actor.may(Act::ReadInbox)?;
    if actor.role != Role::Facilitator {
        return Ok(vec![]);
    }
    let sql = observation::select(actor).and(
        " and observation.state = 'held' order by observation.id limit ?",
        [SHOWN.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// It points to nobody and can be used: it joins what others told in its area.
///
/// # Errors
/// As [`may_look`]; [`Refusal::Done`] when someone looked before.
pub async fn release(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    may_look(desk, actor, id).await?;
    let mut tx = desk.db.write().await?;
    let kept = sql!(
        "update observation set state = 'kept' where municipality_id = ? and id = ? and state = 'held'",
        actor.municipality,
        id
    );
    if tx.run(kept).await? == 0 {
        return Err(Refusal::Done);
    }
    journal::write(
        &mut tx,
        actor,
        Verb::ObservationReleased,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// It cannot be used as it was written. The words go; the one who has the code sees that.
///
/// # Errors
/// As [`may_look`]; [`Refusal::Done`] when someone looked before.
pub async fn set_aside(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    may_look(desk, actor, id).await?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let marked = sql!(
        "update citizen_code set set_aside_at = ? where municipality_id = ? and observation_id = ? \
         and exists (select 1 from observation where observation.municipality_id = citizen_code.municipality_id \
         and observation.id = citizen_code.observation_id and observation.state = 'held')",
        now,
        actor.municipality,
        id
    );
    let found = tx.run(marked).await?;
    if found == 0 || !observation::erase(desk, &mut tx, actor.municipality, id).await? {
        return Err(Refusal::Done);
    }
    journal::write(&mut tx, actor, Verb::ObservationSetAside, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}

/// # Errors
/// [`Refusal::Missing`] for a story the actor does not see, denied to all but the facilitators of
/// its area, [`Refusal::Done`] for one that does not wait.
async fn may_look(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::ReadInbox)?;
    let reading = observation::read(desk, actor, id).await?;
    let o = &reading.observation;
    if o.organisation_id.is_some() || !actor.in_circle_of_story(None, o.area_id) {
        return Err(Refusal::Denied(Denied));
    }
    match reading.may_look {
        true => Ok(()),
        false => Err(Refusal::Done),
    }
}
