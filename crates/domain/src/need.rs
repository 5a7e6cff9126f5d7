//! A need: a general statement that observations support (F8, F19, F20, F27).
use crate::kernel::{Id, Reader, Remark, codes};
use crate::topic::TopicGroup;

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
}

impl Draft {
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
        let need = area.zip(topic_group).map(|(area, topic_group)| Need {
            title,
            statement,
            area,
            concerns,
            topic_group,
            observations,
        });
        read.finish(need)
    }
}

/// How widely a need is told, in words: the evidence a reader meets first (F19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// No observation yet.
    None,
    One,
    Several,
    SeveralPlaces,
    BothSectors,
}

/// What stands behind a need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    pub observations: i64,
    /// Different tellers: one who tells ten times is still one.
    pub observers: i64,
    pub organisations: i64,
    pub sectors: i64,
    pub places: i64,
}

impl Support {
    /// The widest rung of the ladder that holds. Never a score.
    pub fn evidence(self) -> Evidence {
        match self {
            Self {
                observations: 0, ..
            } => Evidence::None,
            Self { sectors: 2.., .. } => Evidence::BothSectors,
            Self {
                observers: 2..,
                places: 2..,
                ..
            } => Evidence::SeveralPlaces,
            Self { observers: 2.., .. } => Evidence::Several,
            _ => Evidence::One,
        }
    }
}

/// Counts below this are not shown outside the circle: they could point to a teller.
pub const SMALLEST_SHOWN: i64 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_who_tells_ten_times_is_still_one() {
        let support = Support {
            observations: 10,
            observers: 1,
            organisations: 1,
            sectors: 1,
            places: 4,
        };
        assert_eq!(support.evidence(), Evidence::One);
    }

    #[test]
    fn the_ladder_climbs_with_observers_places_and_sectors() {
        let mut support = Support {
            observations: 2,
            observers: 2,
            organisations: 1,
            sectors: 1,
            places: 1,
        };
        assert_eq!(support.evidence(), Evidence::Several);
        support.places = 2;
        assert_eq!(support.evidence(), Evidence::SeveralPlaces);
        support.sectors = 2;
        assert_eq!(support.evidence(), Evidence::BothSectors);
    }
}
