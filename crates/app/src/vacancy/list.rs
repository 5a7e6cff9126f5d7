//! The vacancies that wait, for those who can give on.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::vacancy::Reason;

/// A vacancy that waits.
#[derive(Clone, Debug, FromRow)]
pub struct Open {
    pub id: Id,
    pub person: String,
    pub organisation: String,
    reason: String,
    opened_at: KeptMoment,
    /// How many offers ask for her.
    pub offers: i64,
}

impl Open {
    pub fn reason(&self) -> Reason {
        Reason::from_code(&self.reason).unwrap_or(Reason::Reported)
    }

    pub fn opened_at(&self) -> Moment {
        *self.opened_at
    }
}

/// How many are shown at the most.
const MANY: i64 = 100;

/// Those of the actor's organisation, all of them for a facilitator; the oldest first.
///
/// # Errors
/// Denied to those who give nothing on.
pub async fn list(desk: &Desk, actor: &Actor) -> Outcome<Vec<Open>> {
    actor.may(Act::FillVacancy)?;
    let own = (actor.role != Role::Facilitator).then_some(actor.organisation);
    let sql = sql!(
        "select vacancy.id, person.name as person, organisation.name as organisation, vacancy.reason, \
         vacancy.opened_at, (select count(*) from contact where contact.municipality_id = vacancy.municipality_id \
         and contact.membership_id = vacancy.membership_id and contact.until_day is null) as offers from vacancy \
         join membership on membership.municipality_id = vacancy.municipality_id \
         and membership.id = vacancy.membership_id \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where vacancy.municipality_id = ? and vacancy.closed_at is null",
        actor.municipality
    )
    .when(" and membership.organisation_id = ?", own)
    .and(" order by vacancy.opened_at, vacancy.id limit ?", [MANY.into()]);
    Ok(desk.db.all(sql).await?)
}
