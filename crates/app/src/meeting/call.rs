//! Someone calls a meeting: of an initiative, or of an area.
use super::invite::{asked_of, send};
use super::table::{NewRow, insert};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{considered, parties_of, standing};
use crate::journal;
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::initiative::State;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::meeting::{Draft, Meeting, When};

/// What a meeting is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Initiative(Id),
    Area(Id),
}

#[derive(FromRow)]
struct Found {
    area_id: Id,
}

/// Those invited are the people of the initiative's parties, or the members of the area; they get a
/// mail each. A meeting that comes again is one row of meetings, invited to at once.
///
/// # Errors
/// [`Refusal::Missing`] for what is not this municipality's; denied to those who may not call it;
/// [`Refusal::Done`] when the initiative has ended; remarks for each field.
pub async fn call(
    desk: &Desk,
    actor: &Actor,
    of: Of,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::CallMeeting)?;
    let mut tx = desk.db.write().await?;
    let (area, initiative) = place(&mut tx, actor, of).await?;
    let meeting = considered(draft.consider(desk.today()), &draft.texts(), draft.harmless)?;
    let now = desk.now();
    let series = meeting.repeats.map(|_| desk.id());
    let days = match meeting.repeats {
        Some((repeats, times)) => repeats.days(meeting.when.day, times),
        None => vec![meeting.when.day],
    };
    let times: Vec<(Id, When)> = days
        .into_iter()
        .map(|day| (desk.id(), meeting.when.on(day)))
        .collect();
    let first = times.first().ok_or(Refusal::Missing)?.0;
    if let (Some(series), Some((repeats, times))) = (series, meeting.repeats) {
        tx.run(insert_series(
            actor,
            series,
            (repeats.code(), times),
            &meeting,
            desk,
        ))
        .await?;
    }
    let rows = times.iter().map(|&(id, when)| NewRow {
        id,
        area,
        initiative,
        series,
        when,
        meeting: &meeting,
        language,
        now,
    });
    tx.run(insert(actor, rows)).await?;
    let asked = asked_of(&mut tx, desk, actor, of).await?;
    let meetings: Vec<Id> = times.iter().map(|(id, _)| *id).collect();
    send(&mut tx, desk, actor.municipality, &meetings, &asked).await?;
    let related: Vec<Id> = initiative.into_iter().chain([area]).collect();
    let verb = journal::Verb::MeetingCalled;
    journal::write(&mut tx, actor, verb, first, &related, now).await?;
    tx.commit().await?;
    Ok(first)
}

/// Where it belongs, when the actor may call it there.
async fn place(tx: &mut Tx, actor: &Actor, of: Of) -> Outcome<(Id, Option<Id>)> {
    let m = actor.municipality;
    match of {
        Of::Area(area) => {
            let sql = sql!(
                "select id as area_id from area where municipality_id = ? and id = ? and closed_at is null",
                m,
                area
            );
            let found: Found = tx.first(sql).await?.ok_or(Refusal::Missing)?;
            actor.may_call_meeting(found.area_id, None)?;
            Ok((found.area_id, None))
        }
        Of::Initiative(id) => {
            let sql = sql!(
                "select area_id from initiative where municipality_id = ? and id = ?",
                m,
                id
            );
            let found: Found = tx.first(sql).await?.ok_or(Refusal::Missing)?;
            let standing = standing(tx, actor, id).await?;
            actor.may_call_meeting(found.area_id, Some(&standing.parties))?;
            match standing.state {
                State::Ended => Err(Refusal::Done),
                State::Problem | State::Trial | State::Practice => Ok((found.area_id, Some(id))),
            }
        }
    }
}

/// Whether the actor may call a meeting of an initiative she sees.
///
/// # Errors
/// What the database answers.
pub async fn may_call(desk: &Desk, actor: &Actor, initiative: Id, area: Id) -> Outcome<bool> {
    let parties = parties_of(desk, actor.municipality, initiative).await?;
    let parties: Vec<Id> = parties.iter().map(|p| p.organisation_id).collect();
    Ok(actor.may_call_meeting(area, Some(&parties)).is_ok())
}

fn insert_series(
    actor: &Actor,
    id: Id,
    (repeats, times): (&'static str, u8),
    meeting: &Meeting,
    desk: &Desk,
) -> Sql {
    let hours = meeting.when.hours;
    sql!(
        "insert into meeting_series (municipality_id, id, repeats, first_day, times, from_time, until_time, title, \
         place, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        repeats,
        meeting.when.day,
        i64::from(times),
        hours.map(|(from, _)| from.to_string()),
        hours.map(|(_, until)| until.to_string()),
        meeting.title.as_str(),
        meeting.place.as_str(),
        desk.now()
    )
}
