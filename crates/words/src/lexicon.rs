//! Which Danish words there are: ordinary ones, names of persons, names of places, and what may
//! begin and end a compound.
//!
//! Made by `scripts/lexicon`; where the lists come from stands in `data/README.md`.
use fst::Map;
use std::sync::LazyLock;

/// What a form can be. One form may be several: *Rose* is a name and a flower.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word that is no proper name.
    Word,
    /// A proper name that is no place: mostly persons.
    Name,
    Place,
    /// A first name that people in Denmark bear.
    First,
    /// A last name that people in Denmark bear.
    Last,
    /// It may begin a compound, with its link (*arbejds-*).
    Begins,
    /// It may end a compound.
    Ends,
    /// A first name that very many bear.
    Common,
}

impl Part {
    /// The bit it is kept as.
    #[must_use]
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }
}

static FORMS: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(include_bytes!("../data/lexicon.fst").as_slice()).ok());

/// Everything that is known of one form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known(u8);

impl Known {
    /// Whether it can be `part`.
    #[must_use]
    pub const fn is(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }

    /// Whether it stands on no list.
    #[must_use]
    pub const fn nothing(self) -> bool {
        self.0 == 0
    }
}

/// What is known of a form, in small letters.
#[must_use]
pub fn known(form: &str) -> Known {
    let found = FORMS.as_ref().and_then(|forms| forms.get(form));
    Known(found.and_then(|bits| u8::try_from(bits).ok()).unwrap_or(0))
}

/// Whether it is an ordinary Danish word, in small letters.
#[must_use]
pub fn is_word(form: &str) -> bool {
    known(form).is(Part::Word)
}

impl Known {
    /// What either knows.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Only what it knows of names.
    #[must_use]
    pub const fn names(self) -> Self {
        Self(
            self.0
                & (Part::Name.bit()
                    | Part::Place.bit()
                    | Part::First.bit()
                    | Part::Last.bit()
                    | Part::Common.bit()),
        )
    }
}
