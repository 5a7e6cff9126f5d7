//! What every action needs at hand, and why an action can say no.
use crate::key::Key;
use crate::press::{NoPress, Press, Shop, Unprintable};
use rand::TryRng;
use samskab_database::Db;
use samskab_domain::access::Denied;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Moment, Remark};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::{Builder, NoContext, Timestamp, Uuid};

/// Tells the time. Rules and tests hand in their own.
pub trait Clock: Send + Sync {
    fn now(&self) -> Moment;
}

/// What every action needs at hand. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    pub db: Db,
    clock: Arc<dyn Clock>,
    pub(crate) key: Key,
    /// The needs of each municipality, ready to be compared with; read anew when they change.
    pub(crate) needs: crate::likeness::Kept,
    /// The search index of each municipality.
    pub(crate) shelves: crate::offer::Shelves,
    /// What lists of the open API hold; read anew when anything changes.
    pub(crate) lists: crate::hsds::Kept,
    /// Where what is handed out is set.
    pub(crate) shop: Shop,
}

impl Desk {
    pub fn new(db: Db, clock: Arc<dyn Clock>, key: Key) -> Self {
        Self {
            db,
            clock,
            key,
            needs: crate::likeness::Kept::default(),
            shelves: crate::offer::Shelves::default(),
            lists: crate::hsds::Kept::default(),
            shop: Shop::new(Arc::new(NoPress)),
        }
    }

    /// The same desk with its search index kept in `folder`, not in memory alone.
    #[must_use]
    pub fn with_index_in(self, folder: PathBuf) -> Self {
        Self {
            shelves: crate::offer::Shelves::within(folder),
            ..self
        }
    }

    /// The same desk with a press.
    #[must_use]
    pub fn with_press(self, press: Arc<dyn Press>) -> Self {
        Self {
            shop: Shop::new(press),
            ..self
        }
    }

    /// The same desk by another clock.
    #[must_use]
    pub fn at_clock(&self, clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            ..self.clone()
        }
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// What day it is in Denmark.
    pub fn today(&self) -> Day {
        Day::of(self.now())
    }

    /// A new id: a UUIDv7 of this desk's time, so that later rows sort later.
    pub fn id(&self) -> Id {
        self.id_at(self.now())
    }

    /// A new id that sorts among those made at `moment`: for what happened before it was written.
    pub fn id_at(&self, moment: Moment) -> Id {
        let us = moment.0.max(0).unsigned_abs();
        let nanos = u32::try_from(us % 1_000_000).unwrap_or(0) * 1_000;
        Uuid::new_v7(Timestamp::from_unix(NoContext, us / 1_000_000, nanos))
    }
}

/// The least of all ids made at `moment` or later, so that a time can be looked for in the order
/// of ids.
pub(crate) fn least_id(moment: Moment) -> Id {
    let ms = moment.0.max(0).unsigned_abs() / 1_000;
    Builder::from_unix_timestamp_millis(ms, &[0; 10]).into_uuid()
}

/// Why an action did not happen. Nothing was kept.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The actor may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// What was typed does not hold; a remark for each field.
    #[error("{} remarks", .0.len())]
    Remarks(Vec<Remark>),
    /// It does not exist, or the actor may not know that it does.
    #[error("not found")]
    Missing,
    /// It was done already, by someone else or in another window.
    #[error("already done")]
    Done,
    /// The database did not answer as it should.
    #[error("the database did not answer as it should: {}", kind_of(.0))]
    Database(#[from] samskab_database::Error),
    /// The search index did not answer as it should; it can be made anew.
    #[error("the search index did not answer as it should")]
    Index,
    /// The machine could not give random bytes.
    #[error("no randomness")]
    Randomness,
    /// What was to be handed out could not be set.
    #[error(transparent)]
    Unprintable(#[from] Unprintable),
}

impl From<samskab_search::directory::Error> for Refusal {
    fn from(error: samskab_search::directory::Error) -> Self {
        tracing::error!(%error, "the search index");
        Self::Index
    }
}

impl From<Vec<Remark>> for Refusal {
    fn from(remarks: Vec<Remark>) -> Self {
        Self::Remarks(remarks)
    }
}

impl Refusal {
    /// One remark.
    pub fn remark(field: &'static str, why: samskab_domain::kernel::Why) -> Self {
        Self::Remarks(vec![Remark { field, why }])
    }
}

/// What kind of error it was. Its own words may quote what someone wrote, so they are neither
/// shown nor logged.
fn kind_of(error: &samskab_database::Error) -> String {
    let words = format!("{error:?}");
    words.chars().take_while(|c| c.is_alphanumeric()).collect()
}

/// What an action gives.
pub type Outcome<T> = Result<T, Refusal>;

/// `N` random bytes from the machine.
///
/// # Errors
/// [`Refusal::Randomness`] when it has none to give.
pub(crate) fn random<const N: usize>() -> Outcome<[u8; N]> {
    let mut bytes = [0; N];
    rand::rngs::SysRng
        .try_fill_bytes(&mut bytes)
        .map_err(|_| Refusal::Randomness)?;
    Ok(bytes)
}
