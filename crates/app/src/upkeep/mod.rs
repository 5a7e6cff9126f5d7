//! Keeping offers right: those who keep one are asked in time whether it still holds, the nearest
//! first, and answer from their mail.
mod confirm;
mod keepers;
mod letter;
mod reachable;
mod remind;

pub use confirm::{ToConfirm, confirm, not_me, to_confirm};
pub(crate) use keepers::keepers;
pub(crate) use letter::names;
pub use remind::remind;
