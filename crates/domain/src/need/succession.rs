//! A need that has become another: gathered into one, parted, or put anew. Nothing is lost: the old
//! address leads on, and what was told and answered is found from both ends.
use super::State;
use crate::kernel::codes;

/// How one need became another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Succession {
    /// It is the same as another, and is part of that now.
    Merged,
    /// A part of it is a need of its own now; it stands itself.
    Split,
    /// It is put anew.
    Superseded,
}
codes! { Succession: Merged = "merged", Split = "split", Superseded = "superseded" }

impl State {
    /// Whether a need that stands so can become part of one that stands as `into`: what all may see
    /// never disappears into what only a circle sees.
    #[must_use]
    pub fn may_merge_into(self, into: Self) -> bool {
        self == Self::Draft || into != Self::Draft
    }

    /// Where the new need stands when this one is put anew: an answer that is owed keeps it open to all.
    #[must_use]
    pub fn put_anew(self, answers_owed: bool) -> Self {
        match self {
            Self::Draft => Self::Draft,
            _ if answers_owed => Self::Raised,
            _ => Self::Draft,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Coded;

    #[test]
    fn what_all_may_see_never_disappears_into_a_draft() {
        for from in State::ALL {
            for into in State::ALL {
                let may = from.may_merge_into(*into);
                assert_eq!(may, *from == State::Draft || *into != State::Draft);
            }
        }
        assert_eq!(State::Raised.put_anew(true), State::Raised);
        assert_eq!(State::Done.put_anew(false), State::Draft);
    }
}
