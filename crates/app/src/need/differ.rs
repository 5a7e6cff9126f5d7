//! *We see it differently*: a lasting, legitimate state.
use super::{find, move_state, table};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::Id;
use samskab_domain::need::State;

/// # Errors
/// [`Refusal::Missing`] when the actor may not see it, denied outside its circle,
/// [`Refusal::Done`] while nobody is asked yet, when it was said before or another need stands in
/// its place.
pub async fn see_differently(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::RaiseNeed)?;
    let need = find(desk, actor, id).await?;
    if !need.in_circle(actor) {
        return Err(Refusal::Denied(Denied));
    }
    if matches!(need.state(), State::Draft | State::Differs) {
        return Err(Refusal::Done);
    }
    let mut tx = desk.db.write().await?;
    table::lock_standing(&mut tx, actor.municipality, id).await?;
    move_state(&mut tx, actor.municipality, id, |_| State::Differs).await?;
    let verb = journal::Verb::NeedChanged;
    journal::write(&mut tx, actor, verb, id, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
