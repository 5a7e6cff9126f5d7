//! People leave: what hung on them is listed and given on, and nobody's name stays where she is
//! no longer (F15).
mod close;
mod duties;
mod give_on;
mod hanging;
mod list;
mod open;
mod read;
mod report;
mod unheld;

pub use close::still_here;
pub use give_on::give_on;
pub use hanging::{Hanging, Thing};
pub use list::{Open, list};
pub(crate) use open::{close_of_bounce, open};
pub use read::{People, Vacancy, read, successors};
pub use report::report;
pub use samskab_domain::vacancy::{Draft, Kind, Reason};
pub use unheld::{Unheld, UnheldOffer, UnheldOrganisation, unheld};
