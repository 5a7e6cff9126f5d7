//! An administrator ends a membership; the person may have others.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`] when it has ended or is not there.
pub async fn end_membership(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let ended = tx
        .run(sql!(
            "update membership set until_day = ? where municipality_id = ? and id = ? and until_day is null",
            desk.today(),
            actor.municipality,
            id
        ))
        .await?;
    if ended == 0 {
        return Err(Refusal::Missing);
    }
    tx.run(sql!(
        "update session set ended_at = ? where municipality_id = ? and membership_id = ? and ended_at is null",
        now,
        actor.municipality,
        id
    ))
    .await?;
    journal::write(&mut tx, actor, journal::Verb::MembershipEnded, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
