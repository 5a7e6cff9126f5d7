//! An item is put right, and what it said before is kept; or it does not hold any more.
use super::notice::tell_of_late;
use super::table::{FrameItem, find, hold, keep_version, taken, update};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use samskab_database::{Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::frame::{Draft, LiftDraft};
use samskab_domain::kernel::{Id, Language, Moment, Why};

/// `seen` is the version that was on the screen. The area stays what it was. Said only now to be found late, it is
/// told as if it were new (F12).
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep it; [`Refusal::Done`] when it was
/// lifted; remarks for each field, [`Why::ChangedMeanwhile`] at `text` when someone else was first.
pub async fn change(
    desk: &Desk,
    actor: &Actor,
    (id, seen): (Id, i64),
    draft: &Draft,
    language: Language,
) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let kept = keepable(&mut tx, actor, id).await?;
    let draft = Draft {
        area: kept.area_id.to_string(),
        ..draft.clone()
    };
    let item = taken(&draft, desk.today())?;
    let now = desk.now();
    tx.run(keep_version(actor, id, now)).await?;
    let changed = update(actor.municipality, (id, seen), &item, language);
    if tx.run(changed).await? == 0 {
        return Err(Refusal::remark("text", Why::ChangedMeanwhile));
    }
    if item.found_late.is_some() && !kept.found_late {
        let place = (kept.area_id, kept.initiative_id);
        tell_of_late(&mut tx, actor, id, place, now).await?;
    }
    let verb = journal::Verb::FrameChanged;
    journal::write(&mut tx, actor, verb, id, &[kept.area_id], now).await?;
    tx.commit().await?;
    Ok(())
}

/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep it; [`Refusal::Done`] when it was
/// lifted before; a remark when no reason is given.
pub async fn lift(desk: &Desk, actor: &Actor, id: Id, draft: &LiftDraft) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let kept = keepable(&mut tx, actor, id).await?;
    let why = considered(draft.consider(), &[("why", &draft.why)], draft.harmless)?;
    let now = desk.now();
    lifted(&mut tx, actor, id, &why, now).await?;
    let verb = journal::Verb::FrameLifted;
    journal::write(&mut tx, actor, verb, id, &[kept.area_id], now).await?;
    tx.commit().await?;
    Ok(())
}

/// An item that still holds and that the actor keeps, held for writing.
pub(super) async fn keepable(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<FrameItem> {
    hold(tx, actor.municipality, id).await?;
    let item = find(tx, actor.municipality, id).await?;
    actor.may_keep_frame(item.organisation_id, item.initiative_id.is_some())?;
    match item.lifted_at() {
        Some(_) => Err(Refusal::Done),
        None => Ok(item),
    }
}

pub(super) async fn lifted(
    tx: &mut Tx,
    actor: &Actor,
    id: Id,
    why: &str,
    now: Moment,
) -> Outcome<()> {
    tx.run(sql!(
        "update frame_item set lifted_at = ?, lifted_why = ? where municipality_id = ? and id = ?",
        now,
        why,
        actor.municipality,
        id
    ))
    .await?;
    Ok(())
}
