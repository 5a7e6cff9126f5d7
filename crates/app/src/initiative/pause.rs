//! It rests for a while, and goes on.
use super::{considered, writable};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::initiative::ending::PauseDraft;
use samskab_domain::kernel::Id;

/// While it rests, nobody is asked why it is quiet.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but its parties and facilitators; [`Refusal::Done`] when it
/// rests already or has ended; a remark when no reason is given.
pub async fn pause(desk: &Desk, actor: &Actor, initiative: Id, draft: &PauseDraft) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    if rests(&mut tx, actor, initiative).await? {
        return Err(Refusal::Done);
    }
    let why = considered(draft.consider(), &[("pause", &draft.pause)], draft.harmless)?;
    let now = desk.now();
    let paused = sql!(
        "update initiative set paused_at = ?, paused_why = ? where municipality_id = ? and id = ? and paused_at is null",
        now,
        why,
        actor.municipality,
        initiative
    );
    if tx.run(paused).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::InitiativePaused;
    journal::write(&mut tx, actor, verb, initiative, &[], now).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(FromRow)]
struct Rests {
    rests: bool,
}

async fn rests(tx: &mut Tx, actor: &Actor, initiative: Id) -> Outcome<bool> {
    let sql = sql!(
        "select paused_at is not null as rests from initiative where municipality_id = ? and id = ?",
        actor.municipality,
        initiative
    );
    let found: Option<Rests> = tx.first(sql).await?;
    Ok(found.is_some_and(|f| f.rests))
}

/// # Errors
/// [`Refusal::Missing`]; denied to all but its parties and facilitators; [`Refusal::Done`] when it
/// does not rest or has ended.
pub async fn resume(desk: &Desk, actor: &Actor, initiative: Id) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let resumed = sql!(
        "update initiative set paused_at = null, paused_why = null where municipality_id = ? and id = ? \
         and paused_at is not null",
        actor.municipality,
        initiative
    );
    if tx.run(resumed).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::InitiativeResumed;
    journal::write(&mut tx, actor, verb, initiative, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
