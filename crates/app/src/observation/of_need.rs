//! What a need may show its reader of the stories behind it.
use super::table::{Observation, select, within_sight};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;

/// How many stories a need shows.
const STORIES: i64 = 200;

/// The stories a need has gathered, as far as `actor` may read them, newest first.
///
/// # Errors
/// What the database answers.
pub(crate) async fn of_need(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Vec<Observation>> {
    let sql = select(actor).and(
        " and observation.state = 'kept' and observation.id in (select observation_id \
         from need_observation where municipality_id = ? and need_id = ?) \
         order by observation.id desc limit ?",
        [actor.municipality.into(), need.into(), STORIES.into()],
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
#[expect(dead_code, reason = "only how many rows there are matters")]
struct Readable {
    id: Id,
}

/// How many of these stories `actor` may read and gather. They stay so until the transaction
/// ends: a teller who withdraws one in the meantime waits, and then takes the link away too.
///
/// # Errors
/// What the database answers.
pub(crate) async fn readable(tx: &mut Tx, actor: &Actor, ids: &[Id]) -> Outcome<usize> {
    let base = sql!(
        "select observation.id from observation where observation.municipality_id = ? \
         and observation.state = 'kept' and observation.id in ",
        actor.municipality
    )
    .list(ids.iter().copied());
    let lock = tx.only_postgres(" for share of observation");
    let found: Vec<Readable> = tx.all(within_sight(base, actor).text(lock)).await?;
    Ok(found.len())
}
