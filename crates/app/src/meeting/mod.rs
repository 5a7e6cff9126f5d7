//! Meetings: called with a purpose, prepared, written down while they run, and closed with what is
//! done differently.
mod agenda;
mod call;
mod cancel;
mod candidates;
mod change;
mod close;
mod coming;
pub(crate) mod entries;
mod invite;
mod let_go;
pub(crate) mod letter;
mod link;
mod list;
mod loops;
mod minutes;
mod read;
mod reply;
pub mod seminar;
mod table;
mod voice;

pub use agenda::{Item, Put, Suggestion, put, suggestions, take_off};
pub use call::{Of, call, may_call};
pub use cancel::cancel;
pub use candidates::{Candidate, candidates};
pub use change::change;
pub use close::close;
pub use coming::coming;
pub use invite::invite;
pub(crate) use let_go::let_go;
pub use link::{Opened, by_link, coming_by_link, say_by_link};
pub(crate) use list::seen;
pub use list::{Wish, held, of_initiative, planned};
pub use loops::loop_of;
pub use minutes::{Line, take_back, write};
pub use read::{Invited, Reading, read};
pub use reply::receive;
pub use samskab_domain::meeting::closing::Draft as ClosingDraft;
pub use samskab_domain::meeting::minutes::Draft as LineDraft;
pub use table::{May, Meeting};
pub use voice::{BySector, say};

pub(crate) use table::{in_sight, invited, row};
