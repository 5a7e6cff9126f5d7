//! Keeps an index right: reads in the journal what has happened since, and looks those offers up again.
use super::gather::gather;
use super::{Reached, Shelf};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal::{self, Head};
use crate::offer::vain::write_down;
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;
use samskab_search::directory::Document;
use std::collections::BTreeSet;
use tokio::sync::mpsc::{Sender, channel};

/// With more entries than this, all is made anew.
const ENTRIES: i64 = 2_000;
/// Offers that are read at a time.
pub(super) const BATCH: usize = 400;
/// Batches that wait to be written.
const WAITING: usize = 2;

#[derive(FromRow)]
struct Entry {
    subject_kind: String,
    verb: String,
    subject_id: Id,
    related: serde_json::Value,
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// Brings every municipality's index up to now, and writes down what was searched for in vain.
///
/// # Errors
/// What the database or the index answers.
pub async fn follow_all(desk: &Desk) -> Outcome<()> {
    let all: Vec<Found> = desk
        .db
        .all(sql!("select id from municipality order by id"))
        .await?;
    for municipality in all {
        follow(desk, municipality.id).await?;
        write_down(desk, municipality.id).await?;
    }
    Ok(())
}

/// Brings the index up to now: what the journal tells since, or all of it, when the index is empty, another
/// database's, or of another day (*today* and *now* are told from the day it was made).
///
/// # Errors
/// What the database or the index answers.
pub async fn follow(desk: &Desk, municipality: Id) -> Outcome<()> {
    let shelf = desk.shelves.of(municipality)?;
    // Somebody is at it already: search finds what there is.
    let Ok(mut reached) = shelf.reached.try_lock() else {
        return Ok(());
    };
    let now = now(desk, municipality).await?;
    if reached.as_ref() == Some(&now) {
        return Ok(());
    }
    if reached.is_none() {
        *reached = kept(desk, municipality, &shelf).await?;
    }
    let changed = match reached
        .as_ref()
        .filter(|r| r.day == now.day && r.sequence <= now.sequence)
    {
        Some(reached) => changed(desk, municipality, reached.sequence).await?,
        None => None,
    };
    match changed {
        None => make(desk, municipality, &shelf, &now).await?,
        Some(ids) if ids.is_empty() => {}
        Some(ids) => {
            let put = gather(desk, municipality, &ids).await?;
            let gone = ids.iter().map(|id| id.as_u128());
            let mark = now.mark();
            shelf
                .directory
                .change(gone, put, &mark)
                .map_err(Refusal::from)?;
        }
    }
    *reached = Some(now);
    Ok(())
}

/// Makes the index anew. Searches find what was there until it is done.
///
/// # Errors
/// What the database or the index answers.
pub async fn rebuild(desk: &Desk, municipality: Id) -> Outcome<u64> {
    let shelf = desk.shelves.of(municipality)?;
    let mut reached = shelf.reached.lock().await;
    let now = now(desk, municipality).await?;
    make(desk, municipality, &shelf, &now).await?;
    *reached = Some(now);
    Ok(shelf.directory.len())
}

async fn now(desk: &Desk, municipality: Id) -> Outcome<Reached> {
    let head = journal::head(desk, municipality).await?;
    Ok(Reached {
        sequence: head.as_ref().map_or(0, |h| h.sequence),
        hash: head.map_or_else(|| "none".to_owned(), |h| hex::encode(h.hash)),
        day: desk.today(),
    })
}

/// How far the index on disk goes, when it is this database's.
async fn kept(desk: &Desk, municipality: Id, shelf: &Shelf) -> Outcome<Option<Reached>> {
    let mark = shelf.directory.mark().map_err(Refusal::from)?;
    let Some(reached) = mark.as_deref().and_then(Reached::read) else {
        return Ok(None);
    };
    let there: Option<Head> = desk
        .db
        .first(sql!(
            "select sequence, hash from journal where municipality_id = ? and sequence = ?",
            municipality,
            reached.sequence
        ))
        .await?;
    Ok(there
        .filter(|t| hex::encode(&t.hash) == reached.hash)
        .map(|_| reached))
}

/// The offers that may have changed after `sequence`; none when it may be any.
async fn changed(desk: &Desk, municipality: Id, sequence: i64) -> Outcome<Option<Vec<Id>>> {
    let entries: Vec<Entry> = desk
        .db
        .all(sql!(
            "select subject_kind, verb, subject_id, related from journal \
             where municipality_id = ? and sequence > ? order by sequence limit ?",
            municipality,
            sequence,
            ENTRIES
        ))
        .await?;
    if i64::try_from(entries.len()).unwrap_or(ENTRIES) == ENTRIES {
        return Ok(None);
    }
    let mut ids = BTreeSet::new();
    for entry in entries {
        match (entry.subject_kind.as_str(), entry.verb.as_str()) {
            ("organisation" | "area" | "topic", verb) if verb != "created" => return Ok(None),
            ("offer", _) => {
                ids.insert(entry.subject_id);
                ids.extend(related(&entry.related));
            }
            (_, "rows_imported" | "import_undone") => ids.extend(related(&entry.related)),
            _ => {}
        }
    }
    Ok(Some(ids.into_iter().collect()))
}

fn related(ids: &serde_json::Value) -> impl Iterator<Item = Id> {
    let ids = ids.as_array().into_iter().flatten();
    ids.filter_map(|id| id.as_str()?.parse().ok())
}

async fn make(desk: &Desk, municipality: Id, shelf: &Shelf, now: &Reached) -> Outcome<()> {
    let (directory, mark) = (shelf.directory.clone(), now.mark());
    let (send, mut receive) = channel::<Outcome<Vec<Document>>>(WAITING);
    let writing = tokio::task::spawn_blocking(move || {
        let batches = std::iter::from_fn(|| receive.blocking_recv());
        directory.rebuild(batches, &mark)
    });
    if let Err(broken_off) = read_all(desk, municipality, &send).await {
        // Told to the writer too, so that it does not take what it has for all there is.
        let _ = send.send(Err(broken_off)).await;
    }
    drop(send);
    writing.await.map_err(|_| Refusal::Index)?
}

async fn read_all(
    desk: &Desk,
    municipality: Id,
    send: &Sender<Outcome<Vec<Document>>>,
) -> Outcome<()> {
    let mut after = Id::nil();
    loop {
        let ids: Vec<Found> = desk
            .db
            .all(sql!(
                "select id from offer where municipality_id = ? and state = 'published' and id > ? order by id limit ?",
                municipality,
                after,
                i64::try_from(BATCH).unwrap_or(i64::MAX)
            ))
            .await?;
        let ids: Vec<Id> = ids.into_iter().map(|row| row.id).collect();
        let Some(last) = ids.last() else {
            return Ok(());
        };
        after = *last;
        let batch = gather(desk, municipality, &ids).await?;
        send.send(Ok(batch)).await.map_err(|_| Refusal::Index)?;
    }
}
