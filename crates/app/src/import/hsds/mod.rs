//! Bringing in what others keep by the Human Services Data Specification: services are added, or
//! changed where they are here already, and everything can be looked at before and taken back after.
mod incoming;
mod offers;
mod preview;
mod run;
mod table;
mod trace;
mod undo;
mod write;

pub use incoming::{Incoming, Unreadable, read_json, read_tables};
pub use preview::{Change, Preview, preview};
pub use run::{Options, Run, RunState, begin, forget, go_on, run, runs, start, step};
pub use undo::{Undone, undo};
