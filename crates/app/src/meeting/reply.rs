//! The answers that calendar programs send back by mail.
use super::entries::read_uid;
use super::link::answer;
use crate::desk::{Desk, Outcome, Refusal};
use crate::municipality;
use samskab_calendar::{Reply, reply};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::kernel::Id;
use samskab_domain::person::email_key;

#[derive(FromRow)]
struct Person {
    id: Id,
}

/// Takes the answers in a calendar; says how many were taken. One about a meeting that is not there,
/// from someone who is not invited, to a time that has been changed since, or too late, is passed over: mail has no
/// page to say so on.
///
/// Whoever writes a mail can write another's address in it, and nothing in an answer proves who sent it. So an
/// answer does nothing but say *yes*, *maybe* or *no* for someone invited, who sees it and may say otherwise.
///
/// # Errors
/// What the database answers.
pub async fn receive(desk: &Desk, calendar: &str) -> Outcome<usize> {
    let mut taken = 0;
    for reply in reply(calendar).iter().take(REPLIES) {
        match take(desk, reply).await {
            Ok(()) => taken += 1,
            Err(Refusal::Missing | Refusal::Done) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(taken)
}

/// One mail answers one invitation; a calendar program may split a row of meetings into a few.
const REPLIES: usize = 30;

async fn take(desk: &Desk, reply: &Reply) -> Outcome<()> {
    let (id, slug) = read_uid(&reply.uid).ok_or(Refusal::Missing)?;
    let m = municipality::find(desk, slug).await?.id;
    let person = sql!(
        "select id from person where municipality_id = ? and email_key = ? and left_at is null",
        m,
        email_key(&reply.from)
    );
    let person: Person = desk.db.first(person).await?.ok_or(Refusal::Missing)?;
    let asked = |planned: Sql| {
        let planned = match reply.instead_of {
            Some(day) => planned.and(
                " and series_id = ? and series_day = ?",
                [id.into(), day.into()],
            ),
            // Those of a row that were changed by themselves are answered by themselves.
            None => planned.and(
                " and (id = ? or (series_id = ? and sequence = 0))",
                [id.into(), id.into()],
            ),
        };
        planned.and(" and sequence <= ?", [reply.sequence.into()])
    };
    answer(desk, m, person.id, reply.coming, asked).await
}
