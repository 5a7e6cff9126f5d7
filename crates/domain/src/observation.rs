//! An observation: one thing seen or lived in practice, without personal data (F10, F18, F19).
use crate::kernel::{Id, Reader, Remark, Why, codes};
use crate::topic::TopicGroup;

/// How the teller knows. A proxy knows facts well and feelings badly, so told and lived words
/// are kept apart from the teller's own view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    Lived,
    Told,
    Saw,
    Impression,
}
codes! { Source: Lived = "lived", Told = "told", Saw = "saw", Impression = "impression" }

/// How often it happens, as far as the teller knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frequency {
    Once,
    Sometimes,
    Often,
    Always,
}
codes! { Frequency: Once = "once", Sometimes = "sometimes", Often = "often", Always = "always" }

/// How hard it hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    Small,
    Noticeable,
    Hard,
}
codes! { Severity: Small = "small", Noticeable = "noticeable", Hard = "hard" }

/// Who may read the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Circle {
    /// The teller, the coordinators of the teller's organisation, and the facilitators.
    Close,
    /// Everyone signed in: the teller chose to widen it.
    Wide,
}
codes! { Circle: Close = "close", Wide = "wide" }

/// Long enough for a story, short enough to read aloud at a meeting; in characters.
pub const STORY_MAX: usize = 1_000;

/// What a person wrote, before any rule has looked at it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub story: String,
    pub source: String,
    pub topic_group: String,
    pub area: String,
    pub place: String,
    pub concerns: String,
    pub topic: String,
    pub frequency: String,
    pub severity: String,
    pub would_help: String,
    pub circle: String,
    /// The membership it is written for, when a coordinator writes for another.
    pub teller: String,
    /// The teller has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// An observation that holds water. Only [`Draft::consider`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    pub story: String,
    pub source: Source,
    pub topic_group: TopicGroup,
    pub area: Id,
    /// A postcode.
    pub place: Option<String>,
    /// Whom it concerns, in general words.
    pub concerns: Option<String>,
    pub topic: Option<Id>,
    pub frequency: Option<Frequency>,
    pub severity: Option<Severity>,
    pub would_help: Option<String>,
    pub circle: Circle,
    pub teller: Option<Id>,
}

impl Draft {
    /// Tries every rule, so that a person hears all remarks at once. Whether the text holds
    /// personal data, the caller asks of `words` with [`Draft::texts`].
    ///
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Observation, Vec<Remark>> {
        let mut read = Reader::new();
        let story = read.required("story", &self.story, STORY_MAX);
        let source = read.choice("source", &self.source);
        let topic_group = read.choice("topic_group", &self.topic_group);
        let area = read.id("area", &self.area);
        let place = postcode(&mut read, "place", &self.place);
        let concerns = read.optional("concerns", &self.concerns, 120);
        let topic = read.optional_id("topic", &self.topic);
        let frequency = read.optional_choice("frequency", &self.frequency);
        let severity = read.optional_choice("severity", &self.severity);
        let would_help = read.optional("would_help", &self.would_help, 400);
        let circle = read.optional_choice("circle", &self.circle);
        let teller = read.optional_id("teller", &self.teller);
        let observation = match (source, topic_group, area) {
            (Some(source), Some(topic_group), Some(area)) => Some(Observation {
                story,
                source,
                topic_group,
                area,
                place,
                concerns,
                topic,
                frequency,
                severity,
                would_help,
                circle: circle.unwrap_or(Circle::Close),
                teller,
            }),
            _ => None,
        };
        read.finish(observation)
    }

    /// The fields a person writes freely, to be looked through for personal data.
    pub fn texts(&self) -> [(&'static str, &str); 3] {
        [
            ("story", &self.story),
            ("concerns", &self.concerns),
            ("would_help", &self.would_help),
        ]
    }
}

/// The words of a story, mended.
#[derive(Clone, Debug, Default)]
pub struct CorrectionDraft {
    pub story: String,
    pub would_help: String,
    pub harmless: bool,
}

/// A correction that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub story: String,
    pub would_help: Option<String>,
}

impl CorrectionDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Correction, Vec<Remark>> {
        let mut read = Reader::new();
        let story = read.required("story", &self.story, STORY_MAX);
        let would_help = read.optional("would_help", &self.would_help, 400);
        read.finish(Some(Correction { story, would_help }))
    }

    /// The fields a person writes freely.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("story", &self.story), ("would_help", &self.would_help)]
    }
}

/// What one in the circle says a story is about.
#[derive(Clone, Debug, Default)]
pub struct SortingDraft {
    pub topic_group: String,
    pub topic: String,
    pub concerns: String,
    pub frequency: String,
    pub severity: String,
    pub harmless: bool,
}

/// A sorting that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorting {
    pub topic_group: TopicGroup,
    pub topic: Option<Id>,
    pub concerns: Option<String>,
    pub frequency: Option<Frequency>,
    pub severity: Option<Severity>,
}

impl SortingDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Sorting, Vec<Remark>> {
        let mut read = Reader::new();
        let topic_group = read.choice("topic_group", &self.topic_group);
        let topic = read.optional_id("topic", &self.topic);
        let concerns = read.optional("concerns", &self.concerns, 120);
        let frequency = read.optional_choice("frequency", &self.frequency);
        let severity = read.optional_choice("severity", &self.severity);
        read.finish(topic_group.map(|topic_group| Sorting {
            topic_group,
            topic,
            concerns,
            frequency,
            severity,
        }))
    }
}

/// A Danish postcode, if one is given.
pub fn postcode(read: &mut Reader, field: &'static str, typed: &str) -> Option<String> {
    let text = read.optional(field, typed, 40)?;
    let fits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    if !fits {
        read.remark(field, Why::NotAPostcode);
    }
    fits.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area() -> String {
        uuid::Uuid::from_u128(7).to_string()
    }

    #[test]
    fn three_taps_and_a_story_are_enough() {
        let draft = Draft {
            story: "Køleskabet var tomt.".into(),
            source: "saw".into(),
            topic_group: "illness_and_home".into(),
            area: area(),
            ..Draft::default()
        };
        let observation = draft.consider().unwrap();
        assert_eq!(observation.circle, Circle::Close);
        assert_eq!(observation.place, None);
    }

    #[test]
    fn an_empty_draft_hears_all_four_remarks_at_once() {
        let remarks = Draft::default().consider().unwrap_err();
        let fields: Vec<_> = remarks.iter().map(|r| r.field).collect();
        assert_eq!(fields, ["story", "source", "topic_group", "area"]);
    }

    #[test]
    fn the_story_is_measured_in_characters_not_in_bytes() {
        let draft = |n: usize| Draft {
            story: "å".repeat(n),
            source: "saw".into(),
            topic_group: "other".into(),
            area: area(),
            ..Draft::default()
        };
        assert!(draft(STORY_MAX).consider().is_ok());
        assert_eq!(
            draft(STORY_MAX + 1).consider().unwrap_err()[0].why,
            Why::TooLong { max: STORY_MAX }
        );
    }
}
