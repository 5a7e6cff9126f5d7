//! Why a file or one of its rows cannot be taken.
use samskab_domain::kernel::{Remark, Why};

/// Why a whole file cannot be taken. Nothing of it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// There is a header and nothing under it.
    OnlyAHeader,
    /// It is no text: a spreadsheet, a picture, a program.
    NotText,
    /// The text is not UTF-8 from this line on.
    NotUtf8 { line: usize },
    /// A quotation mark that begins on this line is never closed, or has text after its end.
    BrokenQuotes { line: usize },
    /// A cell on this line is longer than any text we take.
    HugeCell { line: usize },
    /// More rows than `max`.
    TooManyRows { max: usize },
    /// Larger than `max` bytes.
    TooLarge { max: usize },
    /// The header lacks a column nothing can be read without.
    NoColumn { column: &'static str },
    /// Two columns of the header mean the same.
    TwoColumns { column: &'static str },
    /// Not JSON, or not GeoJSON features.
    NotGeoJson,
}

/// Why one row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A rule that holds for forms too.
    Rule(Why),
    /// More cells than the header has: perhaps a comma in a text without quotation marks.
    TooManyCells,
    /// No area of that name.
    NoSuchArea,
    /// Not degrees north or east.
    NotACoordinate,
    /// The source has another row with this id: imports add, they change nothing.
    IdInUse,
}

/// A row that cannot be taken: where it stands, and why, column by column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The line of a CSV file, the number of a GeoJSON feature.
    pub line: usize,
    pub reasons: Vec<(&'static str, Reason)>,
}

impl Refused {
    pub(super) fn one(line: usize, column: &'static str, reason: Reason) -> Self {
        Self {
            line,
            reasons: vec![(column, reason)],
        }
    }
}

/// What the rules said, as reasons.
pub(super) fn reasons(remarks: Vec<Remark>) -> Vec<(&'static str, Reason)> {
    let reason = |r: Remark| (r.field, Reason::Rule(r.why));
    remarks.into_iter().map(reason).collect()
}
