//! Practice changes: what was agreed to do differently, by whom, from when.
mod agree;
mod follow_up;
mod read;

pub use agree::agree;
pub use follow_up::follow_up;
pub use read::{Change, Reading, read};

pub(crate) use read::changes_of;
