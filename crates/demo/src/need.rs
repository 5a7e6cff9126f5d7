//! The needs: drafted by their author, gathered around observations, raised and answered.
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub key: String,
    area: String,
    title: String,
    statement: String,
    group: String,
    topic_group: String,
    topics: Vec<String>,
    /// Where it stands in the end; the actions must lead there.
    pub state: String,
    by: String,
    days_ago: i64,
    raised_days_ago: Option<i64>,
    #[serde(default)]
    interpretation: Vec<Note>,
    #[serde(default)]
    idea: Vec<Note>,
    #[serde(default)]
    answer: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    organisation: String,
    by: String,
    text: String,
    days_ago: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    organisation: String,
    asked_by: String,
    asked_days_ago: i64,
    due_days_ago: i64,
    answered_days_ago: Option<i64>,
    by: Option<String>,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    meaning: String,
    #[serde(default)]
    mandate: String,
    #[serde(default)]
    what: String,
    by_days_ago: Option<i64>,
    done_days_ago: Option<i64>,
    #[serde(default)]
    frames: Vec<String>,
    #[serde(default)]
    passed_to: String,
}
