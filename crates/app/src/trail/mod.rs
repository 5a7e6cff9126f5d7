//! The trail: from one story to what changed because of it (F9, F18, F19).
//!
//! What a teller gets back. It shows what everyone may see and, of drafts, only that her story
//! was gathered with others.
mod became;
mod follow;
mod furthest;

pub use follow::of_observation;
pub(crate) use follow::{of_need, open_to_all};
pub use furthest::furthest;

use samskab_domain::access::Role;
use samskab_domain::answer::{Along, Kind};
use samskab_domain::calendar::Day;
use samskab_domain::felt::Line;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::need::Succession;
use samskab_domain::offer::Effect;
use samskab_domain::practice_change::Outcome;

/// Something the trail leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: Id,
    pub title: String,
}

/// Whose doing a step was: a role of an organisation, never a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    pub role: Role,
    pub organisation: String,
}

/// One step of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Received,
    /// Gathered with others; the need is named when the reader may see it.
    Gathered {
        need: Option<Link>,
    },
    /// The need it was gathered under became another.
    Became {
        before: Link,
        need: Link,
        kind: Succession,
    },
    /// Organisations were asked for an answer.
    Asked {
        need: Link,
        organisations: Vec<String>,
    },
    Answered {
        need: Link,
        organisation: String,
        kind: Kind,
        meaning: String,
    },
    /// What happened to an answer on its way: a date moved, a reminder, a question taken back, something told to the
    /// answerer, words mended.
    Along {
        need: Link,
        organisation: String,
        along: Along,
        reason: Option<String>,
        /// The date it was moved to.
        until: Option<Day>,
    },
    /// The answerer says that what was promised is done.
    Done {
        need: Link,
        organisation: String,
    },
    /// Those who told, and those it is for, said whether an answer can be felt.
    Felt {
        organisation: String,
        observers: Line,
        users: Line,
    },
    /// Those who told will be asked whether an answer can be felt.
    WillAsk {
        organisation: String,
        on: Day,
    },
    /// A small trial or a larger initiative began.
    Tried {
        initiative: Link,
        lane: bool,
    },
    /// Someone does something differently.
    Changed {
        initiative: Link,
        organisation: String,
        what: String,
        outcome: Option<Outcome>,
    },
    /// An initiative ended; what was learnt stays.
    Ended {
        initiative: Link,
        learnt: String,
    },
    /// An offer became new, better, more or different.
    Offered {
        offer: Link,
        effect: Effect,
    },
    /// An answer is waited for.
    Awaited {
        organisation: String,
        due: Day,
    },
}

/// A step and when it was, or will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    pub at: Moment,
    /// Still to come.
    pub to_come: bool,
    /// Whose doing it was; none where it was the program's, or must not be told.
    pub by: Option<By>,
    pub step: Step,
}
