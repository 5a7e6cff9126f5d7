//! An administrator takes a topic out of use; what carries it keeps it.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`] when it is not in use.
pub async fn retire(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let mut tx = desk.db.write().await?;
    let retired = tx
        .run(sql!(
            "update topic set retired_at = ? where municipality_id = ? and id = ? and retired_at is null",
            desk.now(),
            actor.municipality,
            id
        ))
        .await?;
    if retired == 0 {
        return Err(Refusal::Missing);
    }
    journal::write(
        &mut tx,
        actor,
        journal::Verb::TopicRetired,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
