//! Those who can be the contact of an offer.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::Id;

#[derive(FromRow)]
struct Member {
    id: Id,
    name: String,
    organisation: String,
}

/// How many a list to choose from holds at the most.
const MANY: i64 = 500;

/// Members of the keeper's own organisation; of any, for a facilitator. By membership.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn people(desk: &Desk, actor: &Actor) -> Outcome<Vec<(Id, String)>> {
    actor.may(Act::KeepOffers)?;
    let own = (actor.role != Role::Facilitator).then_some(actor.organisation);
    let sql = sql!(
        "select membership.id, person.name, organisation.name as organisation from membership \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where person.left_at is null and membership.until_day is null and membership.municipality_id = ?",
        actor.municipality
    )
    .when(" and membership.organisation_id = ?", own)
    .and(
        " order by person.sort_key, membership.id limit ?",
        [MANY.into()],
    );
    let members: Vec<Member> = desk.db.all(sql).await?;
    let named = members.into_iter();
    Ok(named
        .map(|m| (m.id, format!("{}, {}", m.name, m.organisation)))
        .collect())
}
