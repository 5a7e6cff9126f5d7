//! What others try in the small with the actor's organisation, and nobody of it has said a word in yet.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;

/// A small trial one's organisation has been brought into: it begins at once, and its practitioners say yes or
/// no thanks.
#[derive(Clone, Debug, FromRow)]
pub struct BroughtIn {
    pub id: Id,
    pub title: String,
    /// Who began it.
    pub organisation: String,
}

/// The newest first, in the actor's areas. To anything larger an organisation is invited.
///
/// # Errors
/// What the database answers.
pub async fn brought_in(desk: &Desk, actor: &Actor, few: i64) -> Outcome<Vec<BroughtIn>> {
    let sql = sql!(
        "select initiative.id, initiative.title, organisation.name as organisation from initiative \
         join membership on membership.municipality_id = initiative.municipality_id and membership.id = initiative.created_by \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where initiative.municipality_id = ? and initiative.state <> 'ended' and initiative.paused_at is null and initiative.lane = ? \
         and exists (select 1 from initiative_party party where party.municipality_id = initiative.municipality_id \
         and party.initiative_id = initiative.id and party.organisation_id = ? and party.left_at is null) \
         and not exists (select 1 from initiative_party party where party.municipality_id = initiative.municipality_id \
         and party.initiative_id = initiative.id and party.organisation_id = ? and party.membership_id is not null)",
        actor.municipality,
        true,
        actor.organisation,
        actor.organisation
    );
    let sql = match actor.areas.is_empty() {
        true => sql,
        false => sql
            .text(" and initiative.area_id in ")
            .list(actor.areas.iter().copied()),
    };
    let sql = sql.and(" order by initiative.id desc limit ?", [few.into()]);
    Ok(desk.db.all(sql).await?)
}
