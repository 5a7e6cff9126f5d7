//! Practice changes: what was agreed to do differently, by whom, from when.
mod agree;
mod follow_up;
mod ledger;
mod read;
mod wish;

pub use agree::agree;
pub use follow_up::follow_up;
pub use ledger::{Count, Ledger, LedgerWish, Line, ledger};
pub use read::{Change, Reading, read};
pub use wish::say_wish;

pub(crate) use read::changes_of;
