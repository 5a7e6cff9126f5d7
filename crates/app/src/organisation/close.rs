//! An administrator closes an organisation; what it did stays.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;

/// Its memberships end today.
///
/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`] when it is not open.
pub async fn close(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let closed = tx
        .run(sql!(
            "update organisation set closed_at = ? where municipality_id = ? and id = ? and closed_at is null",
            now,
            actor.municipality,
            id
        ))
        .await?;
    if closed == 0 {
        return Err(Refusal::Missing);
    }
    tx.run(sql!(
        "update membership set until_day = ? where municipality_id = ? and organisation_id = ? \
         and (until_day is null or until_day > ?)",
        desk.today(),
        actor.municipality,
        id,
        desk.today()
    ))
    .await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::OrganisationClosed,
        id,
        &[],
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
