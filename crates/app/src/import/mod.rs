//! Bringing in observations and offers from files.
//!
//! Reading is pure: bytes in, rows and refusals out ([`csv_rows`], [`geojson`]). Writing goes in
//! batches, each with its journal entry. A row is known again by its source, a hash of its
//! content and which copy of it in the file it is, so that the same file twice adds nothing.
mod choices;
mod columns;
mod csv_rows;
mod fault;
mod geojson;
pub mod hsds;
mod importer;
mod kept;
mod observation_row;
mod observations;
mod offer_row;
mod offer_tables;
mod offers;
mod plain_text;
mod row;
mod text;

pub use columns::{Column, OBSERVATION, OFFER};
pub use csv_rows::read as read_csv;
pub use fault::{Fault, Reason, Refused};
pub(crate) use geojson::cut;
pub use geojson::read as read_geojson;
pub use importer::importer;
pub use observation_row::Defaults as ObservationDefaults;
pub use observations::{check_area, observations};
pub use offer_row::Defaults as OfferDefaults;
pub use offers::offers;
pub use plain_text::plain_text;
pub use row::{Row, Sheet};
pub use text::FILE_MAX;

/// Most rows one file may have.
pub const ROWS_MAX: usize = 200_000;

/// Longest cell, in bytes: many times our longest text.
const CELL_MAX: usize = 100_000;

/// How many rows are written at once.
const BATCH: usize = 500;

/// How many rows one statement writes: at our widest table's twenty columns far below the
/// 32,766 values SQLite takes in one, however many rows a batch gives a table.
const STATEMENT: usize = 500;

/// What came of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that came in.
    pub taken: usize,
    /// Of those, rows that gave an offer its words in another language.
    pub translated: usize,
    /// Rows that had come in before.
    pub already: usize,
    /// Rows that could not be taken, in the order of the file.
    pub refused: Vec<Refused>,
}

/// Where a file comes from, as it is kept: what it holds and the name it is known by.
fn source(kind: &str, name: &str) -> crate::Outcome<String> {
    let mut read = samskab_domain::kernel::Reader::new();
    let name = read.required("source", name, samskab_domain::kernel::LINE_MAX);
    Ok(format!("{kind}:{}", read.finish(Some(name))?))
}
