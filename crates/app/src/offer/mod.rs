//! Offers: what a citizen can use, and why it is there.
mod because;
mod causes;
mod change;
mod checks;
mod create;
mod details;
mod draft;
mod list;
mod people;
mod read;
mod table;
mod terms;
mod verify;
mod when;

pub use causes::{CauseAnswer, CauseChange, CauseNeed, CauseStory, Causes, causes};
pub use change::change;
pub use checks::{CheckItem, CheckWish, checks};
pub use create::create;
pub use draft::{draft, of_organisation};
pub use list::{Bearer, ListItem, Wish, list};
pub use people::people;
pub use read::{Contact, Location, Offer, Phone, Reading, Told, read};
pub use verify::verify;
pub use when::calendars;

pub(crate) use table::{and_checked_before, and_kept_by, keepable};
pub(crate) use verify::{How, confirm};
