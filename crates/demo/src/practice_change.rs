//! What was agreed to do differently, and what came of it.
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub key: String,
    what: String,
    organisation: String,
    /// Who does it, and writes it down.
    person: String,
    pub from_days_ago: i64,
    notice: String,
    pub days_ago: i64,
    #[serde(default)]
    outcome: String,
    outcome_days_ago: Option<i64>,
    #[serde(default)]
    outcome_note: String,
}
