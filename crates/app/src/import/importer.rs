//! Whom an import at the shell acts as.
use crate::desk::{Desk, Outcome, Refusal};
use crate::person::acting;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::person::email_key;

#[derive(FromRow)]
struct Running {
    id: Id,
}

/// The oldest membership that runs today and may import, of the person with this address.
///
/// # Errors
/// [`Refusal::Missing`] when there is none.
pub async fn importer(desk: &Desk, municipality: Id, email: &str) -> Outcome<Actor> {
    let today = desk.today();
    let roles = Act::Import.roles().iter().map(|role| role.code());
    let sql = sql!(
        "select membership.id from membership \
         join person on person.municipality_id = membership.municipality_id \
         and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where membership.municipality_id = ? and person.email_key = ? and person.left_at is null \
         and organisation.closed_at is null and membership.from_day <= ? \
         and (membership.until_day is null or membership.until_day > ?) and membership.role in ",
        municipality,
        email_key(email),
        today,
        today
    )
    .list(roles)
    .text(" order by membership.id limit 1");
    let running: Running = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    holder(desk, municipality, running.id).await
}

/// Whoever holds this membership, if it runs today and may import.
///
/// # Errors
/// [`Refusal::Missing`] when it does not.
pub(super) async fn holder(desk: &Desk, municipality: Id, membership: Id) -> Outcome<Actor> {
    let actor = acting(desk, municipality, membership).await?;
    match actor.may(Act::Import) {
        Ok(()) => Ok(actor),
        Err(_) => Err(Refusal::Missing),
    }
}
