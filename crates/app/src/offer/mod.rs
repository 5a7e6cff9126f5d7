//! Offers: what a citizen can use, and why it is there.
mod addresses;
mod because;
mod causes;
mod change;
mod checks;
mod coming;
mod create;
mod details;
mod draft;
mod list;
mod people;
mod places;
mod read;
mod sheets;
mod table;
mod terms;
mod verify;
mod when;
mod words;

pub use addresses::{Address, address_parts, addresses};
pub use causes::{CauseAnswer, CauseChange, CauseNeed, CauseStory, Causes, causes};
pub use change::change;
pub use checks::{CheckItem, CheckWish, checks};
pub use coming::{Coming, coming};
pub use create::create;
pub use draft::{draft, of_organisation};
pub use list::{Bearer, ListItem, Wish, list};
pub use people::people;
pub use places::{Place, places};
pub use read::{Contact, Location, Offer, Phone, Reading, read};
pub use sheets::{Sheet, sheets};
pub use verify::verify;
pub use when::calendars;
pub use words::Told;

pub(crate) use table::{and_checked_before, and_kept_by, keepable};
pub(crate) use verify::{How, confirm};
