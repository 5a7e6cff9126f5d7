//! A need: a general statement that observations support (F8, F19, F20, F27).
use crate::answer::Kind;
use crate::calendar::Day;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, Why, codes};
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
    /// How much of it there is, as far as anyone knows.
    pub extent: String,
    pub topic_group: String,
    /// What it is about more precisely.
    pub topics: Vec<String>,
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
    pub extent: Option<String>,
    pub topic_group: TopicGroup,
    pub topics: Vec<Id>,
    pub observations: Vec<Id>,
    pub version: Option<i64>,
}

/// A need about more topics than these is several needs.
const TOPICS_MAX: usize = 5;

impl Draft {
    /// Every free text with its field, for the check for personal data.
    pub fn texts(&self) -> [(&'static str, &str); 4] {
        [
            ("title", &self.title),
            ("statement", &self.statement),
            ("concerns", &self.concerns),
            ("extent", &self.extent),
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
        let extent = read.optional("extent", &self.extent, LINE_MAX);
        let topic_group = read.choice("topic_group", &self.topic_group);
        let topics = crate::person::ids(&mut read, "topics", &self.topics);
        if topics.len() > TOPICS_MAX {
            let max = TOPICS_MAX as i64;
            read.remark("topics", Why::NotInRange { min: 0, max });
        }
        let observations = crate::person::ids(&mut read, "observations", &self.observations);
        let version = read.version(&self.version);
        let need = area.zip(topic_group).map(|(area, topic_group)| Need {
            title,
            statement,
            area,
            concerns,
            extent,
            topic_group,
            topics,
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
    /// The day those it is for were heard.
    pub heard: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// A note that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub kind: NoteKind,
    pub body: String,
    /// When those it is for were heard; of other notes none.
    pub heard: Option<Day>,
}

/// Longest note, in characters.
pub const NOTE_MAX: usize = 600;

impl NoteDraft {
    /// # Errors
    /// A remark for each field that cannot be taken; what was heard, was heard by `today`.
    pub fn consider(&self, today: Day) -> Result<Note, Vec<Remark>> {
        let mut read = Reader::new();
        let kind = read.choice("kind", &self.kind);
        let body = read.required("body", &self.body, NOTE_MAX);
        let heard = match kind {
            Some(NoteKind::TakenBack) => read.optional_day("heard", &self.heard),
            // Left over from a change of mind.
            _ => None,
        };
        if heard.is_some_and(|day| day > today) {
            read.remark("heard", Why::DateOutOfRange);
        }
        read.finish(kind.map(|kind| Note { kind, body, heard }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_heard_was_heard_by_today_and_other_notes_have_no_such_day() {
        let today = Day::parse("2026-11-23").unwrap();
        let note = |kind: &str, heard: &str| {
            let draft = NoteDraft {
                kind: kind.into(),
                body: "De vil helst ringes op.".into(),
                heard: heard.into(),
                harmless: false,
            };
            draft.consider(today)
        };
        let heard = |kind, day| note(kind, day).map(|n| n.heard);
        assert_eq!(heard("taken_back", "2026-11-23"), Ok(Some(today)));
        assert_eq!(heard("taken_back", ""), Ok(None));
        assert_eq!(heard("idea", "2026-11-20"), Ok(None));
        let fields = note("taken_back", "2026-11-24").unwrap_err();
        assert_eq!((fields.len(), fields[0].field), (1, "heard"));
    }

    #[test]
    fn about_everything_is_about_nothing() {
        let topics = |n: u128| Draft {
            title: "Weekenden er lang".into(),
            statement: "Mange er alene.".into(),
            area: uuid::Uuid::from_u128(1).to_string(),
            topic_group: "alone".into(),
            topics: (0..n)
                .map(|i| uuid::Uuid::from_u128(i).to_string())
                .collect(),
            ..Draft::default()
        };
        assert_eq!(topics(5).consider().unwrap().topics.len(), 5);
        assert_eq!(topics(6).consider().unwrap_err()[0].field, "topics");
    }

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
