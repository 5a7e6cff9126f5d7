//! A task is put up for anyone in it to take, and put right.
use super::table::{codes, keep_step, open};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{considered, writable};
use crate::journal;
use samskab_database::{Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::task::{Draft, Step};

/// # Errors
/// [`Refusal::Missing`]; denied to all but the initiative's parties and facilitators;
/// [`Refusal::Done`] when it has ended; remarks for each field.
pub async fn write(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let texts = [("what", draft.what.as_str())];
    let task = considered(draft.consider(desk.today()), &texts, draft.harmless)?;
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into task (municipality_id, id, initiative_id, what, language, kind, state, until_day, must, bridge, \
         in_place, created_by, created_at) values (?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        initiative,
        task.what,
        language.code(),
        task.kind.code(),
        task.until,
        task.must,
        task.bridge.is_some(),
        codes(task.bridge.as_deref().unwrap_or_default()),
        actor.membership,
        now
    ))
    .await?;
    tx.run(keep_step(desk, actor, &[id], Step::Offered)).await?;
    let verb = journal::Verb::TaskOffered;
    journal::write(&mut tx, actor, verb, id, &[initiative], now).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whose task it is, until when, and what is in place; also once it is taken, so that the two
/// sides can say that they do not agree. Where it became more than what someone else had taken, she is asked
/// anew, and may say *no thanks* (F6).
///
/// # Errors
/// As [`write`]; [`Why::ChangedMeanwhile`] at `version` when someone else was first.
pub async fn change(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    let mut tx = desk.db.write().await?;
    let kept = open(&mut tx, actor, id).await?;
    let texts = [("what", draft.what.as_str())];
    let task = considered(draft.consider(desk.today()), &texts, draft.harmless)?;
    let changed = sql!(
        "update task set what = ?, language = ?, kind = ?, until_day = ?, must = ?, bridge = ?, in_place = ?, \
         version = version + 1 where municipality_id = ? and id = ?",
        &task.what,
        language.code(),
        task.kind.code(),
        task.until,
        task.must,
        task.bridge.is_some(),
        codes(task.bridge.as_deref().unwrap_or_default()),
        actor.municipality,
        id
    );
    if tx
        .run(changed.when(" and version = ?", task.version))
        .await?
        == 0
    {
        return Err(Refusal::remark("version", Why::ChangedMeanwhile));
    }
    if task.asks_anew(&kept.agreed()) {
        ask_anew(&mut tx, desk, actor, id).await?;
    }
    let verb = journal::Verb::TaskChanged;
    journal::write(&mut tx, actor, verb, id, &[kept.initiative_id], desk.now()).await?;
    tx.commit().await?;
    Ok(kept.initiative_id)
}

/// Someone else who has it is asked whether she still wants it.
async fn ask_anew(tx: &mut Tx, desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let asked = sql!(
        "update task set state = 'invited', taken_at = null, duty = null, duty_at = null \
         where municipality_id = ? and id = ? and state = 'taken' and membership_id <> ?",
        actor.municipality,
        id,
        actor.membership
    );
    if tx.run(asked).await? > 0 {
        tx.run(keep_step(desk, actor, &[id], Step::Invited)).await?;
    }
    Ok(())
}
