//! What Samskab adds to the standard, and where it stands. `docs/hsds-profile.md` tells it to people,
//! [`MACHINE_READABLE`] to machines.

/// The profile as a JSON document.
pub const MACHINE_READABLE: &str = include_str!("../profile.json");

/// The scheme of a CVR number among an organisation's identifiers (org-id.guide).
pub const CVR_SCHEME: &str = "DK-CVR";

/// An attribute: a text in another language. The label is `name@ar`: the field and the language.
pub const TRANSLATION: &str = "samskab:translation";
/// An attribute: the one sentence a list shows.
pub const SUMMARY: &str = "samskab:summary";
/// An attribute: the language a service is written in.
pub const LANGUAGE: &str = "samskab:language";
/// An attribute: what it is about.
pub const TOPIC: &str = "samskab:topic";
/// An attribute: the welfare area it belongs to.
pub const AREA: &str = "samskab:area";
/// An attribute: the day somebody said that it holds; the label says how.
pub const VERIFICATION: &str = "samskab:verification";
/// An attribute: a second organisation that bears it.
pub const BEARER: &str = "samskab:bearer";
/// An attribute: what is there for those who need it, where no place is known.
pub const ACCESSIBILITY: &str = "samskab:accessibility";
/// An attribute: a day on which it is otherwise.
pub const EXCEPTION: &str = "samskab:exception";
/// An attribute of a contact: since when it has been so.
pub const CONTACT_SINCE: &str = "samskab:contact-since";

/// Part of an address that nobody knows: the standard wants each part.
pub const UNKNOWN: &str = "Ikke oplyst";
