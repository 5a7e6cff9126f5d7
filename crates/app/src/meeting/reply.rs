//! The answers that calendar programs send back by mail.
use super::entries::read_uid;
use super::link::answer;
use super::table::{Meeting, row};
use crate::desk::{Desk, Outcome, Refusal};
use crate::municipality;
use samskab_calendar::{Reply, reply};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;
use samskab_domain::person::email_key;

#[derive(FromRow)]
struct Person {
    id: Id,
}

/// Takes the answers in a calendar; says how many were taken. One about a meeting that is not there,
/// from someone who is not invited, or too late, is passed over: mail has no page to say so on.
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
    let sql = row(m).and(
        " and (meeting.id = ? or meeting.series_id = ?)",
        [id.into(), id.into()],
    );
    let sql = sql
        .when(" and meeting.series_day = ?", reply.instead_of)
        .text(" order by meeting.starts_at limit 1");
    let mut meeting: Meeting = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    if reply.instead_of.is_some() {
        meeting.series_id = None;
    }
    answer(desk, m, &[meeting], person.id, reply.coming).await
}
