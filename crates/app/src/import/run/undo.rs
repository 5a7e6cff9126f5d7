//! A whole run taken back.
use super::standing::{Here, put_words, remembered, standings};
use super::{Kind, Run, RunState, may, table, trace, write};
use crate::desk::{Desk, Outcome, Refusal};
use crate::import::hsds::{Told, around};
use crate::import::importer::holder;
use crate::import::kept::{self, Mark};
use crate::offer::Saying;
use crate::{job, journal, observation};
use samskab_database::{FromRow, Tx, is_held, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Moment};
use serde_json::{Value, json};

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Offers that are gone.
    pub removed: usize,
    /// Offers that something here hangs on by now: taken down instead.
    pub taken_down: usize,
    /// Offers that are as they were.
    pub restored: usize,
    /// Stories that others have built on by now: they stay.
    pub kept: usize,
}

#[derive(FromRow)]
struct Touched {
    offer_id: Id,
    what: String,
}

/// A changed offer, and how it was.
#[derive(FromRow)]
struct Did {
    offer_id: Id,
    before: Option<Value>,
}

/// So many at once.
const PART: usize = 100;
/// So many in one step.
const STEP: i64 = 500;

/// New offers go; those something hangs on by now are taken down. Changed ones become what they
/// were, also where somebody has changed them since. New stories go but for those somebody has built on.
///
/// # Errors
/// Denied to those who may not import; [`Refusal::Missing`]; [`Refusal::Done`] for one that is not
/// finished or was taken back before.
pub async fn undo(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Undone> {
    begin(desk, actor, id).await?;
    let mut all = Undone::default();
    loop {
        let (undone, more) = step(desk, actor, id).await?;
        all.removed += undone.removed;
        all.taken_down += undone.taken_down;
        all.restored += undone.restored;
        all.kept += undone.kept;
        if !more {
            return Ok(all);
        }
    }
}

/// The same for somebody who waits: what is left after the first step is left to the worker.
///
/// # Errors
/// As [`undo`].
pub async fn take_back(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    begin(desk, actor, id).await?;
    let (_, more) = step(desk, actor, id).await?;
    ask_for_more(desk, actor.municipality, id, more).await
}

/// Takes back the next part of a run that is on its way back, and asks for the one after it.
///
/// # Errors
/// As [`undo`]; [`Refusal::Missing`] when whoever asked for it may no longer.
pub async fn go_back(desk: &Desk, m: Id, id: Id) -> Outcome<()> {
    let by = table::one(desk, m, id).await?.undone_by;
    let actor = holder(desk, m, by.ok_or(Refusal::Missing)?).await?;
    let more = match step(desk, &actor, id).await {
        Err(Refusal::Done) => false,
        more => more?.1,
    };
    ask_for_more(desk, m, id, more).await
}

async fn ask_for_more(desk: &Desk, m: Id, id: Id, more: bool) -> Outcome<()> {
    if more {
        let mut tx = desk.db.write().await?;
        let payload = json!({ "run": id });
        job::ask(&mut tx, desk, m, job::Kind::TakeBack, payload, desk.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// How many offers of a run are still to be taken back.
///
/// # Errors
/// Denied to those who may not import.
pub async fn to_take_back(desk: &Desk, actor: &Actor, id: Id) -> Outcome<i64> {
    actor.may(Act::Import)?;
    let left = sql!(
        "select count(*) as count from import_change where municipality_id = ? and run_id = ?",
        actor.municipality,
        id
    );
    let left: Option<Count> = desk.db.first(left).await?;
    Ok(left.map_or(0, |left| left.count))
}

/// Notes who wants it taken back. Who asks again when it stands still sets it going again.
async fn begin(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let m = actor.municipality;
    actor.may(Act::Import)?;
    may(actor, &table::one(desk, m, id).await?.options())?;
    let mut tx = desk.db.write().await?;
    let begun = sql!(
        "update import_run set undone_by = ? where municipality_id = ? and id = ? and state = 'done'",
        actor.membership,
        m,
        id
    );
    if tx.run(begun).await? == 0 {
        return Err(Refusal::Done);
    }
    tx.commit().await?;
    Ok(())
}

/// Takes back the next part; says what came of it and whether there is more. What was taken back of a run that stopped
/// half way is, and the next step goes on from there.
async fn step(desk: &Desk, actor: &Actor, id: Id) -> Outcome<(Undone, bool)> {
    let m = actor.municipality;
    let run = table::one(desk, m, id).await?;
    if run.state() != RunState::GoingBack {
        return Err(Refusal::Done);
    }
    if run.kind() == Kind::Observations {
        let undone = forget_stories(desk, actor, &run).await?;
        finish(desk, actor, id).await?;
        return Ok((undone, false));
    }
    let touched = sql!(
        "select offer_id, what from import_change where municipality_id = ? and run_id = ? order by offer_id limit ?",
        m,
        id,
        STEP
    );
    let touched: Vec<Touched> = desk.db.all(touched).await?;
    let which = |what: &str| -> Vec<Id> {
        let those = touched.iter().filter(|touched| touched.what == what);
        those.map(|touched| touched.offer_id).collect()
    };
    let mut undone = Undone::default();
    for part in which("new").chunks(PART) {
        let (removed, taken_down) = remove(desk, actor, &run, part).await?;
        undone.removed += removed;
        undone.taken_down += taken_down;
    }
    for part in which("changed").chunks(PART) {
        undone.restored += restore(desk, actor, &run, part).await?;
    }
    forget_changes(desk, m, id, &touched).await?;
    let more = i64::try_from(touched.len()).is_ok_and(|many| many == STEP);
    if !more {
        finish(desk, actor, id).await?;
    }
    Ok((undone, more))
}

async fn forget_changes(desk: &Desk, m: Id, run: Id, touched: &[Touched]) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let gone = sql!(
        "delete from import_change where municipality_id = ? and run_id = ? and offer_id in ",
        m,
        run
    );
    tx.run(gone.list(touched.iter().map(|touched| touched.offer_id)))
        .await?;
    tx.commit().await?;
    Ok(())
}

/// All at once where nothing hangs on them, else one by one.
async fn remove(desk: &Desk, actor: &Actor, run: &Run, ids: &[Id]) -> Outcome<(usize, usize)> {
    let m = actor.municipality;
    if try_remove(desk, actor, run, ids).await? {
        return Ok((ids.len(), 0));
    }
    let mut removed = 0;
    for id in ids {
        if try_remove(desk, actor, run, &[*id]).await? {
            removed += 1;
        } else {
            let mut tx = desk.db.write().await?;
            let down = sql!(
                "update offer set state = 'withdrawn', changed_at = ? where municipality_id = ? and id = ?",
                desk.now(),
                m,
                *id
            );
            tx.run(down).await?;
            note(&mut tx, actor, run.id, &[*id], desk.now()).await?;
            tx.commit().await?;
        }
    }
    Ok((removed, ids.len() - removed))
}

async fn try_remove(desk: &Desk, actor: &Actor, run: &Run, ids: &[Id]) -> Outcome<bool> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    match write::remove(&mut tx, m, ids).await {
        Ok(()) => {}
        Err(Refusal::Database(error)) if is_held(&error) => return Ok(false),
        Err(refusal) => return Err(refusal),
    }
    kept::forget_of(&mut tx, m, None, ids).await?;
    note(&mut tx, actor, run.id, ids, desk.now()).await?;
    match tx.commit().await {
        Err(error) if is_held(&error) => Ok(false),
        done => Ok(done.map(|()| true)?),
    }
}

/// Makes offers again what they were. Those that are gone, or have been merged into others since, stay so.
async fn restore(desk: &Desk, actor: &Actor, run: &Run, ids: &[Id]) -> Outcome<usize> {
    let (m, now) = (actor.municipality, desk.now());
    let around = around(desk, actor, &run.options()).await?;
    let part = sql!(
        "select offer_id, before from import_change where municipality_id = ? and run_id = ? and offer_id in ",
        m,
        run.id
    );
    let part: Vec<Did> = desk.db.all(part.list(ids.iter().copied())).await?;
    let standings = standings(desk, m, ids).await?;
    let there = |id: &Id| standings.get(id).is_some_and(|s| s.merged_into.is_none());
    let before = part.iter().filter(|did| there(&did.offer_id));
    let before = before.filter_map(|did| remembered(did.offer_id, did.before.as_ref()?));
    let (here, told): (Vec<Here>, Vec<Told>) = before
        .filter_map(|here| here.told(&around).ok().map(|told| (here, told)))
        .unzip();
    let ids: Vec<Id> = told.iter().map(Told::id).collect();
    let mut tx = desk.db.write().await?;
    let said = Saying::of_many(&mut tx, m, &ids).await?;
    trace::forget_words(&mut tx, m, &ids).await?;
    write::offers(&mut tx, desk, actor, &told, now).await?;
    put_words(&mut tx, m, &here, now).await?;
    trace::keep_words(&mut tx, desk, actor, &said).await?;
    kept::forget_of(&mut tx, m, Some(run.id), &ids).await?;
    marks(&mut tx, m, &run.rows_of(), &part, now).await?;
    note(&mut tx, actor, run.id, &ids, now).await?;
    tx.commit().await?;
    Ok(told.len())
}

/// Puts back which rows these offers were known by.
async fn marks(tx: &mut Tx, m: Id, source: &str, part: &[Did], now: Moment) -> Outcome<()> {
    let (mut gone, mut back) = (Vec::new(), Vec::new());
    let lists = part
        .iter()
        .filter_map(|did| did.before.as_ref()?.get("marks")?.as_array());
    for mark in lists.flatten() {
        let now = mark.get("now").and_then(Value::as_str);
        let before = mark.get("before").and_then(Mark::read);
        if let Some((now, before)) = now.and_then(|now| hex::decode(now).ok()).zip(before) {
            gone.push(now);
            back.push(before);
        }
    }
    // The source may say by now again what it said before the run.
    let forgotten = gone
        .into_iter()
        .chain(back.iter().map(|mark: &Mark| mark.hash.clone()));
    kept::forget(tx, m, source, forgotten).await?;
    kept::keep(tx, m, source, "offer", &back, now).await
}

/// Stories nobody has built on go; the others stay, for they are others' too by now.
async fn forget_stories(desk: &Desk, actor: &Actor, run: &Run) -> Outcome<Undone> {
    let m = actor.municipality;
    let mut undone = Undone::default();
    let stories = kept::brought(desk, m, run.id).await?;
    for part in stories.chunks(PART) {
        undone.removed += forget_part(desk, actor, run, part).await?;
    }
    undone.kept = stories.len() - undone.removed;
    Ok(undone)
}

async fn forget_part(desk: &Desk, actor: &Actor, run: &Run, part: &[Id]) -> Outcome<usize> {
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    let gone = observation::forget_untouched(&mut tx, m, part).await?;
    kept::forget_of(&mut tx, m, Some(run.id), &gone).await?;
    if !gone.is_empty() {
        note(&mut tx, actor, run.id, &gone, now).await?;
    }
    tx.commit().await?;
    Ok(gone.len())
}

async fn finish(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from import_rest where municipality_id = ? and run_id = ?",
        m,
        id
    ))
    .await?;
    tx.run(sql!("update import_run set state = 'undone', finished_at = ? where municipality_id = ? and id = ?", now, m, id)).await?;
    note(&mut tx, actor, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}

/// The journal tells what is otherwise, and so does the index of offers hear of it.
async fn note(tx: &mut Tx, actor: &Actor, run: Id, ids: &[Id], now: Moment) -> Outcome<()> {
    let related: Vec<Id> = std::iter::once(run).chain(ids.iter().copied()).collect();
    let verb = journal::Verb::ImportUndone;
    journal::write(tx, actor, verb, actor.municipality, &related, now).await
}
