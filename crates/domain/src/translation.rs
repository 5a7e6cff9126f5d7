//! An offer's own words in another language: how they were made, and whether they still say what
//! their source says (F16).
use crate::kernel::{Coded, LINE_MAX, Reader, Remark, codes};

/// A text of an offer that is told in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Name,
    Summary,
    Description,
    ForWhom,
    Schedule,
    Price,
    Access,
    ContactTitle,
}
codes! { Field: Name = "name", Summary = "summary", Description = "description", ForWhom = "for_whom", Schedule = "schedule", Price = "price", Access = "access", ContactTitle = "contact_title" }

impl Field {
    /// As many characters as the source may have and half as many again: some languages need more.
    pub fn longest(self) -> usize {
        match self {
            Self::Name => 180,
            Self::Summary => 360,
            Self::Description => 6_000,
            Self::Schedule => 450,
            Self::ForWhom | Self::Price | Self::Access | Self::ContactTitle => LINE_MAX * 3 / 2,
        }
    }
}

/// How a translation was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Made {
    /// By a machine, and nobody has read it through.
    Machine,
    /// By a person.
    Written,
    /// Read through by someone who speaks the language.
    Reviewed,
}
codes! { Made: Machine = "machine", Written = "written", Reviewed = "reviewed" }

/// Where the translation of a text stands; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Missing,
    /// The source has changed since, in more than a comma.
    Outdated,
    Machine,
    Written,
    Reviewed,
}
codes! { Standing: Missing = "missing", Outdated = "outdated", Machine = "machine", Written = "written", Reviewed = "reviewed" }

/// Where a translation stands that was made in a way from a version of its source (`from`), when
/// the source last changed in a way that matters to other languages at its version `major`.
pub fn standing(from: Option<(Made, i64)>, major: i64) -> Standing {
    match from {
        None => Standing::Missing,
        Some((_, version)) if version < major => Standing::Outdated,
        Some((Made::Machine, _)) => Standing::Machine,
        Some((Made::Written, _)) => Standing::Written,
        Some((Made::Reviewed, _)) => Standing::Reviewed,
    }
}

/// What was typed of a translation.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub texts: Vec<(Field, String)>,
    pub made: String,
}

/// A translation that holds; an empty text takes a translation away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    pub texts: Vec<(Field, Option<String>)>,
    pub made: Made,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Translation, Vec<Remark>> {
        let mut read = Reader::new();
        let texts = self.texts.iter().map(|(field, typed)| {
            let text = read.optional(field.code(), typed, field.longest());
            (*field, text)
        });
        let texts = texts.collect();
        let made = read.choice("made", &self.made);
        read.finish(made.map(|made| Translation { texts, made }))
    }

    /// The texts by the names of their fields.
    pub fn named(&self) -> Vec<(&'static str, &str)> {
        let texts = self.texts.iter();
        texts
            .map(|(field, text)| (field.code(), text.as_str()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Why;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_a_change_that_matters_makes_a_translation_old(
            from in 1i64..9, edits in proptest::collection::vec(any::<bool>(), 0..9)
        ) {
            let mut version = from;
            let mut major = 1;
            for matters in &edits {
                version += 1;
                if *matters {
                    major = version;
                }
            }
            let stands = standing(Some((Made::Reviewed, from)), major);
            let expected = if edits.contains(&true) { Standing::Outdated } else { Standing::Reviewed };
            prop_assert_eq!(stands, expected);
        }
    }

    #[test]
    fn a_language_stands_where_its_worst_text_does() {
        let texts = [
            standing(Some((Made::Reviewed, 4)), 3),
            standing(Some((Made::Machine, 3)), 3),
            standing(Some((Made::Written, 2)), 3),
        ];
        assert_eq!(texts.iter().min(), Some(&Standing::Outdated));
        assert_eq!(standing(None, 1), Standing::Missing);
    }

    #[test]
    fn how_it_was_made_is_said_and_each_text_keeps_its_length() {
        let draft = Draft {
            texts: vec![
                (Field::Name, "a".repeat(181)),
                (Field::Summary, "  ".to_owned()),
            ],
            made: String::new(),
        };
        let remarks = draft.consider().unwrap_err();
        let fields: Vec<_> = remarks.iter().map(|r| (r.field, &r.why)).collect();
        assert_eq!(
            fields,
            [
                ("name", &Why::TooLong { max: 180 }),
                ("made", &Why::Missing)
            ]
        );
    }
}
