//! What every stage shares: ids, moments, languages, remarks and the reading of text.
pub use crate::moment::Moment;
use uuid::Uuid;

/// The id of any row: a UUIDv7, so ids made later sort later.
pub type Id = Uuid;

/// A language a text is written in.
///
/// Public pages are served in all six; staff pages in Danish and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    #[default]
    Danish,
    English,
    Arabic,
    Ukrainian,
    Farsi,
    Tigrinya,
}

codes! { Language: Danish = "da", English = "en", Arabic = "ar", Ukrainian = "uk", Farsi = "fa", Tigrinya = "ti" }

impl Language {
    /// Whether the language is written from right to left.
    pub fn right_to_left(self) -> bool {
        matches!(self, Self::Arabic | Self::Farsi)
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
            Self::Arabic => "العربية",
            Self::Ukrainian => "Українська",
            Self::Farsi => "فارسی",
            Self::Tigrinya => "ትግርኛ",
        }
    }
}

/// What was wrong with one field of what a person wrote.
///
/// `field` is the name the field has on the form, in the API and as an import column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub field: &'static str,
    pub why: Why,
}

/// Why a field cannot be taken as it stands. Each becomes a sentence that says how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing was written or chosen.
    Missing,
    /// Longer than `max` characters.
    TooLong { max: usize },
    /// Nothing was told with that code.
    NoSuchCode,
    /// Shorter than `min` characters.
    TooShort { min: usize },
    /// Not one of the choices.
    Unknown,
    /// Holds characters that cannot be shown, such as NUL.
    Unreadable,
    /// A CPR number: never kept, never logged.
    Cpr,
    /// Something that may point to one person; may be confirmed as harmless.
    Personal { kind: PersonalKind },
    /// Not a date.
    NotADate,
    /// A date outside what makes sense here.
    DateOutOfRange,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a phone number.
    NotAPhone,
    /// Not a CVR number (eight digits that satisfy modulus 11).
    NotACvr,
    /// Not a KLE number (one to three pairs of digits).
    NotAKle,
    /// Not a Danish postcode (four digits).
    NotAPostcode,
    /// Not a web address (http or https).
    NotAUrl,
    /// Not a time of day.
    NotATime,
    /// Not a colour as `#rrggbb`.
    NotAColour,
    /// A colour whose contrast with white is below 4.5:1 (WCAG 2.1, 1.4.3).
    TooPale,
    /// The form was filled in under another membership; this is the one at work now.
    WritingAs { name: String, organisation: String },
    /// Someone else already has it.
    Taken,
    /// Not a number, or outside `min..=max`.
    NotInRange { min: i64, max: i64 },
    /// Both sectors must be among the parties (F5, F10).
    NeedsBothSectors,
    /// At least one observation must carry it (F19).
    NeedsObservation,
    /// Words that would fit any need: nobody can tell what becomes different.
    NamesNothing,
    /// A practice meeting closes with what is done differently, or with *none this time* (F9).
    ChangeOrNone,
    /// It ends before it begins.
    EndsTooSoon,
    /// Someone else changed it since it was opened.
    ChangedMeanwhile,
}

/// What kind of personal data a text may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalKind {
    Phone,
    Email,
    Address,
    Handle,
    Name,
}

/// Reads what a person typed, gathering every remark, so that all are heard at once.
#[derive(Debug, Default)]
pub struct Reader {
    remarks: Vec<Remark>,
}

/// Longest text in a single line, in characters.
pub const LINE_MAX: usize = 200;

impl Reader {
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that `field` cannot be taken.
    pub fn remark(&mut self, field: &'static str, why: Why) {
        self.remarks.push(Remark { field, why });
    }

    /// A text that must be there, cleaned, of at most `max` characters.
    pub fn required(&mut self, field: &'static str, typed: &str, max: usize) -> String {
        let text = self.optional(field, typed, max);
        if text.is_none() && !self.has(field) {
            self.remark(field, Why::Missing);
        }
        text.unwrap_or_default()
    }

    /// A text that may be left out, cleaned, of at most `max` characters.
    pub fn optional(&mut self, field: &'static str, typed: &str, max: usize) -> Option<String> {
        match clean(typed) {
            Ok(text) if text.is_empty() => None,
            Ok(text) if text.chars().count() > max => {
                self.remark(field, Why::TooLong { max });
                None
            }
            Ok(text) => Some(text),
            Err(why) => {
                self.remark(field, why);
                None
            }
        }
    }

    /// One of the choices of `T`, which must be made.
    pub fn choice<T: Coded>(&mut self, field: &'static str, typed: &str) -> Option<T> {
        match typed.trim() {
            "" => {
                self.remark(field, Why::Missing);
                None
            }
            typed => self.optional_choice(field, typed),
        }
    }

    /// One of the choices of `T`, which may be left out.
    pub fn optional_choice<T: Coded>(&mut self, field: &'static str, typed: &str) -> Option<T> {
        let typed = typed.trim();
        let found = T::from_code(typed);
        if found.is_none() && !typed.is_empty() {
            self.remark(field, Why::Unknown);
        }
        found
    }

    /// An id that must be there.
    pub fn id(&mut self, field: &'static str, typed: &str) -> Option<Id> {
        if typed.trim().is_empty() {
            self.remark(field, Why::Missing);
            return None;
        }
        self.optional_id(field, typed)
    }

    /// An id that may be left out.
    pub fn optional_id(&mut self, field: &'static str, typed: &str) -> Option<Id> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let id = Uuid::parse_str(typed).ok();
        if id.is_none() {
            self.remark(field, Why::Unknown);
        }
        id
    }

    /// The version that was changed, as its form carries it; none where a form carries none.
    pub fn version(&mut self, typed: &str) -> Option<i64> {
        if typed.is_empty() {
            return None;
        }
        let version = typed.parse().ok();
        if version.is_none() {
            self.remark("version", Why::Unknown);
        }
        version
    }

    /// A day, written as a date field sends it (`2026-11-23`), that must be there.
    pub fn day(&mut self, field: &'static str, typed: &str) -> Option<crate::calendar::Day> {
        if typed.trim().is_empty() {
            self.remark(field, Why::Missing);
            return None;
        }
        self.optional_day(field, typed)
    }

    /// A day that may be left out.
    pub fn optional_day(
        &mut self,
        field: &'static str,
        typed: &str,
    ) -> Option<crate::calendar::Day> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let day = crate::calendar::Day::parse(typed);
        if day.is_none() {
            self.remark(field, Why::NotADate);
        }
        day
    }

    /// A time of day that may be left out.
    pub fn optional_time(
        &mut self,
        field: &'static str,
        typed: &str,
    ) -> Option<crate::schedule::Time> {
        if typed.trim().is_empty() {
            return None;
        }
        let time = crate::schedule::Time::parse(typed);
        if time.is_none() {
            self.remark(field, Why::NotATime);
        }
        time
    }

    /// Whether `field` already has a remark.
    pub fn has(&self, field: &'static str) -> bool {
        self.remarks.iter().any(|r| r.field == field)
    }

    /// `value` when nothing was remarked, else all remarks.
    ///
    /// # Errors
    /// Every remark made so far. Also when `value` is missing without one, which marks a
    /// rule that forgot to say why.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Remark>> {
        match value {
            Some(value) if self.remarks.is_empty() => Ok(value),
            _ => Err(self.remarks),
        }
    }
}

/// Cleans typed text: CRLF becomes LF, outer blanks go, and so do the invisible marks that
/// turn the direction of all text after them (U+202A..202E, U+2066..2069). Right-to-left
/// marks that belong to Arabic and Farsi stay.
///
/// # Errors
/// [`Why::Unreadable`] when other control characters stand in it.
pub fn clean(typed: &str) -> Result<String, Why> {
    let text: String = typed
        .replace("\r\n", "\n")
        .chars()
        .map(|c| if c == '\r' { '\n' } else { c })
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .collect();
    if text
        .chars()
        .any(|c| c.is_control() && c != '\n' && c != '\t')
    {
        return Err(Why::Unreadable);
    }
    Ok(text.trim().to_owned())
}

/// A choice that is kept, sent and spelt as a code.
pub trait Coded: Sized + Copy + 'static {
    /// Every choice, in the order it is shown.
    const ALL: &'static [Self];
    /// The code.
    fn code(self) -> &'static str;
    /// The choice behind a code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.code() == code)
    }
}

/// Gives an enum its codes, once for forms, database and API.
macro_rules! codes {
    ($name:ident: $($variant:ident = $code:literal),+ $(,)?) => {
        impl $crate::kernel::Coded for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_of_blanks_is_missing() {
        let mut reader = Reader::new();
        reader.required("story", " \r\n\t ", 10);
        assert_eq!(
            reader.finish(Some(())),
            Err(vec![Remark {
                field: "story",
                why: Why::Missing
            }])
        );
    }

    #[test]
    fn a_nul_is_unreadable_and_heard_once() {
        let mut reader = Reader::new();
        reader.required("story", "a\0b", 10);
        assert_eq!(
            reader.finish(Some(())),
            Err(vec![Remark {
                field: "story",
                why: Why::Unreadable
            }])
        );
    }

    #[test]
    fn marks_that_turn_the_direction_go_and_those_of_arabic_stay() {
        assert_eq!(clean("a\u{202e}b\u{200f}c"), Ok("ab\u{200f}c".to_owned()));
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(typed in ".{0,80}") {
            if let Ok(once) = clean(&typed) {
                prop_assert_eq!(clean(&once), Ok(once));
            }
        }

        #[test]
        fn every_language_is_found_by_its_code(i in 0usize..6) {
            let language = Language::ALL[i];
            prop_assert_eq!(Language::from_code(language.code()), Some(language));
        }
    }
}
