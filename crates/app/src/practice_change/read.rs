//! One change, and those of an initiative.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{CausedOffer, caused_offers, parties_of};
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::practice_change::Outcome as CameOfIt;

/// A change with whose practice it is.
#[derive(Clone, Debug, FromRow)]
pub struct Change {
    pub id: Id,
    pub initiative_id: Id,
    pub initiative: String,
    pub area_id: Id,
    pub organisation_id: Id,
    pub organisation: String,
    pub what: String,
    pub who: String,
    pub notice: String,
    from_day: String,
    outcome: Option<String>,
    pub outcome_note: Option<String>,
    outcome_at: Option<KeptMoment>,
    created_at: KeptMoment,
}

impl Change {
    pub fn from(&self) -> Option<Day> {
        Day::parse(&self.from_day)
    }

    pub fn outcome(&self) -> Option<CameOfIt> {
        self.outcome.as_deref().and_then(CameOfIt::from_code)
    }

    pub fn outcome_at(&self) -> Option<Moment> {
        self.outcome_at.map(Moment::from)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }
}

/// A change, what came of it, and whether the reader may say so.
#[derive(Clone, Debug)]
pub struct Reading {
    pub change: Change,
    pub offers: Vec<CausedOffer>,
    pub may_write: bool,
}

fn select(municipality: Id) -> Sql {
    sql!(
        "select change.id, change.initiative_id, initiative.title as initiative, initiative.area_id, \
         change.organisation_id, organisation.name as organisation, change.what, change.who, change.notice, \
         change.from_day, change.outcome, change.outcome_note, change.outcome_at, change.created_at \
         from practice_change change \
         join initiative on initiative.municipality_id = change.municipality_id and initiative.id = change.initiative_id \
         join organisation on organisation.municipality_id = change.municipality_id \
         and organisation.id = change.organisation_id where change.municipality_id = ?",
        municipality
    )
}

/// # Errors
/// Denied to those who see no initiatives; [`Refusal::Missing`] when it is not this
/// municipality's.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    actor.may(Act::SeeInitiatives)?;
    let m = actor.municipality;
    let sql = select(m).and(" and change.id = ?", [id.into()]);
    let change: Change = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let parties = parties_of(desk, m, change.initiative_id).await?;
    let parties: Vec<Id> = parties.iter().map(|p| p.organisation_id).collect();
    let offers = caused_offers(desk, m, std::slice::from_ref(&change)).await?;
    Ok(Reading {
        may_write: actor.may_write_in_initiative(&parties).is_ok(),
        change,
        offers,
    })
}

/// The changes of an initiative, oldest first.
pub(crate) async fn changes_of(
    desk: &Desk,
    municipality: Id,
    initiative: Id,
) -> Outcome<Vec<Change>> {
    let sql = select(municipality).and(
        " and change.initiative_id = ? order by change.id",
        [initiative.into()],
    );
    Ok(desk.db.all(sql).await?)
}
