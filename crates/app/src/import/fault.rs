//! Why a file or one of its rows cannot be taken.
use samskab_domain::kernel::{PersonalKind, Remark, Why};
use samskab_locale::Texts;

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
    /// No organisation of that id or name.
    NoSuchOrganisation,
}

impl Reason {
    /// Why, in words. What the row says is never repeated: it may be personal.
    pub fn sentence(&self, t: &Texts) -> String {
        match self {
            Self::Rule(Why::Cpr) => t.import_cpr(),
            Self::Rule(Why::Personal { kind }) => match kind {
                PersonalKind::Phone => t.import_personal_phone(),
                PersonalKind::Email => t.import_personal_email(),
                PersonalKind::Address => t.import_personal_address(),
                PersonalKind::Handle => t.import_personal_handle(),
                PersonalKind::Name => t.import_personal_name(),
            },
            Self::Rule(why) => t.why(why),
            Self::TooManyCells => t.import_too_many_cells(),
            Self::NoSuchArea => t.import_no_such_area(),
            Self::NotACoordinate => t.import_not_a_coordinate(),
            Self::IdInUse => t.import_id_in_use(),
            Self::NoSuchOrganisation => t.import_no_such_organisation(),
        }
    }

    /// The word it is kept as. Of rules those that a service can break are told apart.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Rule(Why::Missing) => "missing",
            Self::Rule(Why::Cpr) => "cpr",
            Self::Rule(_) => "unknown",
            Self::TooManyCells => "too_many_cells",
            Self::NoSuchArea => "no_such_area",
            Self::NotACoordinate => "not_a_coordinate",
            Self::IdInUse => "id_in_use",
            Self::NoSuchOrganisation => "no_such_organisation",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        let all = [
            Self::Rule(Why::Missing),
            Self::Rule(Why::Cpr),
            Self::Rule(Why::Unknown),
            Self::TooManyCells,
            Self::NoSuchArea,
            Self::NotACoordinate,
            Self::IdInUse,
            Self::NoSuchOrganisation,
        ];
        all.into_iter().find(|reason| reason.code() == code)
    }
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
