//! One's own stories, and those of one's circle; newest first.
use super::table::{Observation, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::Sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
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
    let mine = " and observation.teller_id in (select id from membership where municipality_id = ? and person_id = ?)";
    let sql = select(actor).and(mine, [actor.municipality.into(), actor.person.into()]);
    page(desk, sql, wish).await
}

/// The stories of the actor's circle.
///
/// # Errors
/// Denied to those who read none.
pub async fn inbox(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Observation>> {
    actor.may(Act::ReadInbox)?;
    page(
        desk,
        select(actor).text(" and observation.state = 'kept'"),
        wish,
    )
    .await
}

async fn page(desk: &Desk, sql: Sql, wish: &Wish) -> Outcome<Page<Observation>> {
    let mut sql = sql
        .when(" and observation.area_id = ?", wish.area)
        .when(
            " and observation.topic_group = ?",
            wish.topic_group.map(Coded::code),
        )
        .when(" and observation.id < ?", wish.before);
    if wish.loose {
        sql = sql.text(
            " and not exists (select 1 from need_observation link \
             where link.municipality_id = observation.municipality_id and link.observation_id = observation.id)",
        );
    }
    let limit = Page::<Observation>::LIMIT;
    let rows = desk
        .db
        .all(sql.and(" order by observation.id desc limit ?", [limit.into()]))
        .await?;
    Ok(Page::of(rows, |o: &Observation| o.id.to_string()))
}
