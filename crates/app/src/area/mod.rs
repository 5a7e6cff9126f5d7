//! The welfare areas of a municipality.
mod change;
mod close;
mod create;
mod list;

pub use change::change;
pub use close::close;
pub use create::create;
pub use list::{Area, answer_days, draft, list};
