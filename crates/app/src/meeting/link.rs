//! What the link in a mail opens, without signing in: before the meeting *are you coming?*, after it
//! *did you get to say what you came for?*, and nothing else.
use super::coming::set;
use super::table::{Meeting, row};
use super::voice::{self, keep};
use crate::desk::{Desk, Outcome, Refusal};
use crate::token::{self, Purpose, Secret};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::Sector;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::meeting::voice::Said;
use samskab_domain::meeting::{Coming, State};

/// A meeting as the one who was invited by mail sees it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub meeting: Meeting,
    pub coming: Option<Coming>,
    pub said: Option<Said>,
    person: Id,
    sector: Sector,
}

#[derive(FromRow)]
struct Invitation {
    meeting_id: Id,
    person_id: Id,
    sector: String,
    coming: Option<String>,
}

/// Looking changes nothing: mail scanners look too.
///
/// # Errors
/// [`Refusal::Missing`] for a link that has run out or was never given.
pub async fn by_link(desk: &Desk, municipality: Id, secret: &Secret) -> Outcome<Opened> {
    let id = token::look(desk, municipality, secret, &[Purpose::Meeting], desk.now()).await?;
    let sql = sql!(
        "select invitation.meeting_id, membership.person_id, organisation.sector, invitation.coming \
         from meeting_invitation invitation \
         join membership on membership.municipality_id = invitation.municipality_id \
         and membership.id = invitation.membership_id and membership.until_day is null \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where invitation.municipality_id = ? and invitation.id = ?",
        municipality,
        id
    );
    let invitation: Invitation = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let sql = row(municipality).and(" and meeting.id = ?", [invitation.meeting_id.into()]);
    let meeting: Meeting = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let person = invitation.person_id;
    Ok(Opened {
        said: voice::own(desk, municipality, meeting.id, person).await?,
        coming: invitation.coming.as_deref().and_then(Coming::from_code),
        sector: Sector::from_code(&invitation.sector).unwrap_or(Sector::Voluntary),
        person,
        meeting,
    })
}

/// Says whether she comes; of a row of meetings, to all of it that is still to come.
///
/// # Errors
/// As [`by_link`]; [`Refusal::Done`] when none of it is to come.
pub async fn coming_by_link(
    desk: &Desk,
    municipality: Id,
    secret: &Secret,
    coming: Coming,
) -> Outcome<()> {
    let opened = by_link(desk, municipality, secret).await?;
    let Meeting { id, series_id, .. } = opened.meeting;
    let it_and_its_row = |planned: Sql| {
        planned.and(
            " and (id = ? or series_id = ?)",
            [id.into(), series_id.into()],
        )
    };
    answer(desk, municipality, opened.person, coming, it_and_its_row).await
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// Says for `person` whether she comes to those meetings that are to come and `which` leaves.
///
/// # Errors
/// [`Refusal::Done`] when she is invited to none of them.
pub(super) async fn answer(
    desk: &Desk,
    municipality: Id,
    person: Id,
    coming: Coming,
    which: impl FnOnce(Sql) -> Sql,
) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let planned = sql!(
        "select id from meeting where municipality_id = ? and state = ? and ends_at > ?",
        municipality,
        State::Planned.code(),
        desk.now()
    );
    let planned: Vec<Found> = tx.all(which(planned)).await?;
    let ids: Vec<Id> = planned.iter().map(|p| p.id).collect();
    if ids.is_empty() || set(&mut tx, municipality, &ids, person, coming).await? == 0 {
        return Err(Refusal::Done);
    }
    tx.commit().await?;
    Ok(())
}

/// One tap after the meeting.
///
/// # Errors
/// As [`by_link`]; [`Refusal::Done`] before it began and two weeks after.
pub async fn say_by_link(
    desk: &Desk,
    municipality: Id,
    secret: &Secret,
    said: Said,
) -> Outcome<()> {
    let opened = by_link(desk, municipality, secret).await?;
    let who = (opened.person, opened.sector);
    keep(desk, municipality, &opened.meeting, who, said).await
}
