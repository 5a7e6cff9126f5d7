//! A need: a general statement that observations support (F8, F19, F20, F27).
use crate::answer::Kind;
use crate::kernel::{Id, Reader, Remark, codes};
use crate::topic::TopicGroup;

pub mod evidence;
pub mod steps;
mod succession;

pub use evidence::{Evidence, SMALLEST_SHOWN, Support, shown};
pub use succession::Succession;

/// Where a need stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Being written, inside its circle.
    Draft,
    /// Someone is asked for an answer.
    Raised,
    /// Someone said they do something about it.
    Planned,
    /// The answerer says it is done.
    Done,
    /// *We see it differently*: a lasting, legitimate state.
    Differs,
}
codes! { State: Draft = "draft", Raised = "raised", Planned = "planned", Done = "done", Differs = "differs" }

impl State {
    /// Once someone is asked. Asked again after *done*, it waits again; *we see it
    /// differently* lasts.
    #[must_use]
    pub fn raised(self) -> Self {
        match self {
            Self::Draft | Self::Raised | Self::Done => Self::Raised,
            Self::Planned | Self::Differs => self,
        }
    }

    /// Once someone has answered. Only an answer that does something moves it.
    #[must_use]
    pub fn answered(self, kind: Kind) -> Self {
        match (self, kind) {
            (Self::Raised, Kind::Act | Kind::Together) => Self::Planned,
            _ => self,
        }
    }

    /// Once an answerer says that it is done.
    #[must_use]
    pub fn done(self) -> Self {
        match self {
            Self::Raised | Self::Planned | Self::Done => Self::Done,
            Self::Draft | Self::Differs => self,
        }
    }

    /// Once the last answerer who said that it is done takes it back.
    #[must_use]
    pub fn undone(self) -> Self {
        match self {
            Self::Done => Self::Planned,
            _ => self,
        }
    }
}

/// What stands beside a need, kept apart from the observations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// How someone understands it; several may be rivals.
    Interpretation,
    /// An idea for what could be done.
    Idea,
    /// What the users said when it was taken back to them.
    TakenBack,
}
codes! { NoteKind: Interpretation = "interpretation", Idea = "idea", TakenBack = "taken_back" }

/// What was typed about a need.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub title: String,
    pub statement: String,
    pub area: String,
    pub concerns: String,
    pub topic_group: String,
    pub observations: Vec<String>,
    /// The writer has looked it through: nobody can be recognised.
    pub harmless: bool,
    /// The version that was put better; empty when it does not matter which.
    pub version: String,
}

/// A need that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub title: String,
    pub statement: String,
    pub area: Id,
    pub concerns: Option<String>,
    pub topic_group: TopicGroup,
    pub observations: Vec<Id>,
    pub version: Option<i64>,
}

impl Draft {
    /// Every free text with its field, for the check for personal data.
    pub fn texts(&self) -> [(&'static str, &str); 3] {
        [
            ("title", &self.title),
            ("statement", &self.statement),
            ("concerns", &self.concerns),
        ]
    }

    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Need, Vec<Remark>> {
        let mut read = Reader::new();
        let title = read.required("title", &self.title, 90);
        let statement = read.required("statement", &self.statement, 1_200);
        let area = read.id("area", &self.area);
        let concerns = read.optional("concerns", &self.concerns, 120);
        let topic_group = read.choice("topic_group", &self.topic_group);
        let observations = crate::person::ids(&mut read, "observations", &self.observations);
        let version = read.version(&self.version);
        let need = area.zip(topic_group).map(|(area, topic_group)| Need {
            title,
            statement,
            area,
            concerns,
            topic_group,
            observations,
            version,
        });
        read.finish(need)
    }
}

/// What was typed beside a need.
#[derive(Clone, Debug, Default)]
pub struct NoteDraft {
    pub kind: String,
    pub body: String,
}

/// A note that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub kind: NoteKind,
    pub body: String,
}

/// Longest note, in characters.
pub const NOTE_MAX: usize = 600;

impl NoteDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Note, Vec<Remark>> {
        let mut read = Reader::new();
        let kind = read.choice("kind", &self.kind);
        let body = read.required("body", &self.body, NOTE_MAX);
        read.finish(kind.map(|kind| Note { kind, body }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_doing_something_plans_a_need_and_seeing_it_differently_lasts() {
        assert_eq!(State::Raised.answered(Kind::Cannot), State::Raised);
        assert_eq!(State::Raised.answered(Kind::Together), State::Planned);
        assert_eq!(State::Done.answered(Kind::Act), State::Done);
        assert_eq!(State::Planned.done(), State::Done);
        assert_eq!(State::Done.raised(), State::Raised);
        for after in [
            State::Differs.raised(),
            State::Differs.answered(Kind::Act),
            State::Differs.done(),
        ] {
            assert_eq!(after, State::Differs);
        }
    }
}
