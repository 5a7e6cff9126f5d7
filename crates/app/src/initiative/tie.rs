//! What began as a problem people brought is tied to a need that was gathered since (F8, F19).
use super::origin::{OriginNeed, needs_within_sight};
use super::writable;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Why};

/// So many of the newest needs of an area are there to choose from.
const MANY: i64 = 60;

/// The raised needs of an area, the newest first.
///
/// # Errors
/// What the database answers.
pub async fn needs_to_tie(desk: &Desk, actor: &Actor, area: Id) -> Outcome<Vec<OriginNeed>> {
    let sql = sql!(
        "select need.id, need.area_id, need.title, need.statement, need.raised_at from need \
         where need.municipality_id = ? and need.area_id = ? and need.state <> 'draft' and need.succeeded_at is null \
         order by need.id desc limit ?",
        actor.municipality,
        area,
        MANY
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// Once: what it came from stays.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but its parties and facilitators; [`Refusal::Done`] when it
/// has a need already, or has ended; a remark for a need that is none, or out of sight.
pub async fn tie(desk: &Desk, actor: &Actor, initiative: Id, need: &str) -> Outcome<()> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let need = match need.trim() {
        "" => return Err(Refusal::remark("need", Why::Missing)),
        typed => typed.parse::<Id>().ok(),
    };
    let known = sql!(
        "select need.id from need where need.municipality_id = ? and need.id = ? and need.succeeded_at is null",
        m,
        need.unwrap_or_default()
    );
    let known: Option<Found> = tx.first(needs_within_sight(known, actor)).await?;
    let need = known
        .ok_or_else(|| Refusal::remark("need", Why::Unknown))?
        .id;
    let tied = sql!(
        "update initiative set need_id = ? where municipality_id = ? and id = ? and need_id is null and answer_id is null",
        need,
        m,
        initiative
    );
    if tx.run(tied).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::InitiativeTied;
    journal::write(&mut tx, actor, verb, initiative, &[need], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
