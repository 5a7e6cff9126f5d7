//! A whole run taken back.
use super::offers::{around, told};
use super::run::{Run, RunState, may};
use super::{table, trace, write};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, is_held, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use serde_json::Value;

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Offers that are gone.
    pub removed: usize,
    /// Offers that something here hangs on by now: taken down instead.
    pub taken_down: usize,
    /// Offers that are as they were.
    pub restored: usize,
}

#[derive(FromRow)]
struct Did {
    offer_id: Id,
    what: String,
    before: Option<Value>,
}

/// So many at once.
const PART: usize = 100;

/// New offers go; those something hangs on by now are taken down. Changed ones become what they
/// were, also where somebody has changed them since.
///
/// # Errors
/// Denied to those who may not import; [`Refusal::Missing`]; [`Refusal::Done`] for one that is not
/// finished or was taken back before.
pub async fn undo(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Undone> {
    let m = actor.municipality;
    actor.may(samskab_domain::access::Act::Import)?;
    let run = table::one(desk, m, id).await?;
    may(actor, &run.options())?;
    if run.state() != RunState::Done {
        return Err(Refusal::Done);
    }
    let did = sql!(
        "select offer_id, what, before from import_change where municipality_id = ? and run_id = ? order by offer_id",
        m,
        id
    );
    let did: Vec<Did> = desk.db.all(did).await?;
    let new: Vec<Id> = did
        .iter()
        .filter(|d| d.what == "new")
        .map(|d| d.offer_id)
        .collect();
    let mut undone = Undone::default();
    for part in new.chunks(PART) {
        let (removed, taken_down) = remove(desk, m, part).await?;
        undone.removed += removed;
        undone.taken_down += taken_down;
    }
    let changed: Vec<&Did> = did.iter().filter(|d| d.what == "changed").collect();
    for part in changed.chunks(PART) {
        undone.restored += restore(desk, actor, &run, part).await?;
    }
    finish(desk, actor, id).await?;
    Ok(undone)
}

/// All at once where nothing hangs on them, else one by one.
async fn remove(desk: &Desk, m: Id, ids: &[Id]) -> Outcome<(usize, usize)> {
    if try_remove(desk, m, ids).await? {
        return Ok((ids.len(), 0));
    }
    let mut removed = 0;
    for id in ids {
        if try_remove(desk, m, &[*id]).await? {
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
            tx.commit().await?;
        }
    }
    Ok((removed, ids.len() - removed))
}

async fn try_remove(desk: &Desk, m: Id, ids: &[Id]) -> Outcome<bool> {
    let mut tx = desk.db.write().await?;
    match write::remove(&mut tx, m, ids).await {
        Ok(()) => {}
        Err(Refusal::Database(error)) if is_held(&error) => return Ok(false),
        Err(refusal) => return Err(refusal),
    }
    match tx.commit().await {
        Err(error) if is_held(&error) => Ok(false),
        done => Ok(done.map(|()| true)?),
    }
}

async fn restore(desk: &Desk, actor: &Actor, run: &Run, part: &[&Did]) -> Outcome<usize> {
    let m = actor.municipality;
    let around = around(desk, actor, &run.options()).await?;
    let mut restored = Vec::new();
    for did in part {
        let doc = did
            .before
            .as_ref()
            .and_then(|b| b.get("doc"))
            .and_then(Value::as_object);
        restored.extend(doc.and_then(|doc| told(doc, &around).ok()));
    }
    let mut tx = desk.db.write().await?;
    let ids: Vec<Id> = part.iter().map(|did| did.offer_id).collect();
    trace::forget_words(&mut tx, m, &ids).await?;
    write::offers(&mut tx, desk, actor, &restored, desk.now()).await?;
    let sources = part.iter().map(|did| {
        let source = did
            .before
            .as_ref()
            .and_then(|b| b.get("source"))
            .filter(|s| !s.is_null());
        (did.offer_id, source.cloned())
    });
    write::put_sources(&mut tx, m, sources.collect()).await?;
    tx.commit().await?;
    Ok(restored.len())
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
    journal::write(&mut tx, actor, journal::Verb::ImportUndone, m, &[id], now).await?;
    tx.commit().await?;
    Ok(())
}
