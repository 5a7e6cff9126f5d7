//! A file on its way in, whatever it holds: looked at, begun, brought in part by part, taken back whole.
mod begin;
mod content;
mod hang;
mod names;
mod options;
mod parts;
mod preview;
mod sorted;
mod standing;
mod step;
mod table;
mod trace;
mod undo;
mod write;

pub use begin::{begin, forget};
pub use content::{Broken, File};
pub use options::{Kind, Options};
pub use preview::{Change, Preview, preview};
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
    /// Looked at, not yet brought in.
    Waiting,
    Running,
    Done,
    /// On its way back.
    GoingBack,
    Undone,
}

impl RunState {
    fn of(code: &str, undone_by: Option<Id>) -> Self {
        match (code, undone_by) {
            ("waiting", _) => Self::Waiting,
            ("running", _) => Self::Running,
            ("undone", _) => Self::Undone,
            (_, Some(_)) => Self::GoingBack,
            (_, None) => Self::Done,
        }
    }
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
    /// Who brought it in.
    pub person: String,
}

impl Run {
    pub fn state(&self) -> RunState {
        RunState::of(&self.state, self.undone_by)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn finished_at(&self) -> Option<Moment> {
        self.finished_at.map(Moment::from)
    }

    /// Number, column and reason of each that could not be taken.
    pub fn refused(&self) -> Vec<(usize, String, Reason)> {
        refusals(
            self.refused
                .as_array()
                .map(Vec::as_slice)
                .unwrap_or_default(),
        )
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
