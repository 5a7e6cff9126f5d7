//! The offers, written by someone who keeps them, some because of a practice change.
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    pub key: String,
    name: String,
    area: String,
    bearers: Vec<String>,
    state: String,
    summary: String,
    description: String,
    for_whom: String,
    topic_group: String,
    topics: Vec<String>,
    #[serde(default)]
    location_name: String,
    #[serde(default)]
    address: String,
    postcode: String,
    city: String,
    schedule: String,
    #[serde(default)]
    weekday: String,
    #[serde(default)]
    starts: String,
    #[serde(default)]
    ends: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    email: String,
    price: String,
    languages: Vec<String>,
    #[serde(default)]
    access: String,
    contact: Option<String>,
    contact_title: String,
    confirmed_days_ago: i64,
    cadence_months: i64,
    change: Option<String>,
    effect: Option<String>,
    days_ago: i64,
    #[serde(default)]
    translation: Vec<Translation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    language: String,
    name: String,
    summary: String,
    description: String,
}
