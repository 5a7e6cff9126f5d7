//! Personal data in free text (F19: a need is put generally).
//!
//! Each recogniser goes the same four steps: a *pattern* finds what has the shape, *validate* asks
//! whether it can be what it looks like, *context* asks what stands around it, and *explain* gives
//! the reason that the writer is told. CPR numbers are refused; the rest is marked, to rewrite or to
//! confirm as harmless. A text without marks is *without direct identifiers*, and no more than that.
mod address;
mod contact;
mod cpr;
mod name;
mod plain;
mod token;

use samskab_domain::kernel::{PersonalKind, Remark, Why};

/// What was found, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Cpr,
    Phone,
    Email,
    Address,
    Handle,
    Name,
}

impl Kind {
    /// The word it has in data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cpr => "cpr",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Handle => "handle",
            Self::Name => "name",
        }
    }
}

/// Why it was marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Ten digits that begin with a day.
    TenDigits,
    /// The same, and the last digit is the check digit of the others.
    CheckDigit,
    /// Four digits right after the word CPR.
    AfterCpr,
    /// Eight digits as a phone number has them.
    EightDigits,
    /// The form of a mail address, spelt out or not.
    MailAddress,
    /// A street and a number.
    StreetAndNumber,
    /// A postcode and a word with a capital letter.
    PostcodeAndTown,
    /// A name with an @ before it.
    AtSign,
    /// On the list of names.
    NameList,
    /// No known word, with a capital letter where none is due.
    UnknownWord,
    /// Right beside a name.
    BesideAName,
}

/// Where something was found, in characters from the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub reason: Reason,
}

/// Finds what it knows in a text.
type Recognise = fn(&str) -> Vec<Finding>;

/// The gravest first, each with whether it reads the plain text.
const RECOGNISERS: [(Recognise, bool); 5] = [
    (cpr::find, true),
    (contact::emails, true),
    (contact::phones, true),
    (address::find, false),
    (contact::handles, true),
];

/// Everything found in `text`, in order; where two overlap, the graver one.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let tokens = token::tokens(text);
    let plain = plain::Plain::of(text);
    for (recognise, in_plain) in RECOGNISERS {
        for mut finding in recognise(if in_plain { &plain.text } else { text }) {
            if in_plain {
                (finding.start, finding.end) = plain.stretch(finding.start, finding.end);
            }
            if free(&found, finding.start, finding.end) {
                found.push(finding);
            }
        }
    }
    let names = name::find(&tokens, |start, end| free(&found, start, end));
    found.extend(names);
    found.sort_by_key(|f| f.start);
    in_characters(text, found)
}

/// Whether a CPR number stands in `text`: all of [`find`] that a directory's texts must not have.
#[must_use]
pub fn has_cpr(text: &str) -> bool {
    !cpr::find(&plain::Plain::of(text).text).is_empty()
}

fn free(found: &[Finding], start: usize, end: usize) -> bool {
    found.iter().all(|f| end <= f.start || f.end <= start)
}

/// Bytes to characters, in one walk.
fn in_characters(text: &str, mut found: Vec<Finding>) -> Vec<Finding> {
    let mut places = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .enumerate()
        .peekable();
    let mut count = |byte: usize| {
        while places.peek().is_some_and(|&(_, at)| at < byte) {
            places.next();
        }
        places.peek().map_or(0, |&(count, _)| count)
    };
    for finding in &mut found {
        finding.start = count(finding.start);
        finding.end = count(finding.end);
    }
    found
}

/// Remarks on the fields of a form. CPR numbers always stop it; the rest until the writer has
/// looked and said that it is `harmless`.
#[must_use]
pub fn remarks(fields: &[(&'static str, &str)], harmless: bool) -> Vec<Remark> {
    fields
        .iter()
        .filter_map(|&(field, text)| {
            let kind = find(text).into_iter().map(|f| f.kind).min()?;
            (kind == Kind::Cpr || !harmless).then(|| Remark {
                field,
                why: why(kind),
            })
        })
        .collect()
}

fn why(kind: Kind) -> Why {
    let kind = match kind {
        Kind::Cpr => return Why::Cpr,
        Kind::Phone => PersonalKind::Phone,
        Kind::Email => PersonalKind::Email,
        Kind::Address => PersonalKind::Address,
        Kind::Handle => PersonalKind::Handle,
        Kind::Name => PersonalKind::Name,
    };
    Why::Personal { kind }
}

#[cfg(test)]
mod tests;
