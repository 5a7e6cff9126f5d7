//! The initiatives: one small trial started at once, the others opened from an answer.
use crate::practice_change::Change;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    pub key: String,
    area: String,
    title: String,
    problem: String,
    /// Where it stands in the end; the actions must lead there.
    pub state: String,
    #[serde(default)]
    lane: bool,
    days_ago: i64,
    by: String,
    need: String,
    #[serde(default)]
    answer_organisation: String,
    observation: String,
    until_days_ago: i64,
    notice: String,
    party: Vec<Party>,
    event: Vec<Note>,
    change: Vec<Change>,
    ending: Option<Ending>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    organisation: String,
    person: String,
    practitioner: bool,
    aim: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    days_ago: i64,
    kind: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    days_ago: i64,
    learnt: String,
}
