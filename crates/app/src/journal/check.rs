//! Walks the chain and says where it does not hold.
use super::{Entry, head};
use crate::Desk;
use samskab_database::sql;
use samskab_domain::kernel::Id;

/// What is wrong with a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The entry does not follow from the one before it.
    Broken { sequence: i64 },
    /// An entry is not where it should be.
    Missing { sequence: i64 },
    /// Entries at the end are gone.
    CutShort { sequence: i64 },
}

const PAGE: i64 = 1_000;

/// The first fault in a municipality's journal, if there is one.
///
/// # Errors
/// What the database answers.
pub async fn check(desk: &Desk, municipality: Id) -> samskab_database::Result<Option<Fault>> {
    let mut sequence = 0;
    let mut hash = Vec::new();
    loop {
        let entries: Vec<Entry> = desk
            .db
            .all(sql!(
                "select sequence, at, actor_digest, verb, subject_kind, subject_id, related, hash \
                 from journal where municipality_id = ? and sequence > ? order by sequence limit ?",
                municipality,
                sequence,
                PAGE
            ))
            .await?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            sequence += 1;
            if entry.sequence != sequence {
                return Ok(Some(Fault::Missing { sequence }));
            }
            if entry.chained(&hash) != entry.hash {
                return Ok(Some(Fault::Broken { sequence }));
            }
            hash = entry.hash;
        }
    }
    let head = head(desk, municipality).await?;
    let whole = head.map_or(sequence == 0, |head| {
        head.sequence == sequence && head.hash == hash
    });
    Ok((!whole).then_some(Fault::CutShort { sequence }))
}
