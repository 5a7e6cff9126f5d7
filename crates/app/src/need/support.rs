//! What stands behind a need: in words for all, in numbers for its parties.
use crate::desk::{Desk, Outcome};
use crate::observation;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use samskab_domain::need::{Support, shown};

/// The numbers behind a need; none where a number could point to a teller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    pub observations: Option<i64>,
    pub observers: Option<i64>,
    pub organisations: Option<i64>,
    /// How many sides tell it; two at the most, so it points to nobody.
    pub sectors: i64,
    pub places: Option<i64>,
    /// Those for whom it is otherwise, counted apart.
    pub counter: Option<i64>,
}

impl Profile {
    /// Small numbers only where `open`: the reader may read every story they count.
    pub(super) fn of(counts: &Counts, open: bool) -> Self {
        Self {
            observations: shown(counts.observations, open),
            observers: shown(counts.observers, open),
            organisations: shown(counts.organisations, open),
            sectors: counts.sectors,
            places: shown(counts.places, open),
            counter: shown(counts.counter, open),
        }
    }
}

#[derive(Clone, Debug, Default, FromRow)]
pub(crate) struct Counts {
    pub(crate) need_id: Id,
    observations: i64,
    observers: i64,
    organisations: i64,
    sectors: i64,
    places: i64,
    counter: i64,
}

impl Counts {
    pub(crate) fn support(&self) -> Support {
        Support {
            observations: self.observations,
            observers: self.observers,
            organisations: self.organisations,
            sectors: self.sectors,
            places: self.places,
        }
    }
}

/// What stands behind each of `needs`; a need without any observation is not among them.
/// Counter-cases carry nothing and are counted apart; a story that is held counts nowhere.
pub(crate) async fn counts(desk: &Desk, municipality: Id, needs: &[Id]) -> Outcome<Vec<Counts>> {
    let sql = sql!(
        "select link.need_id, \
         count(case when not link.counter then observation.id end) as observations, \
         count(distinct case when not link.counter then coalesce(membership.person_id, observation.id) end) as observers, \
         count(distinct case when not link.counter then observation.organisation_id end) as organisations, \
         count(distinct case when not link.counter then organisation.sector end) as sectors, \
         count(distinct case when not link.counter then observation.place end) as places, \
         count(case when link.counter then observation.id end) as counter \
         from need_observation link \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id \
         left join membership on membership.municipality_id = observation.municipality_id \
         and membership.id = observation.teller_id \
         left join organisation on organisation.municipality_id = observation.municipality_id \
         and organisation.id = observation.organisation_id \
         where observation.state = 'kept' and link.municipality_id = ? and link.need_id in ",
        municipality
    )
    .list(needs.iter().copied())
    .text(" group by link.need_id");
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Counted {
    count: i64,
}

/// Whether `actor` may read every story that is counted here: then no number tells her more.
pub(super) async fn all_readable(desk: &Desk, actor: &Actor, behind: &Counts) -> Outcome<bool> {
    let sql = sql!(
        "select count(*) as count from need_observation link \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id where observation.state = 'kept' \
         and link.municipality_id = ? and link.need_id = ?",
        actor.municipality,
        behind.need_id
    );
    let found: Option<Counted> = desk.db.first(observation::within_sight(sql, actor)).await?;
    let readable = found.map_or(0, |readable| readable.count);
    Ok(readable >= behind.observations + behind.counter)
}

/// Whether at least one observation carries the need.
pub(super) async fn carried(tx: &mut Tx, actor: &Actor, need: Id) -> Outcome<bool> {
    let found: Option<Counted> = tx
        .first(sql!(
            "select count(*) as count from need_observation link \
             join observation on observation.municipality_id = link.municipality_id \
             and observation.id = link.observation_id where observation.state = 'kept' \
             and link.municipality_id = ? and link.need_id = ? and link.counter = ?",
            actor.municipality,
            need,
            false
        ))
        .await?;
    Ok(found.is_some_and(|carrying| carrying.count > 0))
}
