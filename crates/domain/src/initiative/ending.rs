//! Every attempt has an ending, also the failed, with what was learnt (F4) and which of an area's
//! conditions it hung on (F24).
use super::placing::several;
use crate::kernel::{Reader, Remark, codes};

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EndedAs {
    /// It goes on by itself, as what one does.
    InUse,
    /// It became something else.
    Otherwise,
    /// It came to nothing: legitimate, and others can learn from it.
    Nothing,
}
codes! { EndedAs: InUse = "in_use", Otherwise = "otherwise", Nothing = "nothing" }

/// The five conditions that decide how co-creation can happen (F24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    Legal,
    Stability,
    Settings,
    Legitimacy,
    Conflict,
}
codes! { Condition: Legal = "legal", Stability = "stability", Settings = "settings",
Legitimacy = "legitimacy", Conflict = "conflict" }

/// What was typed when an initiative ends.
#[derive(Clone, Debug, Default)]
pub struct EndDraft {
    pub learnt: String,
    pub ended_as: String,
    pub conditions: Vec<String>,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// An ending that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub learnt: String,
    pub ended_as: Option<EndedAs>,
    /// Which conditions it hung on.
    pub conditions: Vec<Condition>,
}

impl EndDraft {
    /// # Errors
    /// A remark when nothing is said of what was learnt, or a choice is unknown.
    pub fn consider(&self) -> Result<Ending, Vec<Remark>> {
        let mut read = Reader::new();
        let learnt = read.required("learnt", &self.learnt, 1_200);
        let ended_as = read.optional_choice("ended_as", &self.ended_as);
        let conditions = several(&mut read, "conditions", &self.conditions);
        read.finish(Some(Ending {
            learnt,
            ended_as,
            conditions,
        }))
    }
}

/// What was typed when it rests for a while.
#[derive(Clone, Debug, Default)]
pub struct PauseDraft {
    pub pause: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

impl PauseDraft {
    /// # Errors
    /// A remark when no reason is given.
    pub fn consider(&self) -> Result<String, Vec<Remark>> {
        let mut read = Reader::new();
        let why = read.required("pause", &self.pause, 600);
        read.finish(Some(why))
    }
}
