//! What can be amiss with an offer. Each has a list of its own for those who tend the directory.
use crate::kernel::codes;

/// Why an offer is on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lack {
    /// Nobody has said for long that it still holds.
    Stale,
    /// Nobody stands behind it: neither a contact nor a stand-in.
    Orphaned,
    /// Someone said that something is wrong.
    Faulty,
    /// Its web address, mailbox or number leads nowhere.
    Broken,
    /// A language of those it is for is missing, or tells what it said before.
    Untranslated,
    /// It says too little to go by.
    Thin,
}
codes! { Lack: Stale = "stale", Orphaned = "orphaned", Faulty = "faulty", Broken = "broken", Untranslated = "untranslated", Thin = "thin" }

/// What a thin offer does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    When,
    Where,
    /// No number, no mailbox and no web page.
    Reach,
    /// Summary and description are shorter than [`FEW_WORDS`] together.
    Words,
}
codes! { Gap: When = "when", Where = "where", Reach = "reach", Words = "words" }

/// Characters of summary and description below which nobody learns what happens there.
pub const FEW_WORDS: i64 = 60;

/// What two offers that may be the same have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    Name,
    Words,
    Phone,
    Email,
    Url,
    Place,
}
codes! { Shared: Name = "name", Words = "words", Phone = "phone", Email = "email", Url = "url", Place = "place" }

impl Shared {
    /// How much it says, in thousandths: a name alone may be two cafés, a number alone one office
    /// with two offers.
    fn says(self) -> i64 {
        match self {
            Self::Name => 600,
            Self::Words => 500,
            Self::Phone | Self::Email | Self::Url => 150,
            Self::Place => 200,
        }
    }
}

/// From where on two offers are put before people.
pub const ALIKE: i64 = 650;

/// How like two offers are that share this, in thousandths. Nothing is merged by it: people look.
pub fn likeness(shared: &[Shared]) -> i64 {
    shared.iter().map(|s| s.says()).sum::<i64>().min(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_in_common_makes_no_pair() {
        for one in [
            Shared::Name,
            Shared::Words,
            Shared::Phone,
            Shared::Email,
            Shared::Url,
            Shared::Place,
        ] {
            assert!(likeness(&[one]) < ALIKE, "{one:?}");
        }
        let office = [Shared::Phone, Shared::Email, Shared::Url];
        assert!(likeness(&office) < ALIKE, "one office, two offers");
        assert!(likeness(&[Shared::Name, Shared::Phone]) >= ALIKE);
        assert!(likeness(&[Shared::Words, Shared::Place]) >= ALIKE);
    }
}
