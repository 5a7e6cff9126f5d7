//! What stands behind a need: in words for all, in numbers for its parties.
use crate::desk::{Desk, Outcome};
use crate::observation;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Actor, Sector, Sight};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::need::Support;
use samskab_domain::need::evidence::{Gathered, Told};
use samskab_domain::observation::Source;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Default, FromRow)]
pub(crate) struct Counts {
    pub(crate) need_id: Id,
    observations: i64,
    observers: i64,
    organisations: i64,
    sectors: i64,
    places: i64,
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
/// Counter-cases and near copies carry nothing; a story that is held counts nowhere.
pub(crate) async fn counts(desk: &Desk, municipality: Id, needs: &[Id]) -> Outcome<Vec<Counts>> {
    let sql = sql!(
        "select link.need_id, \
         count(case when not link.counter and link.echo_of is null then observation.id end) as observations, \
         count(distinct case when not link.counter and link.echo_of is null then coalesce(membership.person_id, observation.id) end) as observers, \
         count(distinct case when not link.counter and link.echo_of is null then observation.organisation_id end) as organisations, \
         count(distinct case when not link.counter and link.echo_of is null then organisation.sector end) as sectors, \
         count(distinct case when not link.counter and link.echo_of is null then observation.place end) as places \
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

/// The stories a need has gathered, as they are counted: a few rows, however many they are. Each count goes through all
/// of them, so they are made side by side.
pub(super) async fn gathered(desk: &Desk, municipality: Id, need: Id) -> Outcome<Gathered> {
    let of = (municipality, need);
    let (told, places, (observers, in_several), months) = tokio::try_join!(
        told(desk, of),
        places(desk, of),
        observers(desk, of),
        months(desk, of)
    )?;
    Ok(Gathered {
        told,
        places,
        observers,
        in_several,
        months,
    })
}

#[derive(FromRow)]
struct Row {
    stories: i64,
    organisation_id: Option<Id>,
    source: String,
    counter: bool,
    echo: bool,
}

async fn told(desk: &Desk, (municipality, need): (Id, Id)) -> Outcome<Vec<Told>> {
    let sql = sql!(
        "select count(*) as stories, organisation_id, source, counter, echo_of is not null as echo \
         from need_observation where municipality_id = ? and need_id = ? \
         group by organisation_id, source, counter, echo_of is not null",
        municipality,
        need
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let tellers: BTreeSet<Id> = rows.iter().filter_map(|r| r.organisation_id).collect();
    let sectors = sectors(desk, municipality, tellers).await?;
    let told = |row: Row| Told {
        stories: row.stories,
        organisation: row.organisation_id,
        sector: row.organisation_id.and_then(|id| sectors.get(&id).copied()),
        source: Source::from_code(&row.source).unwrap_or(Source::Impression),
        counter: row.counter,
        echo: row.echo,
    };
    Ok(rows.into_iter().map(told).collect())
}

#[derive(FromRow)]
struct Side {
    id: Id,
    sector: String,
}

/// The sector of each of these organisations.
async fn sectors(
    desk: &Desk,
    municipality: Id,
    organisations: BTreeSet<Id>,
) -> Outcome<BTreeMap<Id, Sector>> {
    if organisations.is_empty() {
        return Ok(BTreeMap::new());
    }
    let sql = sql!(
        "select id, sector from organisation where municipality_id = ? and id in ",
        municipality
    );
    let sides: Vec<Side> = desk.db.all(sql.list(organisations)).await?;
    let known = |side: Side| Some((side.id, Sector::from_code(&side.sector)?));
    Ok(sides.into_iter().filter_map(known).collect())
}

#[derive(FromRow)]
struct ToldOf {
    place: String,
    organisation_id: Option<Id>,
}

async fn places(desk: &Desk, (municipality, need): (Id, Id)) -> Outcome<Vec<(String, Option<Id>)>> {
    let sql = sql!(
        "select distinct place, organisation_id from need_observation where municipality_id = ? and need_id = ? \
         and counter = ? and echo_of is null and place is not null",
        municipality,
        need,
        false
    );
    let found: Vec<ToldOf> = desk.db.all(sql).await?;
    let pair = |of: ToldOf| (of.place, of.organisation_id);
    Ok(found.into_iter().map(pair).collect())
}

#[derive(FromRow)]
struct Tellers {
    organisation_id: Id,
    people: i64,
    /// Where it is one person who tells in other organisations as well.
    observer_id: Option<Id>,
}

/// How many people tell in each organisation; and who tells in several, with each of them.
async fn observers(
    desk: &Desk,
    (municipality, need): (Id, Id),
) -> Outcome<(Vec<(Id, i64)>, Vec<(Id, Id)>)> {
    let sql = sql!(
        "with teller as (select distinct observer_id, organisation_id from need_observation \
         where municipality_id = ? and need_id = ? and counter = ? and echo_of is null \
         and observer_id is not null and organisation_id is not null) \
         select organisation_id, count(*) as people, null as observer_id from teller group by organisation_id \
         union all select organisation_id, 1, observer_id from teller where observer_id in \
         (select observer_id from teller group by observer_id having count(*) > 1)",
        municipality,
        need,
        false
    );
    let found: Vec<Tellers> = desk.db.all(sql).await?;
    let (mut observers, mut in_several) = (Vec::new(), Vec::new());
    for row in found {
        match row.observer_id {
            Some(observer) => in_several.push((observer, row.organisation_id)),
            None => observers.push((row.organisation_id, row.people)),
        }
    }
    Ok((observers, in_several))
}

/// In how many months those stories were told that carry a need.
async fn months(desk: &Desk, (municipality, need): (Id, Id)) -> Outcome<i64> {
    let sql = sql!(
        "select count(distinct month) as count from need_observation where municipality_id = ? and need_id = ? \
         and counter = ? and echo_of is null",
        municipality,
        need,
        false
    );
    let found: Option<Counted> = desk.db.first(sql).await?;
    Ok(found.map_or(0, |months| months.count))
}

#[derive(FromRow)]
struct Counted {
    count: i64,
}

/// Whether `actor` may read every story a need has gathered: then no number tells her more. The first she may
/// not read settles it.
pub(super) async fn all_readable(desk: &Desk, actor: &Actor, need: Id) -> Outcome<bool> {
    if actor.sight_of_stories() == Sight::Areas && actor.areas.is_empty() {
        return Ok(true);
    }
    let sql = sql!(
        "select count(*) as count from (select 1 from need_observation link where link.municipality_id = ? \
         and link.need_id = ? and not exists (select 1 from observation \
         where observation.municipality_id = link.municipality_id and observation.id = link.observation_id",
        actor.municipality,
        need
    );
    let sql = observation::within_sight(sql, actor).text(") limit 1) hidden");
    let found: Option<Counted> = desk.db.first(sql).await?;
    Ok(found.is_some_and(|hidden| hidden.count == 0))
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
