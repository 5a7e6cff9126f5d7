//! Bringing in observations and offers from files.
//!
//! Reading is pure: bytes in, rows and refusals out ([`csv_rows`], [`geojson`]), or services of the
//! standard ([`hsds`]). Whatever it holds, a file goes one way ([`run`](mod@run)): it is looked at, brought in part by
//! part, each with its journal entry, and can be taken back whole. A row is known again by its source, a hash of its
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
mod offer_sort;
mod offer_told;
mod plain_text;
mod row;
mod run;
mod text;

pub use fault::{Fault, Reason, Refused};
pub(crate) use geojson::cut;
pub use importer::importer;
use plain_text::plain_text;
pub use row::{Row, Sheet};
pub use run::{
    Broken, Change, File, Kind, Look, NAMED, Options, Parcel, Preview, Run, RunState, Sent, Undone,
    begin, forget, go_back, go_on, look_on, looked, preview, run, runs, send, start, step,
    take_back, to_take_back, undo, unpack, unpack_beside,
};
pub use text::FILE_MAX;

/// Most rows one file may have.
pub const ROWS_MAX: usize = 200_000;

/// Longest cell, in bytes: many times our longest text.
const CELL_MAX: usize = 100_000;

/// How many rows one statement writes: at our widest table's twenty columns far below the
/// 32,766 values SQLite takes in one, however many rows a batch gives a table.
const STATEMENT: usize = 500;

/// The name a file is known by: its own without ending and language, since `services.en.json` and
/// `services.ar.json` are one source in two languages.
pub fn known_as(file: &str, language: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = stem.strip_suffix(&format!(".{language}")).unwrap_or(stem);
    stem.chars()
        .take(samskab_domain::kernel::LINE_MAX)
        .collect()
}
