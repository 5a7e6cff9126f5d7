//! The controlled vocabulary: eight groups everyone taps, finer topics within them.
use crate::kernel::{LINE_MAX, Reader, Remark, codes};

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
    pub name_en: String,
    pub group: String,
    pub kle: String,
}

/// A topic that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    pub name_en: Option<String>,
    pub group: TopicGroup,
    /// The number of *KL Emnesystematik*, such as `27.36`.
    pub kle: Option<String>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Topic, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, LINE_MAX);
        let name_en = read.optional("name_en", &self.name_en, LINE_MAX);
        let group = read.choice("group", &self.group);
        let kle = read.optional("kle", &self.kle, 20);
        let topic = group.map(|group| Topic {
            name,
            name_en,
            group,
            kle,
        });
        read.finish(topic)
    }
}
