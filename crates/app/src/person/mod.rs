//! People and their memberships.
mod acting;
mod change;
mod end_membership;
mod give_membership;
mod invite;
mod leave;
mod list;
mod read;

pub(crate) use acting::{acting, areas_of};
pub use change::change;
pub use end_membership::end_membership;
pub use give_membership::give_membership;
pub use invite::{Invitation, invite, invite_from_shell};
pub use leave::leave;
pub use list::{Colleague, Person, Wish, colleagues, list};
pub use read::{Membership, Profile, read};
