//! On what terms a file is brought in.
use samskab_domain::kernel::Coded;
use samskab_domain::observation::Source;
use samskab_domain::topic::TopicGroup;
use serde_json::{Value, json};

/// What a file is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Services of the Human Services Data Specification.
    #[default]
    Services,
    /// Offers, one in a row of a CSV file.
    Offers,
    /// Offers, one in a feature of GeoJSON.
    Features,
    /// What people tell, one story in a row of a CSV file.
    Observations,
}

impl Kind {
    const ALL: [Self; 4] = [
        Self::Services,
        Self::Offers,
        Self::Features,
        Self::Observations,
    ];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Offers => "offers",
            Self::Features => "features",
            Self::Observations => "observations",
        }
    }

    /// What a run's kept options say; services where they say nothing.
    pub(super) fn of(kept: &Value) -> Self {
        let code = kept.get("kind").and_then(Value::as_str);
        let found = Self::ALL.into_iter().find(|kind| Some(kind.code()) == code);
        found.unwrap_or_default()
    }
}

/// What holds where a file itself says nothing.
#[derive(Clone, Debug)]
pub struct Options {
    /// The name it is known by.
    pub source: String,
    /// Language of texts that do not say it.
    pub language: String,
    /// Area of what names none of ours.
    pub area: String,
    /// Organisations nobody knows are made, voluntary. Takes an administrator.
    pub create_organisations: bool,
    pub topic_group: TopicGroup,
    /// How it is known what an observation tells.
    pub how: Source,
    /// Whoever brings observations has read them and found no person in them.
    pub looked_through: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            source: String::new(),
            language: String::new(),
            area: String::new(),
            create_organisations: false,
            topic_group: TopicGroup::Other,
            how: Source::Told,
            looked_through: false,
        }
    }
}

impl Options {
    /// What is kept of them beside source and language, with what the file is made of.
    pub(super) fn kept(&self, kind: Kind, passed_over: &[String]) -> Value {
        json!({
            "kind": kind.code(),
            "passed_over": passed_over,
            "area": self.area,
            "create_organisations": self.create_organisations,
            "topic_group": self.topic_group.code(),
            "how": self.how.code(),
            "looked_through": self.looked_through,
        })
    }

    pub(super) fn read(source: &str, language: &str, kept: &Value) -> Self {
        let text = |name: &str| kept.get(name).and_then(Value::as_str).unwrap_or_default();
        let yes = |name: &str| kept.get(name) == Some(&Value::Bool(true));
        let unsaid = Self::default();
        Self {
            source: source.to_owned(),
            language: language.to_owned(),
            area: text("area").to_owned(),
            create_organisations: yes("create_organisations"),
            topic_group: TopicGroup::from_code(text("topic_group")).unwrap_or(unsaid.topic_group),
            how: Source::from_code(text("how")).unwrap_or(unsaid.how),
            looked_through: yes("looked_through"),
        }
    }
}
