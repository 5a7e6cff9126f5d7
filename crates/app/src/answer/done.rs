//! The answerer says that what was promised is done: the first of the two keys. She may take it
//! back, as when someone cannot feel it.
use super::read::find;
use super::table::{Answer, finish, unfinish};
use crate::desk::{Desk, Outcome, Refusal};
use crate::need::{lock, move_state};
use crate::{job, journal};
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::felt::{Given, asked};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::need::State;

/// # Errors
/// Denied for another's organisation; [`Refusal::Missing`] when it promised nothing,
/// [`Refusal::Done`] when it was said before.
pub async fn done(desk: &Desk, actor: &Actor, answer: Id) -> Outcome<()> {
    let found = promised(desk, actor, answer).await?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    lock(&mut tx, actor.municipality, found.need_id).await?;
    if tx.run(finish(actor, answer, now)).await? == 0 {
        return Err(Refusal::Done);
    }
    move_state(&mut tx, actor.municipality, found.need_id, State::done).await?;
    if let (Some(kind), Some(answered)) = (found.kind(), found.answered_at()) {
        let given = Given {
            kind,
            answered,
            by: found.by(),
            done: Some(now),
        };
        ask_whether_felt(desk, &mut tx, actor, answer, given).await?;
    }
    let verb = journal::Verb::AnswerDone;
    journal::write(&mut tx, actor, verb, answer, &[found.need_id], now).await?;
    tx.commit().await?;
    Ok(())
}

/// # Errors
/// Denied for another's organisation; [`Refusal::Missing`] when it promised nothing,
/// [`Refusal::Done`] when it was never said, or taken back meanwhile.
pub async fn take_back_done(desk: &Desk, actor: &Actor, answer: Id) -> Outcome<()> {
    let found = promised(desk, actor, answer).await?;
    let mut tx = desk.db.write().await?;
    lock(&mut tx, actor.municipality, found.need_id).await?;
    if tx.run(unfinish(actor, answer)).await? == 0 {
        return Err(Refusal::Done);
    }
    tx.run(felt_of_it_passes(actor, answer, desk.now())).await?;
    if !done_by_another(&mut tx, actor, found.need_id).await? {
        move_state(&mut tx, actor.municipality, found.need_id, State::undone).await?;
    }
    let verb = journal::Verb::AnswerDoneTakenBack;
    journal::write(&mut tx, actor, verb, answer, &[found.need_id], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// An answer of the actor's organisation that promised something.
async fn promised(desk: &Desk, actor: &Actor, answer: Id) -> Outcome<Answer> {
    actor.may(Act::Answer)?;
    let found = find(desk, actor, answer).await?;
    actor.may_speak_for(found.organisation_id)?;
    match found.kind().is_some_and(|kind| kind.promises()) {
        true => Ok(found),
        false => Err(Refusal::Missing),
    }
}

/// What was felt of it is kept, and no longer counts: after the next time it is asked anew.
fn felt_of_it_passes(actor: &Actor, answer: Id, now: Moment) -> Sql {
    sql!(
        "update felt set passed_at = ? where municipality_id = ? and answer_id = ? and after = 'done' \
         and passed_at is null",
        now,
        actor.municipality,
        answer
    )
}

#[derive(FromRow)]
struct Finished {
    count: i64,
}

async fn done_by_another(tx: &mut Tx, actor: &Actor, need: Id) -> Outcome<bool> {
    let sql = sql!(
        "select count(*) as count from answer where municipality_id = ? and need_id = ? and done_at is not null",
        actor.municipality,
        need
    );
    let found: Option<Finished> = tx.first(sql).await?;
    Ok(found.is_some_and(|f| f.count > 0))
}

/// In four weeks, those who told are asked whether it can be felt.
pub(super) async fn ask_whether_felt(
    desk: &Desk,
    tx: &mut Tx,
    actor: &Actor,
    answer: Id,
    given: Given,
) -> Outcome<()> {
    let Some((at, _)) = asked(given) else {
        return Ok(());
    };
    let payload = serde_json::json!({ "answer": answer });
    let kind = job::Kind::AskWhetherFelt;
    job::ask(tx, desk, actor.municipality, kind, payload, at).await
}
