//! Looks at an answer whose date has gone by: first the asked are reminded, then those above are told.
//!
//! The clock sits on an organisation's answer. Nothing here knows of a person.
use super::steps::NewStep;
use super::table::{Answer, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use crate::{job, journal, need};
use samskab_database::{Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::{Along, Late, REMINDED_AT_HOUR, late, next_step};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Moment};

/// Asks for a look on the next day one of the two steps is reached.
///
/// # Errors
/// What the database answers.
pub(super) async fn ask_to_look(
    desk: &Desk,
    tx: &mut Tx,
    municipality: Id,
    answers: &[Id],
    due: Day,
    after: Day,
) -> Outcome<()> {
    let Some(day) = next_step(due, after) else {
        return Ok(());
    };
    let at = day.start().plus(REMINDED_AT_HOUR * Moment::HOUR);
    let payloads = answers.iter().map(|id| serde_json::json!({ "answer": id }));
    job::ask_all(
        tx,
        desk,
        municipality,
        job::Kind::LookAtAnswer,
        payloads,
        at,
    )
    .await
}

/// Takes the step that is reached, once. Given meanwhile, no longer asked for or moved to a later date, nothing
/// happens.
///
/// # Errors
/// What the database answers.
pub async fn look(desk: &Desk, municipality: Id, id: Id) -> Outcome<()> {
    let sql = select(municipality).and(" and answer.id = ?", [id.into()]);
    let asked: Option<Answer> = desk.db.first(sql).await?;
    let Some(asked) = asked.filter(Answer::is_open) else {
        return Ok(());
    };
    let (today, now) = (desk.today(), desk.now());
    let Some((due, step)) = asked.due().and_then(|due| Some((due, late(due, today)?))) else {
        return Ok(());
    };
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, municipality, asked.need_id).await?;
    let (taken, along, verb) = match step {
        Late::Reminded => (
            sql!(
                "update answer set reminded_at = ? where municipality_id = ? and id = ? and due_day = ? \
                 and kind is null and withdrawn_at is null and reminded_at is null",
                now,
                municipality,
                id,
                due
            ),
            Along::Reminded,
            journal::Verb::AnswerReminded,
        ),
        Late::Overdue => (
            sql!(
                "update answer set overdue_at = ?, reminded_at = coalesce(reminded_at, ?) \
                 where municipality_id = ? and id = ? and due_day = ? \
                 and kind is null and withdrawn_at is null and overdue_at is null",
                now,
                now,
                municipality,
                id,
                due
            ),
            Along::Overdue,
            journal::Verb::AnswerOverdue,
        ),
    };
    if tx.run(taken).await? == 0 {
        return Ok(());
    }
    let taken = NewStep {
        id: desk.id(),
        answer: id,
        along,
        reason: None,
        language: None,
        days: None,
    };
    taken.take(&mut tx, municipality, None, now).await?;
    ask_to_look(desk, &mut tx, municipality, &[id], due, today).await?;
    let related = [asked.need_id];
    journal::write_as(&mut tx, municipality, None, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(())
}

/// What is long overdue, for all members to see: the longest first. It names organisations, and counts nothing.
///
/// # Errors
/// Denied to those who see no needs.
pub async fn overdue(desk: &Desk, actor: &Actor, after: Option<&str>) -> Outcome<Page<Answer>> {
    actor.may(Act::SeeNeeds)?;
    let mut sql = select(actor.municipality).text(
        " and answer.overdue_at is not null and answer.kind is null and answer.withdrawn_at is null",
    );
    if let Some((due, id)) = after.and_then(read_key) {
        sql = sql.and(
            " and (answer.due_day, answer.id) > (?, ?)",
            [due.into(), id.into()],
        );
    }
    let limit = Page::<Answer>::LIMIT;
    let sql = sql.and(
        " order by answer.due_day, answer.id limit ?",
        [limit.into()],
    );
    Ok(Page::of(desk.db.all(sql).await?, Answer::due_key))
}

fn read_key(key: &str) -> Option<(Day, Id)> {
    let (due, id) = key.split_once('.')?;
    Some((Day::parse(due)?, id.parse().ok()?))
}
