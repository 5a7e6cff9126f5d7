//! Reads the journal from where it was read last, and notes for whom there is news.
use super::concerns::{Entry, Tie, people};
use crate::desk::{Desk, Outcome};
use crate::job;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::notice::Pace;
use std::collections::{BTreeMap, BTreeSet};

/// So many entries are read at a time.
const ENTRIES: i64 = 500;
/// Between one reading and the next.
const PAUSE: i64 = 5 * 60 * Moment::SECOND;

#[derive(FromRow)]
struct Place {
    sequence: i64,
}

/// Reads on, and asks for the next time. The first time it begins with what comes from then on: old news is none.
///
/// # Errors
/// What the database answers; then nothing was read.
pub async fn follow(desk: &Desk, municipality: Id) -> Outcome<()> {
    let place = sql!(
        "select sequence from notice_cursor where municipality_id = ?",
        municipality
    );
    let place: Option<Place> = desk.db.first(place).await?;
    let Some(Place { sequence: from }) = place else {
        return begin(desk, municipality).await;
    };
    let entries = sql!(
        "select sequence, membership_id, subject_kind, verb, subject_id, related from journal \
         where municipality_id = ? and sequence > ? order by sequence limit ?",
        municipality,
        from,
        ENTRIES
    );
    let entries: Vec<Entry> = desk.db.all(entries).await?;
    let concerned = concerned(desk, municipality, &entries).await?;
    let until = entries.last().map_or(from, |entry| entry.sequence);
    let mut tx = desk.db.write().await?;
    let moved = sql!(
        "update notice_cursor set sequence = ? where municipality_id = ? and sequence = ?",
        until,
        municipality,
        from
    );
    // Another node that read the same writes nothing.
    if tx.run(moved).await? > 0 {
        note(desk, &mut tx, municipality, &concerned).await?;
    }
    ask_again(desk, &mut tx, municipality).await?;
    tx.commit().await?;
    Ok(())
}

async fn begin(desk: &Desk, municipality: Id) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "insert into notice_cursor (municipality_id, sequence) select municipality_id, sequence from journal_head \
         where municipality_id = ? on conflict (municipality_id) do nothing",
        municipality
    ))
    .await?;
    ask_again(desk, &mut tx, municipality).await?;
    tx.commit().await?;
    Ok(())
}

/// One next time waits, however often it is asked for.
///
/// # Errors
/// What the database answers.
pub(crate) async fn ask_again(desk: &Desk, tx: &mut Tx, municipality: Id) -> Outcome<()> {
    let (kind, now) = (job::Kind::FollowJournal, desk.now());
    tx.run(sql!(
        "delete from job where municipality_id = ? and kind = ? and run_at > ?",
        municipality,
        kind.code(),
        now
    ))
    .await?;
    let nothing = serde_json::json!({});
    job::ask(tx, desk, municipality, kind, nothing, now.plus(PAUSE)).await
}

/// Whom the entries concern, but for whoever did it herself.
async fn concerned(desk: &Desk, municipality: Id, entries: &[Entry]) -> Outcome<BTreeSet<Id>> {
    let ties: Vec<_> = entries.iter().map(|e| (e, e.concerns())).collect();
    let mut wanted: BTreeSet<(Tie, Id)> = ties.iter().flat_map(|(_, t)| t.clone()).collect();
    let doers = entries.iter().filter_map(|entry| entry.membership_id);
    wanted.extend(doers.map(|doer| (Tie::Holds, doer)));
    let mut tied: BTreeMap<(Tie, Id), Vec<Id>> = BTreeMap::new();
    for (tie, row) in people(desk, municipality, &wanted).await? {
        tied.entry((tie, row.about))
            .or_default()
            .push(row.person_id);
    }
    let of = |tie: &(Tie, Id)| tied.get(tie).into_iter().flatten().copied();
    let mut concerned = BTreeSet::new();
    for (entry, ties) in &ties {
        let doer = entry.membership_id.map(|m| (Tie::Holds, m));
        let doer: Vec<Id> = doer.iter().flat_map(&of).collect();
        concerned.extend(ties.iter().flat_map(&of).filter(|p| !doer.contains(p)));
    }
    Ok(concerned)
}

#[derive(FromRow)]
struct Noted {
    person_id: Id,
}

#[derive(FromRow)]
struct Wished {
    person_id: Id,
    pace: String,
}

/// Notes that there is news, for those who wish to hear of it and wait for none already.
async fn note(desk: &Desk, tx: &mut Tx, municipality: Id, people: &BTreeSet<Id>) -> Outcome<()> {
    if people.is_empty() {
        return Ok(());
    }
    let now = desk.now();
    let insert = sql!(
        "insert into notice (municipality_id, person_id, since) select person.municipality_id, person.id, ? from person \
         left join notice_wish wish on wish.municipality_id = person.municipality_id and wish.person_id = person.id \
         where person.municipality_id = ? and person.left_at is null and coalesce(wish.pace, ?) <> ? and person.id in ",
        now,
        municipality,
        Pace::default().code(),
        Pace::Never.code()
    )
    .list(people.iter().copied())
    .text(" on conflict (municipality_id, person_id) do nothing returning person_id");
    let noted: Vec<Noted> = tx.all(insert).await?;
    let wished = sql!(
        "select person_id, pace from notice_wish where municipality_id = ? and person_id in ",
        municipality
    )
    .list(noted.iter().map(|n| n.person_id));
    let wished: Vec<Wished> = tx.all(wished).await?;
    for pace in [Pace::AtOnce, Pace::Weekly] {
        let Some(at) = pace.next(now) else { continue };
        let of = |person: Id| {
            let wish = wished.iter().find(|w| w.person_id == person);
            wish.and_then(|w| Pace::from_code(&w.pace))
                .unwrap_or_default()
        };
        let these = noted.iter().filter(|n| of(n.person_id) == pace);
        let payloads = these.map(|n| serde_json::json!({ "person": n.person_id }));
        job::ask_all(tx, desk, municipality, job::Kind::TellNews, payloads, at).await?;
    }
    Ok(())
}
