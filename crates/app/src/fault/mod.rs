//! Anyone says that something about an offer is wrong: those who keep it hear it, and whoever said
//! so may hear what came of it.
mod close;
mod list;
mod say;
mod tell;

pub use close::close;
pub use list::{Fault, Faulty, faulty, list};
pub use samskab_domain::fault::{Draft, Kind, Outcome as CameOfIt};
pub use say::{more, say};
pub use tell::tell;
