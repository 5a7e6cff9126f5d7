//! Keeping offers right: those who keep one are asked in time whether it still holds, the nearest
//! first, and answer from their mail.
mod confirm;
mod letter;
mod reachable;
mod remind;

pub use confirm::{ToConfirm, confirm, to_confirm};
pub(crate) use letter::names;
pub use remind::remind;
