//! A citizen tells without an account, and sees by a code what became of it (F19).
//!
//! Nobody knows who she is: no name, no address and no session are kept with what she told. It is
//! held until a facilitator has looked at it.
mod code;
mod felt;
mod follow;
mod held;
mod take_back;
mod tell;

pub use code::Code;
pub use felt::say;
pub use follow::{Followed, follow};
pub use held::{held, release, set_aside};
pub use take_back::take_back;
pub use tell::tell;
