//! The site itself: made at the shell, set by its administrator.
mod change;
mod create;
mod find;
mod list;
mod signposts;

pub use change::change;
pub use create::{NewMunicipality, create};
pub use find::{Municipality, find};
pub use list::list;
pub use signposts::{put_up, signposts};
