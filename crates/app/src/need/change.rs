//! The circle puts a need better. One that is raised stays raised; its version goes up.
use super::topics::keep_topics;
use super::{check_area, consider, find, table};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Id, Why};
use samskab_domain::need::Draft;

/// What it is carried by is linked and unlinked elsewhere: the draft's observations are not
/// looked at here.
///
/// # Errors
/// [`Refusal::Missing`] when the actor may not see it, denied outside its circle; remarks for
/// each field, and when someone changed it since it was opened; [`Refusal::Done`] when another need stands
/// in its place.
pub async fn change(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    actor.may(Act::WriteNeed)?;
    let before = find(desk, actor, id).await?;
    if !before.in_circle(actor) {
        return Err(Refusal::Denied(Denied));
    }
    let need = consider(draft)?;
    if !actor.in_circle_of_need(before.organisation_id, need.area) {
        return Err(Refusal::remark("area", Why::Unknown));
    }
    let mut tx = desk.db.write().await?;
    check_area(&mut tx, actor, need.area).await?;
    table::lock_standing(&mut tx, actor.municipality, id).await?;
    if tx.run(table::update(actor, id, &need)).await? == 0 {
        return Err(Refusal::remark("version", Why::ChangedMeanwhile));
    }
    keep_topics(&mut tx, actor.municipality, id, &need.topics).await?;
    likeness::ask(desk, &mut tx, actor.municipality, id).await?;
    let verb = journal::Verb::NeedChanged;
    journal::write(&mut tx, actor, verb, id, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
