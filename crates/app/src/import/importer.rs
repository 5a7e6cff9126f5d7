//! Whom an import at the shell acts as.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::{Act, Actor, Role, Sector};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::person::email_key;

#[derive(FromRow)]
struct Running {
    id: Id,
    person_id: Id,
    organisation_id: Id,
    sector: String,
    role: String,
}

#[derive(FromRow)]
struct InArea {
    area_id: Id,
}

/// The oldest membership that runs today and may import, of the person with this address.
///
/// # Errors
/// [`Refusal::Missing`] when there is none.
pub async fn importer(desk: &Desk, municipality: Id, email: &str) -> Outcome<Actor> {
    acting(
        desk,
        municipality,
        " and person.email_key = ?",
        email_key(email).into(),
    )
    .await
}

/// Whoever holds this membership, if it runs today and may import.
///
/// # Errors
/// [`Refusal::Missing`] when it does not.
pub(super) async fn holder(desk: &Desk, municipality: Id, membership: Id) -> Outcome<Actor> {
    acting(
        desk,
        municipality,
        " and membership.id = ?",
        membership.into(),
    )
    .await
}

async fn acting(
    desk: &Desk,
    municipality: Id,
    which: &'static str,
    value: Value,
) -> Outcome<Actor> {
    let today = desk.today();
    let roles = Act::Import.roles().iter().map(|role| role.code());
    let sql = sql!(
        "select membership.id, membership.person_id, membership.organisation_id, organisation.sector, \
         membership.role from membership \
         join person on person.municipality_id = membership.municipality_id \
         and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where membership.municipality_id = ? and person.left_at is null \
         and organisation.closed_at is null and membership.from_day <= ? \
         and (membership.until_day is null or membership.until_day > ?) and membership.role in ",
        municipality,
        today,
        today
    )
    .list(roles)
    .and(which, [value])
    .text(" order by membership.id limit 1");
    let running: Running = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let areas: Vec<InArea> = desk
        .db
        .all(sql!(
            "select area_id from membership_area where municipality_id = ? and membership_id = ?",
            municipality,
            running.id
        ))
        .await?;
    Ok(Actor {
        municipality,
        person: running.person_id,
        membership: running.id,
        organisation: running.organisation_id,
        sector: Sector::from_code(&running.sector).ok_or(Refusal::Missing)?,
        role: Role::from_code(&running.role).ok_or(Refusal::Missing)?,
        areas: areas.into_iter().map(|a| a.area_id).collect(),
    })
}
