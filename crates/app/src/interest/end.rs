//! It no longer holds. That it was said stays to be read.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;

/// # Errors
/// Denied to those who declare none; [`Refusal::Missing`] when it is not the actor's organisation's, or
/// has ended.
pub async fn end(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::DeclareInterest)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let ended = tx
        .run(sql!(
            "update interest set ended_at = ?, ended_by = ? where municipality_id = ? and id = ? \
             and organisation_id = ? and ended_at is null",
            now,
            actor.membership,
            actor.municipality,
            id,
            actor.organisation
        ))
        .await?;
    if ended == 0 {
        return Err(Refusal::Missing);
    }
    let verb = journal::Verb::InterestEnded;
    journal::write(&mut tx, actor, verb, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
