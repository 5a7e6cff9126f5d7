//! An initiative ends with what was learnt: legitimate, also when it failed (F4).
use super::{considered, writable};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::Actor;
use samskab_domain::initiative::EndDraft;
use samskab_domain::kernel::Id;

/// # Errors
/// [`Refusal::Missing`]; denied to all but its parties and facilitators;
/// [`Refusal::Done`] when it has ended already; a remark when nothing is said.
pub async fn end(desk: &Desk, actor: &Actor, initiative: Id, draft: &EndDraft) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let learnt = considered(draft.consider(), &[("learnt", &draft.learnt)], true)?;
    let now = desk.now();
    let ended = sql!(
        "update initiative set state = 'ended', learnt = ?, ended_at = ? \
         where municipality_id = ? and id = ? and state <> 'ended'",
        learnt,
        now,
        actor.municipality,
        initiative
    );
    if tx.run(ended).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::InitiativeEnded;
    journal::write(&mut tx, actor, verb, initiative, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
