//! The vocabulary of topics: a default to begin with, then the municipality's own.
mod change;
mod create;
mod fill;
mod list;
mod retire;

pub use change::change;
pub use create::create;
pub(crate) use fill::fill;
pub use list::{Topic, draft, list};
pub use retire::retire;
