//! A municipality in a box, on both engines, for tests.
//!
//! SQLite always; PostgreSQL where `SAMSKAB_TEST_DATABASE_URL` names a server whose user may
//! create databases. Where it does not, a test says so and runs on SQLite alone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "only tests use it"
)]
mod clock;
mod engine;
mod load;
mod paper;
mod program;
mod town;

pub use clock::{HandClock, SystemTime};
pub use engine::{Engine, on_every_engine};
pub use load::{Measured, setting};
pub use paper::{can_read_pdf, poppler};
pub use program::{Answer, Installed, Program, Visitor};
pub use town::Town;

use std::path::PathBuf;

/// The folder of real data nobody here wrote, where it is present (`SAMSKAB_REAL_DATA`).
pub fn real_data(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("SAMSKAB_REAL_DATA").map(PathBuf::from);
    let found = folder.filter(|f| f.is_dir());
    if found.is_none() {
        eprintln!("{test}: no real data here (SAMSKAB_REAL_DATA); run without it");
    }
    found
}
