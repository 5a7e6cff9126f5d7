//! Telling what one saw, and reading it.
mod list;
mod of_need;
mod quote;
mod read;
mod record;
mod table;
mod withdraw;

pub(crate) use list::loose_since;
pub use list::{Wish, inbox, own};
pub(crate) use of_need::{of_need, readable};
pub(crate) use quote::voices_of_need;
pub use quote::{Quote, QuoteDraft, release, take_back};
pub use read::{Reading, read};
pub(crate) use record::insert_all;
pub use record::{Recorded, Told, record};
pub use table::Observation;
pub(crate) use table::within_sight;
pub use withdraw::withdraw;
