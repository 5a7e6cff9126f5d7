//! One story, for those in its circle.
use super::quote::{Quote, quotes_of};
use super::table::{Observation, select};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;

/// A story and what was let out of it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub observation: Observation,
    pub quotes: Vec<Quote>,
    /// The actor told it herself.
    pub own: bool,
}

#[derive(FromRow)]
struct Teller {
    person_id: Id,
}

/// # Errors
/// [`Refusal::Missing`] outside the circle: what may not be seen does not exist.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    let sql = select(actor).and(" and observation.id = ?", [id.into()]);
    let observation: Observation = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let teller: Option<Teller> = desk
        .db
        .first(sql!(
            "select person_id from membership where municipality_id = ? and id = ?",
            actor.municipality,
            observation.teller_id
        ))
        .await?;
    let quotes = quotes_of(desk, actor.municipality, id).await?;
    Ok(Reading {
        observation,
        quotes,
        own: teller.is_some_and(|t| t.person_id == actor.person),
    })
}
