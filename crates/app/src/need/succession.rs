//! What a need has become, and what it was before, as far as the reader may see.
use super::list::among;
use super::table::Need;
use crate::answer::{self, Answer};
use crate::desk::{Desk, Outcome, Refusal};
use crate::likeness;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::need::Succession;

/// A need before or after another.
#[derive(Clone, Debug)]
pub struct Kin {
    /// None where the reader may not see it.
    pub need: Option<Need>,
    pub kind: Succession,
    pub at: Moment,
    /// What was answered there.
    pub answers: Vec<Answer>,
}

#[derive(FromRow)]
struct Row {
    need_id: Id,
    kind: String,
    created_at: KeptMoment,
}

/// So many are shown on each side.
const SHOWN: i64 = 50;

/// What became of it, the newest first.
pub(super) async fn after(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Vec<Kin>> {
    let sql = sql!(
        "select to_id as need_id, kind, created_at from need_succession \
         where municipality_id = ? and from_id = ? order by created_at desc limit ?",
        actor.municipality,
        need,
        SHOWN
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    kin(desk, actor, rows, false).await
}

/// What it was before, the newest first, with what was answered there.
pub(super) async fn before(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Vec<Kin>> {
    let sql = sql!(
        "select from_id as need_id, kind, created_at from need_succession \
         where municipality_id = ? and to_id = ? order by created_at desc limit ?",
        actor.municipality,
        need,
        SHOWN
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    kin(desk, actor, rows, true).await
}

async fn kin(desk: &Desk, actor: &Actor, rows: Vec<Row>, answers: bool) -> Outcome<Vec<Kin>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.need_id).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let seen = among(desk, actor, &ids).await?;
    let mut given = match answers {
        true => answer::of_needs(desk, actor.municipality, &ids).await?,
        false => vec![],
    };
    given.retain(|a| a.kind().is_some());
    let kin = |row: Row| {
        let need = seen.iter().find(|n| n.id == row.need_id).cloned();
        let of_it = given.iter().filter(|a| a.need_id == row.need_id);
        Some(Kin {
            answers: of_it.filter(|_| need.is_some()).cloned().collect(),
            need,
            kind: Succession::from_code(&row.kind)?,
            at: *row.created_at,
        })
    };
    Ok(rows.into_iter().filter_map(kin).collect())
}

/// The need that stands in the place of one, however many came between; none where it stands itself, or the
/// actor may not see the other.
///
/// # Errors
/// [`Refusal::Missing`] for a need out of sight.
pub async fn stands_as(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Option<Id>> {
    actor.may(Act::SeeNeeds)?;
    if !super::find(desk, actor, need).await?.succeeded() {
        return Ok(None);
    }
    let sql = sql!(
        "with recursive chain (id) as (select to_id from need_succession where municipality_id = ? and from_id = ? \
         and kind <> 'split' union select next.to_id from need_succession next join chain on next.from_id = chain.id \
         where next.municipality_id = ? and next.kind <> 'split') \
         select need.id from need join chain on chain.id = need.id where need.municipality_id = ? \
         and need.succeeded_at is null",
        actor.municipality,
        need,
        actor.municipality,
        actor.municipality
    );
    let found: Vec<Found> = desk.db.all(sql).await?;
    let ids: Vec<Id> = found.into_iter().map(|f| f.id).collect();
    let seen = among(desk, actor, &ids).await?;
    Ok(seen.first().map(|need| need.id))
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// The needs one can become part of: in the actor's circle, the likest first.
///
/// # Errors
/// [`Refusal::Missing`] for a need out of sight, denied outside its circle.
pub async fn may_merge_into(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Vec<Need>> {
    actor.may(Act::WriteNeed)?;
    let need = super::find(desk, actor, id).await?;
    if !need.in_circle(actor) {
        return Err(Refusal::Denied(Denied));
    }
    let fits = |other: &Need| {
        other.id != id && other.in_circle(actor) && need.state().may_merge_into(other.state())
    };
    let mut like = likeness::like_need(desk, actor, &need).await?;
    like.retain(fits);
    Ok(like)
}
