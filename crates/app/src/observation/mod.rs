//! Telling what one saw, and reading it.
mod correct;
mod list;
mod marks;
mod of_need;
mod quote;
mod quote_check;
mod read;
mod record;
mod sort;
mod table;
mod withdraw;

pub use correct::correct;
pub use list::{LastTold, Wish, inbox, last_told, own};
pub(crate) use list::{loose_since, not_in_need};
pub use marks::{Kind as MarkKind, Marked, Reason as MarkReason, marks};
pub(crate) use of_need::{of_need, readable};
pub(crate) use quote::voices_of_need;
pub use quote::{Quote, QuoteDraft, release, take_back};
pub use quote_check::{Waiting as WaitingQuote, check as check_quote, waiting as waiting_quotes};
pub use read::{Reading, read};
pub(crate) use record::insert_all;
pub use record::{Recorded, Told, record};
pub use sort::sort;
pub use table::Observation;
pub(crate) use table::within_sight;
pub use withdraw::withdraw;
