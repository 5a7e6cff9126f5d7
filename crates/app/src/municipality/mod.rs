//! The site itself: made at the shell, set by its administrator.
mod change;
mod create;
mod find;
mod list;

pub use change::change;
pub use create::{NewMunicipality, create};
pub use find::{Municipality, find};
pub use list::list;
