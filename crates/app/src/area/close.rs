//! An administrator closes an area; what happened in it stays.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`] when it is not in use.
pub async fn close(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let mut tx = desk.db.write().await?;
    let closed = tx
        .run(sql!(
            "update area set closed_at = ? where municipality_id = ? and id = ? and closed_at is null",
            desk.now(),
            actor.municipality,
            id
        ))
        .await?;
    if closed == 0 {
        return Err(Refusal::Missing);
    }
    journal::write(
        &mut tx,
        actor,
        journal::Verb::AreaClosed,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
