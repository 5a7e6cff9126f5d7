//! Duties that nobody holds: offers that ask for nobody, organisations where nobody can answer.
use crate::desk::{Desk, Outcome};
use crate::upkeep::AND_ORPHANED;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::Id;

/// Duties nobody holds.
#[derive(Clone, Debug, Default)]
pub struct Unheld {
    /// Published offers that name a role, or not even that, with nobody in it and no stand-in.
    pub offers: Vec<UnheldOffer>,
    /// Organisations with offers or questions, and nobody who may keep or answer them. Empty but
    /// for facilitators: whoever is there is not in one.
    pub organisations: Vec<UnheldOrganisation>,
}

/// An offer that asks for nobody.
#[derive(Clone, Debug, FromRow)]
pub struct UnheldOffer {
    pub id: Id,
    pub name: String,
    /// How many there are in all.
    pub total: i64,
}

/// An organisation where nobody can answer.
#[derive(Clone, Debug, FromRow)]
pub struct UnheldOrganisation {
    pub id: Id,
    pub name: String,
    pub offers: i64,
    pub questions: i64,
}

/// How many of each are named.
const MANY: i64 = 50;

/// # Errors
/// Denied to those who give nothing on.
pub async fn unheld(desk: &Desk, actor: &Actor) -> Outcome<Unheld> {
    actor.may(Act::FillVacancy)?;
    let everywhere = actor.role == Role::Facilitator;
    let own = (!everywhere).then_some(actor.organisation);
    let offers = sql!(
        "select offer.id, offer.name, count(*) over () as total from offer \
         where offer.municipality_id = ? and offer.state = 'published'",
        actor.municipality
    )
    .text(AND_ORPHANED)
    .when(
        " and exists (select 1 from offer_bearer own where own.municipality_id = offer.municipality_id \
         and own.offer_id = offer.id and own.organisation_id = ?)",
        own,
    )
    .and(" order by offer.sort_key, offer.id limit ?", [MANY.into()]);
    let organisations = match everywhere {
        true => organisations(desk, actor.municipality).await?,
        false => vec![],
    };
    Ok(Unheld {
        offers: desk.db.all(offers).await?,
        organisations,
    })
}

async fn organisations(desk: &Desk, m: Id) -> Outcome<Vec<UnheldOrganisation>> {
    let sql = sql!(
        "select id, name, offers, questions from (select organisation.id, organisation.name, organisation.sort_key, \
         (select count(*) from offer_bearer bearer join offer on offer.municipality_id = bearer.municipality_id \
         and offer.id = bearer.offer_id and offer.state = 'published' \
         where bearer.municipality_id = organisation.municipality_id \
         and bearer.organisation_id = organisation.id) as offers, \
         (select count(*) from answer where answer.municipality_id = organisation.municipality_id \
         and answer.organisation_id = organisation.id and answer.kind is null) as questions from organisation \
         where organisation.municipality_id = ? and organisation.closed_at is null \
         and not exists (select 1 from membership where membership.municipality_id = organisation.municipality_id \
         and membership.organisation_id = organisation.id and membership.until_day is null \
         and membership.role in ('coordinator', 'leader', 'facilitator'))) vacant \
         where offers + questions > 0 order by sort_key, id limit ?",
        m,
        MANY
    );
    Ok(desk.db.all(sql).await?)
}
