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

impl Fault {
    /// Why nothing of the file was taken, in words.
    pub fn sentence(&self, t: &Texts) -> String {
        let why = match self {
            Self::Empty => t.import_empty(),
            Self::OnlyAHeader => t.import_only_a_header(),
            Self::NotText => t.import_not_text(),
            Self::NotUtf8 { line } => t.import_not_utf8(line.to_string()),
            Self::BrokenQuotes { line } => t.import_broken_quotes(line.to_string()),
            Self::HugeCell { line } => t.import_huge_cell(line.to_string()),
            Self::TooManyRows { max } => t.import_too_many_rows(*max),
            Self::TooLarge { max } => t.import_too_large(max / (1024 * 1024)),
            Self::NoColumn { column } => t.import_no_column(*column),
            Self::TwoColumns { column } => t.import_two_columns(*column),
            Self::NotGeoJson => t.import_not_geojson(),
        };
        format!("{why} {}", t.import_nothing_written())
    }
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
    /// Another row of the same file has this id and says something else.
    IdInUse,
    /// Its offer has been merged into another, which the source tells of itself or cannot tell of in part.
    Merged,
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
            Self::Merged => t.import_merged(),
            Self::NoSuchOrganisation => t.import_no_such_organisation(),
        }
    }

    /// The word it is kept as, with the number that belongs to it.
    pub(super) fn code(&self) -> String {
        let numbered = |word: &str, number: &usize| format!("{word}:{number}");
        match self {
            Self::Rule(Why::TooLong { max }) => numbered("too_long", max),
            Self::Rule(Why::TooShort { min }) => numbered("too_short", min),
            told => {
                let found = TOLD.iter().find(|(_, reason)| reason == told);
                found.map_or("unknown", |(word, _)| word).to_owned()
            }
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        let (word, number) = code.split_once(':').unwrap_or((code, ""));
        match (word, number.parse()) {
            ("too_long", Ok(max)) => Some(Self::Rule(Why::TooLong { max })),
            ("too_short", Ok(min)) => Some(Self::Rule(Why::TooShort { min })),
            _ => TOLD
                .iter()
                .find(|(known, _)| *known == word)
                .map(|(_, reason)| reason.clone()),
        }
    }
}

/// Every reason but those with a number, by the word it is kept as.
static TOLD: [(&str, Reason); 22] = [
    ("missing", Reason::Rule(Why::Missing)),
    ("unknown", Reason::Rule(Why::Unknown)),
    ("unreadable", Reason::Rule(Why::Unreadable)),
    ("cpr", Reason::Rule(Why::Cpr)),
    ("personal_phone", personal(PersonalKind::Phone)),
    ("personal_email", personal(PersonalKind::Email)),
    ("personal_address", personal(PersonalKind::Address)),
    ("personal_handle", personal(PersonalKind::Handle)),
    ("personal_name", personal(PersonalKind::Name)),
    ("not_a_date", Reason::Rule(Why::NotADate)),
    ("date_out_of_range", Reason::Rule(Why::DateOutOfRange)),
    ("not_an_email", Reason::Rule(Why::NotAnEmail)),
    ("not_a_phone", Reason::Rule(Why::NotAPhone)),
    ("not_a_postcode", Reason::Rule(Why::NotAPostcode)),
    ("not_a_url", Reason::Rule(Why::NotAUrl)),
    ("too_many_cells", Reason::TooManyCells),
    ("no_such_area", Reason::NoSuchArea),
    ("not_a_coordinate", Reason::NotACoordinate),
    ("id_in_use", Reason::IdInUse),
    ("merged", Reason::Merged),
    ("no_such_organisation", Reason::NoSuchOrganisation),
    ("no_such_code", Reason::Rule(Why::NoSuchCode)),
];

const fn personal(kind: PersonalKind) -> Reason {
    Reason::Rule(Why::Personal { kind })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_kept_as_a_word_and_read_as_itself() {
        let long = Reason::Rule(Why::TooLong { max: 1_000 });
        let short = Reason::Rule(Why::TooShort { min: 3 });
        for reason in TOLD
            .iter()
            .map(|(_, reason)| reason.clone())
            .chain([long, short])
        {
            assert_eq!(Reason::from_code(&reason.code()), Some(reason));
        }
        assert_eq!(Reason::from_code("too_long:many"), None);
    }
}
