//! A need becomes another: gathered into one, parted, or put anew. People decide it, never the system.
use super::link::{AT_ONCE, link_all};
use super::table::{self, Need, find};
use super::topics::{keep_topics, take_over_topics};
use super::{check_area, consider, move_state};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness};
use samskab_database::{Tx, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Coded, Id, Language, Moment, Why};
use samskab_domain::need::{Draft, State, Succession};

/// `id` becomes part of `into`: what it has gathered carries that too, and what is asked and not answered
/// yet is asked there. What was answered stays where it was said, and is found from both.
///
/// # Errors
/// [`Refusal::Missing`] when the actor may not see it, denied outside its circle; a remark when `into` is
/// out of the actor's circle or stands so that others would lose sight of it; [`Refusal::Done`] when one of
/// them has become another already.
pub async fn merge(desk: &Desk, actor: &Actor, id: Id, into: Id) -> Outcome<()> {
    let from = in_circle(desk, actor, id).await?;
    let unfit = || Refusal::remark("into", Why::Unknown);
    let to = match in_circle(desk, actor, into).await {
        Err(Refusal::Missing | Refusal::Denied(_)) => return Err(unfit()),
        found => found?,
    };
    if id == into || !from.state().may_merge_into(to.state()) {
        return Err(unfit());
    }
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    stands(&mut tx, actor, &[id, into]).await?;
    take_over(&mut tx, actor, (id, into), now).await?;
    take_over_topics(&mut tx, actor.municipality, (id, into)).await?;
    likeness::ask(desk, &mut tx, actor.municipality, into).await?;
    if ask_there(&mut tx, actor, (id, into)).await? > 0 {
        move_state(&mut tx, actor.municipality, into, State::raised).await?;
    }
    closes(&mut tx, actor, id, now).await?;
    keep(&mut tx, actor, (id, into, Succession::Merged), now).await?;
    let verb = journal::Verb::NeedMerged;
    journal::write(&mut tx, actor, verb, id, &[into], now).await?;
    tx.commit().await?;
    Ok(())
}

/// A part of it becomes a need of its own, carried by the draft's observations; it stands itself, and so
/// does what was asked and answered about it. Gives the new one, a draft in its circle.
///
/// # Errors
/// As [`super::write`], and [`merge`]; a remark when an observation is not among those it has gathered.
pub async fn split(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    in_circle(desk, actor, id).await?;
    let need = consider(draft)?;
    if need.observations.is_empty() {
        return Err(Refusal::remark("observations", Why::Missing));
    }
    if need.observations.len() > AT_ONCE || !actor.in_circle_of_need(actor.organisation, need.area)
    {
        return Err(Refusal::remark("observations", Why::Unknown));
    }
    let (new, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    stands(&mut tx, actor, &[id]).await?;
    check_area(&mut tx, actor, need.area).await?;
    tx.run(table::insert(actor, new, &need, language, now))
        .await?;
    keep_topics(&mut tx, actor.municipality, new, &need.topics).await?;
    if !all_gathered(&mut tx, actor, id, &need.observations).await? {
        return Err(Refusal::remark("observations", Why::Unknown));
    }
    link_all(&mut tx, actor, new, &need.observations, false, now).await?;
    likeness::ask(desk, &mut tx, actor.municipality, new).await?;
    keep(&mut tx, actor, (id, new, Succession::Split), now).await?;
    let verb = journal::Verb::NeedSplit;
    journal::write(&mut tx, actor, verb, id, &[new], now).await?;
    tx.commit().await?;
    Ok(new)
}

/// It is put anew: a new need stands in its place, carried by all it has gathered. Gives the new one; who
/// owes an answer owes it there, and then it is open to all as before, else a draft.
///
/// # Errors
/// As [`super::write`], and [`merge`].
pub async fn supersede(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    let from = in_circle(desk, actor, id).await?;
    let need = consider(draft)?;
    if !actor.in_circle_of_need(actor.organisation, need.area) {
        return Err(Refusal::remark("area", Why::Unknown));
    }
    let (new, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    stands(&mut tx, actor, &[id]).await?;
    check_area(&mut tx, actor, need.area).await?;
    tx.run(table::insert(actor, new, &need, language, now))
        .await?;
    keep_topics(&mut tx, actor.municipality, new, &need.topics).await?;
    take_over(&mut tx, actor, (id, new), now).await?;
    likeness::ask(desk, &mut tx, actor.municipality, new).await?;
    let owed = ask_there(&mut tx, actor, (id, new)).await? > 0;
    let state = from.state().put_anew(owed);
    if state != State::Draft {
        tx.run(table::raised(actor, new, now)).await?;
        move_state(&mut tx, actor.municipality, new, |_| state).await?;
    }
    closes(&mut tx, actor, id, now).await?;
    keep(&mut tx, actor, (id, new, Succession::Superseded), now).await?;
    let verb = journal::Verb::NeedSuperseded;
    journal::write(&mut tx, actor, verb, id, &[new], now).await?;
    tx.commit().await?;
    Ok(new)
}

/// The need, where the actor is in its circle.
async fn in_circle(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Need> {
    actor.may(Act::WriteNeed)?;
    let need = find(desk, actor, id).await?;
    match need.in_circle(actor) {
        true => Ok(need),
        false => Err(Refusal::Denied(Denied)),
    }
}

/// None of them has become another; and so it stays until the transaction ends. Locked in the order of
/// their ids, so that two who gather the same needs wait for each other in turn.
async fn stands(tx: &mut Tx, actor: &Actor, needs: &[Id]) -> Outcome<()> {
    let mut needs = needs.to_vec();
    needs.sort_unstable();
    for need in needs {
        table::lock_standing(tx, actor.municipality, need).await?;
    }
    Ok(())
}

/// What one need has gathered, the other has gathered too from now on, by whoever linked it.
async fn take_over(tx: &mut Tx, actor: &Actor, (from, to): (Id, Id), now: Moment) -> Outcome<()> {
    tx.run(sql!(
        "insert into need_observation (municipality_id, need_id, observation_id, counter, linked_by, linked_at, suggested, \
         observer_id, organisation_id, place, source, month) select municipality_id, ?, observation_id, counter, \
         linked_by, ?, 0, observer_id, organisation_id, place, source, month from need_observation \
         where municipality_id = ? and need_id = ? \
         on conflict (municipality_id, need_id, observation_id) do nothing",
        to,
        now,
        actor.municipality,
        from
    ))
    .await?;
    Ok(())
}

/// Who has not answered yet is asked under the other need; who is asked there already, stays asked here.
async fn ask_there(tx: &mut Tx, actor: &Actor, (from, to): (Id, Id)) -> Outcome<u64> {
    let asked = sql!(
        "update answer set need_id = ? where municipality_id = ? and need_id = ? and kind is null \
         and withdrawn_at is null and organisation_id not in (select organisation_id from answer where municipality_id = ? \
         and need_id = ? and kind is null and withdrawn_at is null)",
        to,
        actor.municipality,
        from,
        actor.municipality,
        to
    );
    Ok(tx.run(asked).await?)
}

/// Another need stands in its place. Its version goes up, so that whoever is putting it better hears of it.
async fn closes(tx: &mut Tx, actor: &Actor, id: Id, now: Moment) -> Outcome<()> {
    tx.run(sql!(
        "update need set succeeded_at = ?, version = version + 1 where municipality_id = ? and id = ?",
        now,
        actor.municipality,
        id
    ))
    .await?;
    Ok(())
}

async fn keep(
    tx: &mut Tx,
    actor: &Actor,
    (from, to, kind): (Id, Id, Succession),
    now: Moment,
) -> Outcome<()> {
    tx.run(sql!(
        "insert into need_succession (municipality_id, from_id, to_id, kind, created_by, created_at) \
         values (?, ?, ?, ?, ?, ?)",
        actor.municipality,
        from,
        to,
        kind.code(),
        actor.membership,
        now
    ))
    .await?;
    Ok(())
}

/// Whether each of these is among what the need has gathered.
async fn all_gathered(tx: &mut Tx, actor: &Actor, need: Id, stories: &[Id]) -> Outcome<bool> {
    let links: Vec<super::links::Link> = tx
        .all(super::links::select(actor.municipality, need, stories))
        .await?;
    let gathered = |id: &Id| links.iter().any(|link| link.observation_id == *id);
    Ok(stories.iter().all(gathered))
}
