//! Initiatives, newest first.
use super::table::{Initiative, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::initiative::State;
use samskab_domain::kernel::{Coded, Id};

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub area: Option<Id>,
    pub state: Option<State>,
    /// Where the page begins.
    pub before: Option<Id>,
}

/// An initiative and who is in it.
#[derive(Clone, Debug)]
pub struct ListItem {
    pub initiative: Initiative,
    pub parties: Vec<PartyName>,
}

/// An organisation that is in it.
#[derive(Clone, Debug, FromRow)]
pub struct PartyName {
    initiative_id: Id,
    pub organisation_id: Id,
    pub organisation: String,
    sector: String,
}

impl PartyName {
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }
}

/// # Errors
/// Denied to those who see none.
pub async fn list(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<ListItem>> {
    actor.may(Act::SeeInitiatives)?;
    let limit = Page::<Initiative>::LIMIT;
    let sql = select(actor.municipality)
        .when(" and initiative.area_id = ?", wish.area)
        .when(" and initiative.state = ?", wish.state.map(Coded::code))
        .when(" and initiative.id < ?", wish.before)
        .and(" order by initiative.id desc limit ?", [limit.into()]);
    let rows: Vec<Initiative> = desk.db.all(sql).await?;
    let page = Page::of(rows, |i: &Initiative| i.id.to_string());
    let names = names(desk, actor.municipality, &page.items).await?;
    Ok(page.map(|initiative| ListItem {
        parties: names
            .iter()
            .filter(|p| p.initiative_id == initiative.id)
            .cloned()
            .collect(),
        initiative,
    }))
}

async fn names(
    desk: &Desk,
    municipality: Id,
    initiatives: &[Initiative],
) -> Outcome<Vec<PartyName>> {
    let sql = sql!(
        "select distinct party.initiative_id, party.organisation_id, organisation.name as organisation, organisation.sector, \
         organisation.sort_key from initiative_party party \
         join organisation on organisation.municipality_id = party.municipality_id \
         and organisation.id = party.organisation_id \
         where party.left_at is null and party.municipality_id = ? and party.initiative_id in ",
        municipality
    )
    .list(initiatives.iter().map(|i| i.id))
    .text(" order by organisation.sort_key");
    Ok(desk.db.all(sql).await?)
}
