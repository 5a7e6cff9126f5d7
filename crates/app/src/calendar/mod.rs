//! *My calendar*: what of meetings stands on *My day*, and the private addresses calendar programs
//! subscribe to.
mod feed;
mod renew;
mod soon;

pub use feed::feed;
pub use renew::{Scope, renew};
pub use soon::{Soon, soon};
