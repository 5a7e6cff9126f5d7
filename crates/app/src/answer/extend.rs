//! The asked organisation moves the date, in the open and with a reason.
use super::late::ask_to_look;
use super::read::find;
use super::steps::NewStep;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::{journal, need};
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::{Along, ExtensionDraft};
use samskab_domain::kernel::{Id, Language};

/// The clock begins anew with the new date. It may be done more than once, also when the date has gone by.
///
/// # Errors
/// [`Refusal::Missing`] for an answer out of sight, denied for another's organisation, [`Refusal::Done`] once it is
/// given or no longer asked for, or when a colleague moved it meanwhile; remarks for each field.
pub async fn extend(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &ExtensionDraft,
    language: Language,
) -> Outcome<()> {
    actor.may(Act::Answer)?;
    let asked = find(desk, actor, id).await?;
    actor.may_speak_for(asked.organisation_id)?;
    let due = asked.due().filter(|_| asked.is_open());
    let due = due.ok_or(Refusal::Done)?;
    let (today, now) = (desk.today(), desk.now());
    let texts = [("reason", draft.reason.as_str())];
    let extension = considered(draft.consider(today, due), &texts, draft.harmless)?;
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, actor.municipality, asked.need_id).await?;
    let moved = sql!(
        "update answer set due_day = ?, reminded_at = null, overdue_at = null where municipality_id = ? and id = ? \
         and kind is null and withdrawn_at is null and due_day = ?",
        extension.due,
        actor.municipality,
        id,
        due
    );
    if tx.run(moved).await? == 0 {
        return Err(Refusal::Done);
    }
    let step = NewStep {
        days: Some((due, extension.due)),
        ..NewStep::said(desk, id, Along::Extended, &extension.reason, language)
    };
    step.take(&mut tx, actor.municipality, Some(actor.membership), now)
        .await?;
    ask_to_look(
        desk,
        &mut tx,
        actor.municipality,
        &[id],
        extension.due,
        today,
    )
    .await?;
    let verb = journal::Verb::AnswerExtended;
    journal::write(&mut tx, actor, verb, id, &[asked.need_id], now).await?;
    tx.commit().await?;
    Ok(())
}
