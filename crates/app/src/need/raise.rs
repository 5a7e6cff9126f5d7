//! *Bed om svar*: a need is put to organisations of either sector, one's own among them.
use super::{check_organisations, find, move_state, support, table};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{answer, area, journal};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::answer::RaiseDraft;
use samskab_domain::kernel::{Id, Why};
use samskab_domain::need::State;

/// Gives the ids of the answers asked for. Who has not answered yet is not asked twice.
///
/// # Errors
/// [`Refusal::Missing`] for a need out of sight, denied outside its circle; remarks on the
/// fields, and when no observation carries it; [`Refusal::Done`] when all are asked already, or
/// another need stands in its place.
pub async fn raise(desk: &Desk, actor: &Actor, need: Id, draft: &RaiseDraft) -> Outcome<Vec<Id>> {
    actor.may(Act::RaiseNeed)?;
    let found = find(desk, actor, need).await?;
    if !found.in_circle(actor) {
        return Err(Refusal::Denied(Denied));
    }
    let days = area::answer_days(desk, actor.municipality, found.area_id).await?;
    let raise = draft.consider(desk.today(), days)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    // First of all: whoever raises it or changes what carries it at the same time waits here,
    // and then nobody is asked twice.
    tx.run(table::raised(actor, need, now)).await?;
    table::lock_standing(&mut tx, actor.municipality, need).await?;
    if !support::carried(&mut tx, actor, need).await? {
        return Err(Refusal::remark("observations", Why::NeedsObservation));
    }
    check_organisations(&mut tx, actor, "organisations", &raise.organisations).await?;
    move_state(&mut tx, actor.municipality, need, State::raised).await?;
    let asked = answer::ask(desk, &mut tx, actor, need, &raise).await?;
    if asked.is_empty() {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::NeedRaised;
    journal::write(&mut tx, actor, verb, need, &asked, now).await?;
    tx.commit().await?;
    Ok(asked)
}
