//! How much was answered and how much changed, always over all that was raised (F9, F23): an answer rate by
//! itself says nothing.
use super::window;
use crate::desk::{Desk, Outcome, least_id};
use crate::felt;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::felt::Keys;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::need::shown;
use samskab_figures::spread::busiest_tenth;
use std::collections::BTreeSet;

/// What became of all needs raised in the window. Each figure but `raised` is a part of `raised`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Needs {
    pub raised: i64,
    /// At least one organisation has answered.
    pub answered: i64,
    /// Something was promised: *we do something*, or *let us work it out together*.
    pub promised: i64,
    /// An answerer says that it is done.
    pub done: i64,
    /// Someone does something differently, and it was followed up: after an answer, or after a small trial
    /// that one of its stories led to.
    pub changed: i64,
}

/// What became of it, and who came back to tell more.
#[derive(Clone, Debug, PartialEq)]
pub struct Became {
    /// The first day that counts, and the first that no longer does.
    pub from: Day,
    pub until: Day,
    pub needs: Needs,
    /// Done and felt, with nobody objecting.
    pub felt: i64,
    /// Someone says that it cannot be felt.
    pub objected: i64,
    /// Tellers whose story has had an answer for three months.
    pub heard: Option<i64>,
    /// Those of them who told again afterwards.
    pub returned: Option<i64>,
    /// The share that the busiest tenth of the tellers has told, in percent; none of fewer than ten.
    pub busiest_tenth: Option<i64>,
}

/// So long after an answer one may expect to hear from the teller again, in days.
const AGAIN: i64 = 90;
/// Of fewer tellers a tenth is a person.
const TELLERS_MIN: usize = 10;
/// So many needs are read for what is felt.
const NEEDS: i64 = 2_000;

/// # Errors
/// Denied to those who see no figures.
pub async fn outcome(desk: &Desk, actor: &Actor) -> Outcome<Became> {
    actor.may(Act::SeeInsight)?;
    let (from, until) = window(desk.today());
    let (needs, m) = (needs(desk, actor, from, until).await?, actor.municipality);
    let (felt, objected) = felt_by_need(desk, actor, from, until).await?;
    let tellers = tellers(desk, m, until).await?;
    let told = told(desk, m, from, until).await?;
    let tenth = busiest_tenth(&told).filter(|_| told.len() >= TELLERS_MIN);
    Ok(Became {
        from,
        until,
        needs,
        felt,
        objected,
        heard: shown(tellers.heard, false),
        returned: shown(tellers.returned, false).filter(|_| apart(&tellers)),
        busiest_tenth: tenth.map(|share| (share * 100.0).round() as i64),
    })
}

/// Few who did not return would be told by the other two figures.
fn apart(tellers: &Tellers) -> bool {
    shown(tellers.heard - tellers.returned, false).is_some()
}

async fn needs(desk: &Desk, actor: &Actor, from: Day, until: Day) -> Outcome<Needs> {
    let sql = sql!(
        "select count(*) as raised, \
         count(case when exists (select 1 from answer where answer.municipality_id = need.municipality_id \
         and answer.need_id = need.id and answer.kind is not null) then 1 end) as answered, \
         count(case when exists (select 1 from answer where answer.municipality_id = need.municipality_id \
         and answer.need_id = need.id and answer.kind in ('act', 'together')) then 1 end) as promised, \
         count(case when exists (select 1 from answer where answer.municipality_id = need.municipality_id \
         and answer.need_id = need.id and answer.done_at is not null) then 1 end) as done, \
         count(case when exists (select 1 from initiative join practice_change \
         on practice_change.municipality_id = initiative.municipality_id and practice_change.initiative_id = initiative.id \
         where initiative.municipality_id = need.municipality_id and (initiative.need_id = need.id \
         or initiative.observation_id in (select link.observation_id from need_observation link \
         where link.municipality_id = need.municipality_id and link.need_id = need.id)) \
         and practice_change.outcome in ('done', 'differently')) then 1 end) as changed \
         from need where need.municipality_id = ? and need.raised_at >= ? and need.raised_at < ?",
        actor.municipality,
        from.start(),
        until.start()
    );
    Ok(desk.db.first(sql).await?.unwrap_or_default())
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

async fn felt_by_need(desk: &Desk, actor: &Actor, from: Day, until: Day) -> Outcome<(i64, i64)> {
    let sql = sql!(
        "select need.id from need where need.municipality_id = ? and need.raised_at >= ? and need.raised_at < ? \
         and exists (select 1 from felt where felt.municipality_id = need.municipality_id and felt.need_id = need.id \
         and felt.says is not null) order by need.id desc limit ?",
        actor.municipality,
        from.start(),
        until.start(),
        NEEDS
    );
    let needs: Vec<Found> = desk.db.all(sql).await?;
    let needs: Vec<Id> = needs.into_iter().map(|n| n.id).collect();
    let felt = felt::of_needs(desk, actor, &needs, false).await?;
    let of = |keys: Keys| -> BTreeSet<Id> {
        let with = felt.iter().filter(|f| f.keys == keys);
        with.map(|f| f.need).collect()
    };
    let objected = of(Keys::Disagree);
    let closed = of(Keys::Closed).difference(&objected).count();
    Ok((closed as i64, objected.len() as i64))
}

#[derive(FromRow)]
struct Tellers {
    heard: i64,
    returned: i64,
}

/// Citizens without an account are not among them: nobody knows whether they told again.
async fn tellers(desk: &Desk, municipality: Id, until: Day) -> Outcome<Tellers> {
    let sql = sql!(
        "select count(*) as heard, count(case when heard.last_told > heard.answered_at then 1 end) as returned from (\
         select membership.person_id, min(answer.answered_at) as answered_at, \
         (select max(later.created_at) from observation later join membership again \
         on again.municipality_id = later.municipality_id and again.id = later.teller_id \
         where again.municipality_id = ? and again.person_id = membership.person_id \
         and later.state = 'kept' and later.id < ?) as last_told \
         from answer join need_observation link on link.municipality_id = answer.municipality_id \
         and link.need_id = answer.need_id \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id and observation.state = 'kept' \
         join membership on membership.municipality_id = observation.municipality_id \
         and membership.id = observation.teller_id \
         where answer.municipality_id = ? and answer.answered_at < ? \
         group by membership.person_id) heard",
        municipality,
        least_id(until.start()),
        municipality,
        until.start().plus(-AGAIN * Moment::DAY)
    );
    let none = Tellers {
        heard: 0,
        returned: 0,
    };
    Ok(desk.db.first(sql).await?.unwrap_or(none))
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// How much each teller has told in the window; nothing says who.
async fn told(desk: &Desk, municipality: Id, from: Day, until: Day) -> Outcome<Vec<u64>> {
    let sql = sql!(
        "select count(*) as count from observation join membership \
         on membership.municipality_id = observation.municipality_id and membership.id = observation.teller_id \
         where observation.municipality_id = ? and observation.state = 'kept' \
         and observation.id >= ? and observation.id < ? group by membership.person_id",
        municipality,
        least_id(from.start()),
        least_id(until.start())
    );
    let counts: Vec<Count> = desk.db.all(sql).await?;
    Ok(counts.into_iter().map(|c| c.count.unsigned_abs()).collect())
}
