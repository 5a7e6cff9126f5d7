//! *Besked til mig*: that there is news, told as each person wishes. No message says what the news is.
//!
//! What happened stands in the journal. It is read from where it was read last, and whoever it concerns is told once,
//! however much there is.
mod concerns;
mod follow;
mod tell;
mod wish;

pub(crate) use follow::ask_again;
pub use follow::follow;
pub use tell::tell;
pub use wish::{Set, change, of_link, set, stop};
