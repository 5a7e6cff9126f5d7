//! Tasks: who does what in an initiative, as invitations and never as orders.
mod invite;
mod let_go;
mod list;
mod step;
mod table;
mod write;

pub use invite::{Member, invite, people};
pub(crate) use let_go::let_go;
pub(crate) use list::asked_about;
pub use list::{Invitation, invitations, of_initiative, one};
pub use step::{accept, decline, done, give_back, say_duty};
pub use table::Task;
pub use write::{change, write};
