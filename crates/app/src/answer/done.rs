//! The answerer says that what was promised is done: the first of the two keys.
use super::read::find;
use super::table::finish;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use crate::need::move_state;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_domain::need::State;

/// # Errors
/// Denied for another's organisation; [`Refusal::Missing`] when it promised nothing,
/// [`Refusal::Done`] when it was said before.
pub async fn done(desk: &Desk, actor: &Actor, answer: Id) -> Outcome<()> {
    actor.may(Act::Answer)?;
    let found = find(desk, actor, answer).await?;
    actor.may_speak_for(found.organisation_id)?;
    if !found.kind().is_some_and(|kind| kind.promises()) {
        return Err(Refusal::Missing);
    }
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    if tx.run(finish(actor, answer, now)).await? == 0 {
        return Err(Refusal::Done);
    }
    move_state(&mut tx, actor.municipality, found.need_id, State::done).await?;
    let verb = journal::Verb::AnswerDone;
    journal::write(&mut tx, actor, verb, answer, &[found.need_id], now).await?;
    tx.commit().await?;
    Ok(())
}
