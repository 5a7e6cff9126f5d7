//! What others keep by the Human Services Data Specification, read: files as services, services as offers.
mod incoming;
mod offers;
mod sort;

pub use incoming::{Incoming, Unreadable, read_json, read_tables};
pub(super) use offers::{Around, Told, around, told};
pub(super) use sort::sort;
