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

/// With more entries all is made anew, and with more offers that they touch where these are most of what there is.
const MANY: i64 = 2_000;
/// Offers that are changed in the index at a time.
const PART: usize = 1_000;
/// So many offers are read anew while a search waits. More are read beside it: it finds what there was.
const AT_ONCE: i64 = 200;
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

/// What there is to do.
enum Work {
    Some(Vec<Id>),
    All,
}

/// Brings the index up to now: what the journal tells since, or all of it, when the index is empty, another
/// database's, or of another day (*today* and *now* are told from the day it was made).
///
/// # Errors
/// What the database or the index answers.
pub async fn follow(desk: &Desk, municipality: Id) -> Outcome<()> {
    let shelf = desk.shelves.of(municipality)?;
    // Somebody is at it already.
    let Ok(mut reached) = shelf.reached.try_lock() else {
        return Ok(());
    };
    let now = now(desk, municipality).await?;
    if let Some(work) = work(desk, municipality, &shelf, (&mut *reached, &now)).await? {
        done(desk, municipality, &shelf, (work, &now)).await?;
    }
    shelf.has_reached(&mut reached, now);
    Ok(())
}

/// The same for somebody who waits: what takes long is begun and not waited for. Says whether there is an
/// index to ask by now.
///
/// # Errors
/// What the database or the index answers.
pub(in crate::offer) async fn keep_up(desk: &Desk, municipality: Id) -> Outcome<bool> {
    let shelf = desk.shelves.of(municipality)?;
    let Ok(mut reached) = shelf.reached.try_lock() else {
        return Ok(shelf.is_filled());
    };
    let now = now(desk, municipality).await?;
    match work(desk, municipality, &shelf, (&mut *reached, &now)).await? {
        Some(work) if is_long(desk, municipality, &work).await? => {
            drop(reached);
            let desk = desk.clone();
            tokio::spawn(async move {
                if let Err(error) = follow(&desk, municipality).await {
                    tracing::error!(%error, "the search index could not follow the journal");
                }
            });
            return Ok(shelf.is_filled());
        }
        Some(work) => done(desk, municipality, &shelf, (work, &now)).await?,
        None => {}
    }
    shelf.has_reached(&mut reached, now);
    Ok(true)
}

async fn work(
    desk: &Desk,
    municipality: Id,
    shelf: &Shelf,
    (reached, now): (&mut Option<Reached>, &Reached),
) -> Outcome<Option<Work>> {
    if reached.is_none() {
        *reached = kept(desk, municipality, shelf).await?;
        shelf.fill(reached.is_some());
    }
    let Some(reached) = reached
        .as_ref()
        .filter(|r| r.day == now.day && r.sequence <= now.sequence)
    else {
        return Ok(Some(Work::All));
    };
    if reached == now {
        return Ok(None);
    }
    let most_of_all = i64::try_from(shelf.directory.len() / 2).unwrap_or(MANY);
    let most = most_of_all.max(MANY);
    let changed = changed(desk, municipality, reached.sequence, most).await?;
    Ok(match changed {
        None => Some(Work::All),
        Some(ids) if ids.is_empty() => None,
        Some(ids) => Some(Work::Some(ids)),
    })
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

async fn is_long(desk: &Desk, municipality: Id, work: &Work) -> Outcome<bool> {
    let offers = match work {
        Work::Some(ids) => i64::try_from(ids.len()).unwrap_or(i64::MAX),
        Work::All => {
            let published = sql!(
                "select count(*) as count from (select 1 from offer where municipality_id = ? and state = 'published' \
                 limit ?) few",
                municipality,
                AT_ONCE + 1
            );
            let count: Option<Count> = desk.db.first(published).await?;
            count.map_or(0, |count| count.count)
        }
    };
    Ok(offers > AT_ONCE)
}

async fn done(
    desk: &Desk,
    municipality: Id,
    shelf: &Shelf,
    (work, now): (Work, &Reached),
) -> Outcome<()> {
    match work {
        Work::All => make(desk, municipality, shelf, now).await,
        Work::Some(ids) => change(desk, municipality, shelf, &ids, now).await,
    }
}

/// Puts these in place of what there was of them, part by part. What the index has reached is said with the last.
async fn change(desk: &Desk, m: Id, shelf: &Shelf, ids: &[Id], now: &Reached) -> Outcome<()> {
    let before = shelf.directory.mark().map_err(Refusal::from)?;
    let before = before.unwrap_or_default();
    let mut parts = ids.chunks(PART).peekable();
    while let Some(part) = parts.next() {
        let put = gather(desk, m, part).await?;
        let gone: Vec<u128> = part.iter().map(|id| id.as_u128()).collect();
        let mark = match parts.peek() {
            Some(_) => before.clone(),
            None => now.mark(),
        };
        let directory = shelf.directory.clone();
        let changed = tokio::task::spawn_blocking(move || directory.change(gone, put, &mark));
        changed.await.map_err(|_| Refusal::Index)??;
    }
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
    shelf.has_reached(&mut reached, now);
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

/// The offers that may have changed after `sequence`; none when it may be any, or more than `most`.
async fn changed(
    desk: &Desk,
    municipality: Id,
    sequence: i64,
    most: i64,
) -> Outcome<Option<Vec<Id>>> {
    let entries: Vec<Entry> = desk
        .db
        .all(sql!(
            "select subject_kind, verb, subject_id, related from journal \
             where municipality_id = ? and sequence > ? order by sequence limit ?",
            municipality,
            sequence,
            MANY
        ))
        .await?;
    if i64::try_from(entries.len()).unwrap_or(MANY) == MANY {
        return Ok(None);
    }
    let mut ids = BTreeSet::new();
    let mut beside = Beside::default();
    for entry in entries {
        let id = entry.subject_id;
        match (entry.subject_kind.as_str(), entry.verb.as_str()) {
            // How long a check holds is told for all of them.
            ("municipality", "settings_changed") => return Ok(None),
            ("organisation" | "area" | "topic", "created") => {}
            ("organisation", _) => beside.organisations.push(id),
            ("area", _) => beside.areas.push(id),
            ("topic", _) => beside.topics.push(id),
            ("offer", _) => {
                ids.insert(id);
                ids.extend(related(&entry.related));
            }
            (_, "rows_imported" | "import_undone") => ids.extend(related(&entry.related)),
            _ => {}
        }
    }
    ids.extend(touched(desk, municipality, &beside, most).await?);
    let few = i64::try_from(ids.len()).is_ok_and(|ids| ids < most);
    Ok(few.then(|| ids.into_iter().collect()))
}

/// Whether anything that lists of offers tell of may have changed after `sequence`.
///
/// # Errors
/// What the database answers.
pub(crate) async fn touched_since(desk: &Desk, municipality: Id, sequence: i64) -> Outcome<bool> {
    let touching = sql!(
        "select subject_id as id from journal where municipality_id = ? and sequence > ? \
         and (subject_kind in ('offer', 'organisation', 'area', 'topic') \
         or verb in ('settings_changed', 'rows_imported', 'import_undone')) limit 1",
        municipality,
        sequence
    );
    Ok(desk.db.first::<Found>(touching).await?.is_some())
}

/// What changed beside the offers themselves, and whose names their entries hold.
#[derive(Default)]
struct Beside {
    organisations: Vec<Id>,
    areas: Vec<Id>,
    topics: Vec<Id>,
}

/// The offers that hold any of those names; never more than `most` of each.
async fn touched(desk: &Desk, m: Id, beside: &Beside, most: i64) -> Outcome<Vec<Id>> {
    let mut touched = Vec::new();
    for (text, names) in [
        (
            "select offer_id as id from offer_bearer where municipality_id = ? and organisation_id in ",
            &beside.organisations,
        ),
        (
            "select offer_id as id from offer_topic where municipality_id = ? and topic_id in ",
            &beside.topics,
        ),
        (
            "select id from offer where municipality_id = ? and area_id in ",
            &beside.areas,
        ),
    ] {
        if names.is_empty() {
            continue;
        }
        let offers = sql!(text, m).list(names.iter().copied());
        let offers: Vec<Found> = desk.db.all(offers.and(" limit ?", [most.into()])).await?;
        touched.extend(offers.into_iter().map(|offer| offer.id));
    }
    Ok(touched)
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
