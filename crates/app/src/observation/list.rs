//! One's own stories, and those of one's circle; newest first.
use super::table::{Observation, Place, TOLD_BY, places, select_any};
use crate::desk::{Desk, Outcome, least_id};
use crate::page::Page;
use samskab_database::{FromRow, Sql, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::topic::TopicGroup;

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub area: Option<Id>,
    pub topic_group: Option<TopicGroup>,
    /// Only those no need has gathered yet.
    pub loose: bool,
    /// Where the page begins.
    pub before: Option<Id>,
}

/// What the actor told herself, under any of her memberships.
///
/// # Errors
/// Denied to those who tell nothing here.
pub async fn own(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Observation>> {
    actor.may(Act::TellObservation)?;
    let places = told(desk, actor).await?;
    page(desk, actor, &places, |sql| narrowed(sql, wish)).await
}

/// The stories of the actor's circle.
///
/// # Errors
/// Denied to those who read none.
pub async fn inbox(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Observation>> {
    actor.may(Act::ReadInbox)?;
    let places = circle(desk, actor).await?;
    page(desk, actor, &places, |sql| narrowed(sql.text(KEPT), wish)).await
}

const KEPT: &str = " and observation.state = 'kept'";

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// How many stories of the actor's circle since `since` no need has gathered; `most` at most.
///
/// # Errors
/// Denied to those who read none.
pub(crate) async fn loose_since(
    desk: &Desk,
    actor: &Actor,
    since: Moment,
    most: i64,
) -> Outcome<i64> {
    actor.may(Act::ReadInbox)?;
    let wish = Wish {
        loose: true,
        ..Wish::default()
    };
    let first = least_id(since);
    let places = circle(desk, actor).await?;
    let sql = sql!("select count(*) as count from (");
    let sql = newest(sql, actor, &places, most, |sql| {
        narrowed(sql.text(KEPT), &wish).and(" and observation.id >= ?", [first.into()])
    });
    let found: Option<Count> = desk.db.first(sql.text(") few")).await?;
    Ok(found.map_or(0, |c| c.count.min(most)))
}

/// The newest stories of the actor's circle that this need has not gathered, of one topic group or of all,
/// `most` at most.
///
/// # Errors
/// Denied to those who read none.
pub(crate) async fn not_in_need(
    desk: &Desk,
    actor: &Actor,
    need: Id,
    topic_group: Option<TopicGroup>,
    most: i64,
) -> Outcome<Vec<Observation>> {
    actor.may(Act::ReadInbox)?;
    let places = circle(desk, actor).await?;
    let sql = select_any(actor.municipality).text(" and observation.id in (");
    let sql = newest(sql, actor, &places, most, |sql| {
        let group = topic_group.map(Coded::code);
        let sql = sql
            .text(KEPT)
            .when(" and observation.topic_group = ?", group);
        sql.and(
            " and not exists (select 1 from need_observation link \
             where link.municipality_id = observation.municipality_id \
             and link.observation_id = observation.id and link.need_id = ?) \
             and not exists (select 1 from need_refusal refused \
             where refused.municipality_id = observation.municipality_id \
             and refused.observation_id = observation.id and refused.need_id = ?)",
            [need.into(), need.into()],
        )
    });
    let sql = sql.and(") order by observation.id desc limit ?", [most.into()]);
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Mine {
    id: Id,
}

/// Where the stories lie that the actor told: one place for each of her memberships, ended ones
/// among them.
async fn told(desk: &Desk, actor: &Actor) -> Outcome<Vec<Place>> {
    let sql = sql!(
        "select id from membership where municipality_id = ? and person_id = ? order by id",
        actor.municipality,
        actor.person
    );
    let mine: Vec<Mine> = desk.db.all(sql).await?;
    Ok(mine.into_iter().map(|m| (TOLD_BY, Some(m.id))).collect())
}

/// Where the stories of the actor's circle lie, her own among them.
async fn circle(desk: &Desk, actor: &Actor) -> Outcome<Vec<Place>> {
    let mut places = places(actor);
    places.extend(told(desk, actor).await?);
    Ok(places)
}

/// Adds the ids of the newest stories: up to `limit` from each place, so that the newest `limit`
/// of them all are there. Each walks its own index and stops.
fn newest(
    mut sql: Sql,
    actor: &Actor,
    places: &[Place],
    limit: i64,
    narrow: impl Fn(Sql) -> Sql,
) -> Sql {
    for (i, &(place, value)) in places.iter().enumerate() {
        let from = "select id from (select observation.id from observation where observation.municipality_id = ?";
        sql = sql
            .text(if i == 0 { "" } else { " union " })
            .and(from, [actor.municipality.into()])
            .and(place, value.map(Value::from));
        sql = narrow(sql).and(
            " order by observation.id desc limit ?) newest",
            [limit.into()],
        );
    }
    sql
}

async fn page(
    desk: &Desk,
    actor: &Actor,
    places: &[Place],
    narrow: impl Fn(Sql) -> Sql,
) -> Outcome<Page<Observation>> {
    let limit = Page::<Observation>::LIMIT;
    let sql = select_any(actor.municipality).text(" and observation.id in (");
    let sql = newest(sql, actor, places, limit, narrow)
        .and(") order by observation.id desc limit ?", [limit.into()]);
    let rows = desk.db.all(sql).await?;
    Ok(Page::of(rows, |o: &Observation| o.id.to_string()))
}

fn narrowed(sql: Sql, wish: &Wish) -> Sql {
    let sql = sql
        .when(" and observation.area_id = ?", wish.area)
        .when(
            " and observation.topic_group = ?",
            wish.topic_group.map(Coded::code),
        )
        .when(" and observation.id < ?", wish.before);
    if !wish.loose {
        return sql;
    }
    sql.text(
        " and not exists (select 1 from need_observation link \
         where link.municipality_id = observation.municipality_id and link.observation_id = observation.id)",
    )
}

/// Where someone told of last time.
#[derive(Clone, Debug, FromRow)]
pub struct LastTold {
    pub area_id: Id,
    pub place: Option<String>,
}

/// The area and place of the newest story told under the actor's membership, so that the next
/// form comes filled in.
///
/// # Errors
/// Denied to those who tell nothing here.
pub async fn last_told(desk: &Desk, actor: &Actor) -> Outcome<Option<LastTold>> {
    actor.may(Act::TellObservation)?;
    let sql = sql!(
        "select area_id, place from observation where municipality_id = ? and teller_id = ? \
         order by id desc limit 1",
        actor.municipality,
        actor.membership
    );
    Ok(desk.db.first(sql).await?)
}
