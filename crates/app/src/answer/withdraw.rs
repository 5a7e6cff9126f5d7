//! Those who asked no longer ask: what was asked stays in view, with the reason.
use super::draft::forget_draft;
use super::read::find;
use super::steps::NewStep;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::{journal, need};
use samskab_database::sql;
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::answer::{Along, REASON_MAX, WordsDraft};
use samskab_domain::kernel::{Id, Language};

/// The same organisation can be asked again.
///
/// # Errors
/// [`Refusal::Missing`] for an answer out of sight, denied outside the need's circle, [`Refusal::Done`] once it is
/// given or taken back; remarks on the reason.
pub async fn withdraw(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &WordsDraft,
    language: Language,
) -> Outcome<()> {
    actor.may(Act::RaiseNeed)?;
    let asked = find(desk, actor, id).await?;
    let need = need::find(desk, actor, asked.need_id).await?;
    if !need.in_circle(actor) {
        return Err(Refusal::Denied(Denied));
    }
    let texts = [("words", draft.words.as_str())];
    let why = considered(draft.consider("words", REASON_MAX), &texts, draft.harmless)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, actor.municipality, asked.need_id).await?;
    let withdrawn = sql!(
        "update answer set withdrawn_at = ? where municipality_id = ? and id = ? \
         and kind is null and withdrawn_at is null",
        now,
        actor.municipality,
        id
    );
    if tx.run(withdrawn).await? == 0 {
        return Err(Refusal::Done);
    }
    forget_draft(&mut tx, actor.municipality, id).await?;
    let step = NewStep::said(desk, id, Along::Withdrawn, &why, language);
    step.take(&mut tx, actor.municipality, Some(actor.membership), now)
        .await?;
    let verb = journal::Verb::AnswerWithdrawn;
    journal::write(&mut tx, actor, verb, id, &[asked.need_id], now).await?;
    tx.commit().await?;
    Ok(())
}
