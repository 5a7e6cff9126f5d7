//! A file on its way in, whatever it holds: looked at, begun, brought in part by part, taken back whole.
mod begin;
mod content;
mod hang;
mod look;
mod names;
mod options;
mod parts;
mod preview;
mod send;
mod sorted;
mod standing;
mod step;
mod table;
mod trace;
mod undo;
mod write;

pub use begin::{begin, forget};
pub use content::{Broken, File};
pub use look::{Look, NAMED, look_on, looked};
pub use options::{Kind, Options};
pub use preview::{Change, Preview, preview};
pub use send::{Parcel, Sent, send, unpack, unpack_beside};
pub(super) use sorted::Sorted;
pub(super) use standing::{Here, Standing, here, standings};
pub use step::{go_on, start, step};
pub(super) use table::organisations;
pub use undo::{Undone, go_back, take_back, to_take_back, undo};

use crate::desk::{Desk, Outcome};
use crate::import::Reason;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Moment};
use samskab_locale::Texts;
use serde_json::Value;

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunState {
    /// Sent, and not read yet.
    Unread,
    /// Nothing of it can be taken.
    Broken,
    /// Being looked at.
    LookedAt,
    /// Looked at, not yet brought in.
    Waiting,
    Running,
    Done,
    /// On its way back.
    GoingBack,
    Undone,
}

/// A run, as far as it has come.
#[derive(Clone, Debug, FromRow)]
pub struct Run {
    pub id: Id,
    pub source: String,
    language: String,
    options: Value,
    state: String,
    pub total: i64,
    pub done: i64,
    pub added: i64,
    pub changed: i64,
    pub same: i64,
    refused: Value,
    created_at: KeptMoment,
    finished_at: Option<KeptMoment>,
    undone_by: Option<Id>,
    created_by: Id,
    /// How many of it are looked at, where it is looked at.
    looked: Option<i64>,
    /// Why nothing of it can be taken.
    broken: Option<String>,
    /// Who brought it in.
    pub person: String,
}

impl Run {
    pub fn state(&self) -> RunState {
        match (self.state.as_str(), self.undone_by) {
            ("waiting", _) => self.waiting(),
            ("running", _) => RunState::Running,
            ("undone", _) => RunState::Undone,
            (_, Some(_)) => RunState::GoingBack,
            (_, None) => RunState::Done,
        }
    }

    fn waiting(&self) -> RunState {
        match self.looked {
            _ if self.broken.is_some() => RunState::Broken,
            Some(look::UNREAD) => RunState::Unread,
            Some(looked) if looked < self.total => RunState::LookedAt,
            _ => RunState::Waiting,
        }
    }

    /// How many of it are looked at.
    pub fn looked(&self) -> i64 {
        self.looked.unwrap_or(self.total).max(0)
    }

    /// Why nothing of it can be taken, in the words of whoever sent it.
    pub fn why_broken(&self) -> Option<&str> {
        self.broken.as_deref()
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn finished_at(&self) -> Option<Moment> {
        self.finished_at.map(Moment::from)
    }

    /// Number, column and reason of each that could not be taken.
    pub fn refused(&self) -> Vec<(usize, String, Reason)> {
        refusals(self.refused_rows())
    }

    /// The same as they are kept.
    fn refused_rows(&self) -> &[Value] {
        let kept = self.refused.as_array();
        kept.map(Vec::as_slice).unwrap_or_default()
    }

    pub fn kind(&self) -> Kind {
        Kind::of(&self.options)
    }

    /// Columns of the file that were not understood, by their own names.
    pub fn passed_over(&self) -> Vec<&str> {
        let columns = self.options.get("passed_over").and_then(Value::as_array);
        columns
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// Where something stands in the file: its line, or its number.
    pub fn place(&self, t: &Texts, number: usize) -> String {
        match self.kind() {
            Kind::Offers | Kind::Observations => t.import_at_line(number),
            Kind::Services | Kind::Features => t.import_number(number),
        }
    }

    fn options(&self) -> Options {
        Options::read(&self.source, &self.language, &self.options)
    }

    /// The name its rows are known by: a source may bring offers and stories.
    fn rows_of(&self) -> String {
        let what = if self.kind() == Kind::Observations {
            "observations"
        } else {
            "offers"
        };
        format!("{what}:{}", self.source)
    }
}

/// Refusals as they are kept.
fn refusals(kept: &[Value]) -> Vec<(usize, String, Reason)> {
    let read = |v: &Value| {
        let number = usize::try_from(v.get(0)?.as_u64()?).ok()?;
        let reason = Reason::from_code(v.get(2)?.as_str()?)?;
        Some((number, v.get(1)?.as_str()?.to_owned(), reason))
    };
    kept.iter().filter_map(read).collect()
}

fn may(actor: &Actor, options: &Options) -> Outcome<()> {
    actor.may(Act::Import)?;
    if options.create_organisations {
        actor.may(Act::Administer)?;
    }
    Ok(())
}

/// One run.
///
/// # Errors
/// Denied to those who may not import; [`Refusal::Missing`].
pub async fn run(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Run> {
    actor.may(Act::Import)?;
    table::one(desk, actor.municipality, id).await
}

/// As many are listed.
const LISTED: i64 = 50;

/// The latest runs, the newest first.
///
/// # Errors
/// Denied to those who may not import.
pub async fn runs(desk: &Desk, actor: &Actor) -> Outcome<Vec<Run>> {
    actor.may(Act::Import)?;
    let sql = sql!(table::COLUMNS, actor.municipality);
    Ok(desk
        .db
        .all(sql.and(" order by run.id desc limit ?", [LISTED.into()]))
        .await?)
}
