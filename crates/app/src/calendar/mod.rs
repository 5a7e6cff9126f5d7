//! *My calendar*: what of meetings stands on *My day*.
mod soon;

pub use soon::{Soon, soon};
