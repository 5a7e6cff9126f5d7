//! What can be done here, and what cannot: declared by leaders and coordinators of both sectors.
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub key: String,
    area: String,
    text: String,
    kind: String,
    source: String,
    firmness: String,
    changed_by: String,
    organisation: String,
    days_ago: i64,
    #[serde(default)]
    found_late: bool,
}
