//! Whoever holds a membership, for what is done for her while she is not signed in.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::kernel::{Coded, Id};

#[derive(FromRow)]
struct Running {
    person_id: Id,
    organisation_id: Id,
    sector: String,
    role: String,
}

#[derive(FromRow)]
struct InArea {
    area_id: Id,
}

/// As she may act today.
///
/// # Errors
/// [`Refusal::Missing`] when the membership does not run today, she has left or her organisation is closed.
pub(crate) async fn acting(desk: &Desk, municipality: Id, membership: Id) -> Outcome<Actor> {
    let today = desk.today();
    let sql = sql!(
        "select membership.person_id, membership.organisation_id, organisation.sector, membership.role \
         from membership join person on person.municipality_id = membership.municipality_id \
         and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where membership.municipality_id = ? and membership.id = ? and person.left_at is null \
         and organisation.closed_at is null and membership.from_day <= ? \
         and (membership.until_day is null or membership.until_day > ?)",
        municipality,
        membership,
        today,
        today
    );
    let running: Running = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    Ok(Actor {
        municipality,
        person: running.person_id,
        membership,
        organisation: running.organisation_id,
        sector: Sector::from_code(&running.sector).ok_or(Refusal::Missing)?,
        role: Role::from_code(&running.role).ok_or(Refusal::Missing)?,
        areas: areas_of(desk, municipality, membership).await?,
    })
}

/// The areas a membership is for; none where it is for all.
///
/// # Errors
/// What the database answers.
pub(crate) async fn areas_of(desk: &Desk, municipality: Id, membership: Id) -> Outcome<Vec<Id>> {
    let areas: Vec<InArea> = desk
        .db
        .all(sql!(
            "select area_id from membership_area where municipality_id = ? and membership_id = ?",
            municipality,
            membership
        ))
        .await?;
    Ok(areas.into_iter().map(|a| a.area_id).collect())
}
