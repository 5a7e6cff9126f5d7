//! Who else could be invited: someone who stands in it herself (F8).
use super::table::{Meeting, find};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::kernel::{Coded, Id};

/// Someone who could be invited.
#[derive(Clone, Debug, FromRow)]
pub struct Candidate {
    pub membership_id: Id,
    pub(super) person_id: Id,
    pub name: String,
    pub organisation: String,
    sector: String,
    role: String,
}

impl Candidate {
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn role(&self) -> Option<Role> {
        Role::from_code(&self.role)
    }
}

/// How many are offered.
const SHOWN: i64 = 200;

/// The members of the actor's own organisation and of the parties, and for a facilitator those of
/// every organisation, who are not invited yet. Those at the front come first.
///
/// # Errors
/// [`crate::Refusal::Missing`] for a meeting out of sight.
pub async fn candidates(desk: &Desk, actor: &Actor, meeting: Id) -> Outcome<Vec<Candidate>> {
    let meeting = find(desk, actor, meeting).await?;
    Ok(desk.db.all(select(desk, actor, &meeting)).await?)
}

pub(super) async fn of_meeting(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    meeting: &Meeting,
) -> Outcome<Vec<Candidate>> {
    Ok(tx.all(select(desk, actor, meeting)).await?)
}

fn select(desk: &Desk, actor: &Actor, meeting: &Meeting) -> Sql {
    let all = sql!(
        "select membership.id as membership_id, membership.person_id, person.name, organisation.name as organisation, \
         organisation.sector, membership.role from membership \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         and person.left_at is null \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id and organisation.closed_at is null \
         where membership.municipality_id = ? and membership.role in ('frontline', 'coordinator', 'leader', 'facilitator') \
         and membership.from_day <= ? and (membership.until_day is null or membership.until_day > ?) \
         and not exists (select 1 from meeting_invitation \
         join membership theirs on theirs.municipality_id = meeting_invitation.municipality_id \
         and theirs.id = meeting_invitation.membership_id and theirs.until_day is null \
         where meeting_invitation.municipality_id = membership.municipality_id \
         and meeting_invitation.meeting_id = ? and theirs.person_id = membership.person_id)",
        actor.municipality,
        desk.today(),
        desk.today(),
        meeting.id
    );
    let within = match actor.role {
        Role::Facilitator => all,
        _ => all.and(
            " and (membership.organisation_id = ? or membership.organisation_id in (select organisation_id \
             from initiative_party where municipality_id = ? and initiative_id = ? and left_at is null))",
            [
                actor.organisation.into(),
                actor.municipality.into(),
                meeting.initiative_id.into(),
            ],
        ),
    };
    within.and(
        " order by case when membership.role = 'frontline' then 0 else 1 end, organisation.sort_key, \
         person.sort_key, membership.id limit ?",
        [SHOWN.into()],
    )
}
