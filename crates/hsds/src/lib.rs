//! The Human Services Data Specification (HSDS 3.2.3): its objects as JSON, its tables as CSV, and
//! how one becomes the other. Pure: texts in, texts out.
//!
//! [`Service`] is what Samskab understands of a service. [`Service::read`] takes it out of a
//! document and [`Service::write`] puts it back into the one it came from: what Samskab does not
//! understand, and what has not changed, stays as it was, to the letter.
mod id;
pub mod openapi;
pub mod package;
pub mod profile;
mod public;
mod read;
mod service;
mod write;

pub use id::derived;
pub use public::for_everyone;
pub use service::{
    Attribute, Capacity, Contact, CostOption, Language, Location, Organization, Phone, Place,
    Repeat, Schedule, Service,
};

/// A JSON object.
pub type Object = serde_json::Map<String, serde_json::Value>;

/// The version of the standard that is spoken.
pub const VERSION: &str = "3.2.3";
