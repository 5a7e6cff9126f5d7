//! The search index of each municipality: made from the database, and kept right by following the
//! journal. Every node that serves has its own, and can make it anew at will.
mod follow;
mod gather;

pub(super) use follow::keep_up;
pub(crate) use follow::touched_since;
pub use follow::{follow_all, rebuild};
pub(super) use gather::{Kind, SHOWN};

use crate::desk::{Outcome, Refusal};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_search::directory::Directory;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The indexes of all municipalities. Shared by all copies of a desk.
#[derive(Clone, Default)]
pub(crate) struct Shelves {
    /// Where they are kept; none keeps them in memory alone.
    folder: Option<Arc<PathBuf>>,
    shelves: Arc<Mutex<HashMap<Id, Arc<Shelf>>>>,
}

/// The index of one municipality.
pub(super) struct Shelf {
    pub directory: Arc<Directory>,
    /// How far the journal is followed; whoever holds it is the only one who changes the index.
    reached: tokio::sync::Mutex<Option<Reached>>,
    /// It is this database's, even if of a while ago.
    filled: AtomicBool,
    /// Words searched for in vain since they were last written down, and how often.
    pub vain: Mutex<BTreeMap<String, i64>>,
}

/// How far an index goes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reached {
    sequence: i64,
    /// What stands in the journal there, so that another database's index is known as such.
    hash: String,
    /// The day its times are told from.
    day: Day,
}

/// Changes when what an index holds changes: it is then made anew.
const VERSION: &str = "5";

/// Days after 1970-01-01.
pub(super) fn number(day: Day) -> u32 {
    let first = Day::parse("1970-01-01").unwrap_or(day);
    u32::try_from(first.days_until(day)).unwrap_or(0)
}

impl Shelves {
    /// Kept in `folder`, a folder for each municipality.
    pub fn within(folder: PathBuf) -> Self {
        Self {
            folder: Some(Arc::new(folder)),
            ..Self::default()
        }
    }

    pub(super) fn of(&self, municipality: Id) -> Outcome<Arc<Shelf>> {
        let mut shelves = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shelf) = shelves.get(&municipality) {
            return Ok(shelf.clone());
        }
        let directory = match &self.folder {
            None => Directory::in_memory(),
            Some(folder) => open(&folder.join(municipality.simple().to_string())),
        };
        let shelf = Arc::new(Shelf {
            directory: Arc::new(directory.map_err(Refusal::from)?),
            reached: tokio::sync::Mutex::default(),
            filled: AtomicBool::new(false),
            vain: Mutex::default(),
        });
        shelves.insert(municipality, shelf.clone());
        Ok(shelf)
    }
}

impl Shelf {
    fn has_reached(&self, reached: &mut Option<Reached>, now: Reached) {
        *reached = Some(now);
        self.fill(true);
    }

    fn fill(&self, filled: bool) {
        self.filled.store(filled, Ordering::Release);
    }

    fn is_filled(&self) -> bool {
        self.filled.load(Ordering::Acquire)
    }
}

/// What another version wrote is thrown away: it can be made anew.
fn open(folder: &std::path::Path) -> samskab_search::directory::Result<Directory> {
    std::fs::create_dir_all(folder)?;
    Directory::open(folder).or_else(|_| {
        std::fs::remove_dir_all(folder)?;
        std::fs::create_dir_all(folder)?;
        Directory::open(folder)
    })
}

impl Reached {
    fn mark(&self) -> String {
        format!("{VERSION} {} {} {}", self.sequence, self.day, self.hash)
    }

    fn read(mark: &str) -> Option<Self> {
        let mut parts = mark.split(' ');
        let version = parts.next();
        let sequence = parts.next()?.parse().ok()?;
        let day = Day::parse(parts.next()?)?;
        let hash = parts.next()?.to_owned();
        (version == Some(VERSION)).then_some(Self {
            sequence,
            hash,
            day,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written_and_another_version_s_is_not() {
        let reached = Reached {
            sequence: 7,
            hash: "ab01".into(),
            day: Day::parse("2026-11-23").unwrap(),
        };
        assert_eq!(Reached::read(&reached.mark()), Some(reached.clone()));
        for other in [
            "",
            "0 7 2026-11-23 ab01",
            "5 x 2026-11-23 ab01",
            "5 7 now ab01",
        ] {
            assert_eq!(Reached::read(other), None, "{other}");
        }
    }
}
