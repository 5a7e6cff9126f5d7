//! The controlled vocabulary: eight groups everyone taps, finer topics within them.
use crate::area::NAMES;
use crate::kernel::{LINE_MAX, Language, Reader, Remark, codes};

/// What it is about, in one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TopicGroup {
    Alone,
    GettingAbout,
    IllnessAndHome,
    PostAndRules,
    Language,
    WorkAndMoney,
    APlaceToBe,
    Other,
}
codes! { TopicGroup: Alone = "alone", GettingAbout = "getting_about", IllnessAndHome = "illness_and_home",
PostAndRules = "post_and_rules", Language = "language", WorkAndMoney = "work_and_money",
APlaceToBe = "a_place_to_be", Other = "other" }

/// What was typed about a topic.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    /// What it is called in other languages.
    pub names: Vec<(Language, String)>,
    pub group: String,
    pub kle: String,
}

/// A topic that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    /// The names in other languages there are.
    pub names: Vec<(Language, String)>,
    pub group: TopicGroup,
    /// The number of *KL Emnesystematik*, such as `27.36`.
    pub kle: Option<String>,
}

impl Draft {
    /// What was typed of its name in a language.
    pub fn named(&self, language: Language) -> &str {
        let found = self.names.iter().find(|(of, _)| *of == language);
        found.map_or("", |(_, name)| name)
    }

    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Topic, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, LINE_MAX);
        let mut names = Vec::new();
        for (language, field) in NAMES {
            let text = read.optional(field, self.named(language), LINE_MAX);
            names.extend(text.map(|text| (language, text)));
        }
        let group = read.choice("group", &self.group);
        let kle = read.optional("kle", &self.kle, 20);
        let topic = group.map(|group| Topic {
            name,
            names,
            group,
            kle,
        });
        read.finish(topic)
    }
}
