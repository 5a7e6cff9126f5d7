//! A person acts under another of her memberships.
use super::Session;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::kernel::Id;

/// # Errors
/// [`Refusal::Missing`] for a membership that is not hers or has ended.
pub async fn switch(desk: &Desk, session: &Session, membership: Id) -> Outcome<()> {
    if !session.choices.iter().any(|c| c.membership == membership) {
        return Err(Refusal::Missing);
    }
    let actor = &session.actor;
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update session set membership_id = ? where municipality_id = ? and id = ?",
        membership,
        actor.municipality,
        session.id
    ))
    .await?;
    let verb = journal::Verb::MembershipSwitched;
    journal::write(&mut tx, actor, verb, session.id, &[membership], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
