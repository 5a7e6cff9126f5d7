//! *Did you get to say what you came for?* One tap, by choice, after any meeting (F5, F12).
use crate::kernel::codes;

/// What someone taps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Said {
    Yes,
    Partly,
    No,
}
codes! { Said: Yes = "yes", Partly = "partly", No = "no" }

/// Days after the meeting that one may tap.
pub const ASKED_DAYS: i64 = 14;
/// From so many answers of a sector they are shown: fewer would point at people.
pub const SHOWN_FROM: i64 = 3;

/// What a sector tapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    pub yes: i64,
    pub partly: i64,
    pub no: i64,
}

impl Tally {
    /// The same, where enough have tapped.
    #[must_use]
    pub fn shown(self) -> Option<Self> {
        (self.yes + self.partly + self.no >= SHOWN_FROM).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_answers_stay_between_those_two() {
        let tally = |yes, partly, no| Tally { yes, partly, no };
        assert_eq!(tally(1, 1, 0).shown(), None);
        assert_eq!(tally(2, 0, 1).shown(), Some(tally(2, 0, 1)));
    }
}
