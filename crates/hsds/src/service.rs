//! What Samskab understands of a service and of what hangs on it.
use uuid::Uuid;

/// A service: what a citizen can use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    pub id: Uuid,
    pub name: String,
    pub description: Option<String>,
    pub url: Option<String>,
    pub email: Option<String>,
    /// `active`, `inactive`, `defunct` or `temporarily closed`.
    pub status: String,
    /// Whom it is for, in words.
    pub eligibility_description: Option<String>,
    /// What it costs, in words.
    pub fees_description: Option<String>,
    pub minimum_age: Option<u16>,
    pub maximum_age: Option<u16>,
    /// The day someone last said that it holds: `2026-11-23`.
    pub assured_date: Option<String>,
    /// The mailbox of whoever can say so again: a role's, never a person's.
    pub assurer_email: Option<String>,
    /// When its record last changed (RFC 3339).
    pub last_modified: Option<String>,
    /// What everybody who comes now must know.
    pub alert: Option<String>,
    pub phones: Vec<Phone>,
    pub schedules: Vec<Schedule>,
    pub places: Vec<Place>,
    pub languages: Vec<Language>,
    pub organization: Option<Organization>,
    pub cost_options: Vec<CostOption>,
    pub contacts: Vec<Contact>,
    pub capacities: Vec<Capacity>,
    pub attributes: Vec<Attribute>,
}

/// Where to ring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    pub id: Uuid,
    pub number: String,
    pub description: Option<String>,
}

/// When, in words and by rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    pub id: Uuid,
    pub description: Option<String>,
    pub repeat: Option<Repeat>,
}

/// A rule, as RFC 5545 spells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeat {
    /// `WEEKLY` or `MONTHLY`.
    pub freq: String,
    pub interval: Option<u16>,
    /// `TH`, `1MO,-1FR`.
    pub byday: Option<String>,
    pub bymonthday: Option<String>,
    pub dtstart: Option<String>,
    pub until: Option<String>,
    pub count: Option<u16>,
    /// `16:30`, by the clock of the place.
    pub opens_at: Option<String>,
    pub closes_at: Option<String>,
}

/// A service at one location.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub id: Uuid,
    pub location: Location,
}

/// Somewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Location {
    pub id: Uuid,
    pub name: Option<String>,
    pub transportation: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub address: Option<String>,
    pub postal_code: Option<String>,
    pub city: Option<String>,
    pub state_province: Option<String>,
    /// Two letters (ISO 3166-1).
    pub country: String,
    /// What is there for those who need it: description and details of each.
    pub accessibility: Vec<(String, Option<String>)>,
}

/// A language it is delivered in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    pub id: Uuid,
    /// ISO 639-1 or 639-3.
    pub code: Option<String>,
    pub name: Option<String>,
}

/// Who bears it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organization {
    pub id: Uuid,
    pub name: String,
    pub description: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Its number in the Danish register of companies.
    pub cvr: Option<String>,
}

/// What it costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostOption {
    pub id: Uuid,
    pub amount: Option<f64>,
    /// ISO 4217.
    pub currency: Option<String>,
}

/// Whom to ask for: a role, and since when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub id: Uuid,
    pub title: Option<String>,
    /// The day since which it has been so.
    pub since: Option<String>,
}

/// How many there is room for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capacity {
    pub id: Uuid,
    pub available: f64,
    pub maximum: Option<f64>,
    /// When someone last said so (RFC 3339).
    pub updated: String,
    /// What is counted.
    pub unit: String,
}

/// A word of a taxonomy, or what the standard has no property for: the profile says which.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribute {
    pub id: Uuid,
    pub link_type: String,
    pub label: Option<String>,
    pub value: Option<String>,
    /// As it goes out.
    pub taxonomy_term: Option<crate::Object>,
}
