//! One meeting with all that belongs to it.
use super::agenda::{self, Item};
use super::loops::loop_of;
use super::minutes::{self, Line};
use super::table::{May, Meeting, find, may, select};
use super::voice::{self, BySector};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Role, Sector};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::meeting::closing::Loop;
use samskab_domain::meeting::voice::Said;
use samskab_domain::meeting::{Coming, State};

/// A meeting as someone in it reads it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub meeting: Meeting,
    /// Nobody once a meeting to build relations is closed.
    pub invited: Vec<Invited>,
    pub agenda: Vec<Item>,
    pub lines: Vec<Line>,
    pub changes: Vec<Agreed>,
    /// The others of its row.
    pub row: Vec<Meeting>,
    /// The reader is invited, and what she says to it.
    pub own: Option<Option<Coming>>,
    pub may: May,
    /// What she tapped after it.
    pub said: Option<Said>,
    pub voices: BySector,
    /// The practice meetings it is in a row with, where no change came of any.
    pub in_a_loop: Option<Loop>,
}

/// Someone invited.
#[derive(Clone, Debug, FromRow)]
pub struct Invited {
    person_id: Id,
    pub name: String,
    pub organisation: String,
    sector: String,
    role: String,
    coming: Option<String>,
}

impl Invited {
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    /// Stands in the work herself.
    pub fn practitioner(&self) -> bool {
        self.role == Role::Frontline.code()
    }

    pub fn coming(&self) -> Option<Coming> {
        Coming::from_code(self.coming.as_deref()?)
    }
}

/// A change that was agreed at it.
#[derive(Clone, Debug, FromRow)]
pub struct Agreed {
    pub id: Id,
    pub what: String,
    pub who: String,
    pub organisation: String,
}

/// # Errors
/// [`crate::Refusal::Missing`] for one out of sight.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    actor.may(Act::SeeMeetings)?;
    let m = actor.municipality;
    let meeting = find(desk, actor, id).await?;
    let invited = invited(desk, m, id).await?;
    let own = invited.iter().find(|i| i.person_id == actor.person);
    let own = own.map(Invited::coming);
    let forgotten = !meeting.purpose().keeps_minutes() && meeting.state() == State::Closed;
    Ok(Reading {
        agenda: agenda::of_meeting(desk, m, id).await?,
        lines: minutes::of_meeting(desk, m, id).await?,
        changes: agreed(desk, m, id).await?,
        row: others_of_row(desk, actor, &meeting).await?,
        own,
        may: may(desk, actor, &meeting).await?,
        said: voice::own(desk, m, id, actor.person).await?,
        voices: voice::by_sector(desk, m, id).await?,
        in_a_loop: match meeting.purpose().asks_for_change() {
            true => loop_of(desk, m, meeting.area_id, meeting.initiative_id).await?,
            false => None,
        },
        invited: if forgotten { vec![] } else { invited },
        meeting,
    })
}

/// Everyone invited who is still there, those who come first.
async fn invited(desk: &Desk, municipality: Id, meeting: Id) -> Outcome<Vec<Invited>> {
    let sql = sql!(
        "select membership.person_id, person.name, organisation.name as organisation, organisation.sector, \
         membership.role, invitation.coming from meeting_invitation invitation \
         join membership on membership.municipality_id = invitation.municipality_id \
         and membership.id = invitation.membership_id and membership.until_day is null \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where invitation.municipality_id = ? and invitation.meeting_id = ? \
         order by case invitation.coming when 'yes' then 0 when 'maybe' then 1 when 'no' then 3 else 2 end, \
         organisation.sort_key, person.sort_key, membership.id",
        municipality,
        meeting
    );
    Ok(desk.db.all(sql).await?)
}

pub(super) async fn agreed(desk: &Desk, municipality: Id, meeting: Id) -> Outcome<Vec<Agreed>> {
    let sql = sql!(
        "select change.id, change.what, change.who, organisation.name as organisation from practice_change change \
         join organisation on organisation.municipality_id = change.municipality_id \
         and organisation.id = change.organisation_id \
         where change.municipality_id = ? and change.meeting_id = ? order by change.id",
        municipality,
        meeting
    );
    Ok(desk.db.all(sql).await?)
}

async fn others_of_row(desk: &Desk, actor: &Actor, meeting: &Meeting) -> Outcome<Vec<Meeting>> {
    let Some(series) = meeting.series_id else {
        return Ok(vec![]);
    };
    let sql = select(actor).and(
        " and meeting.series_id = ? and meeting.id <> ? order by meeting.starts_at",
        [series.into(), meeting.id.into()],
    );
    Ok(desk.db.all(sql).await?)
}
