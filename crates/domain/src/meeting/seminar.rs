//! A development seminar: practitioners of both sectors look at an area together (F26).
//!
//! Its pack hands out no solutions (F27): it puts side by side what is seen, how it is understood and what was tried,
//! and asks.
use crate::kernel::{Id, codes};

/// How far the pack on paper has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    Waiting,
    /// What is to stand in it is read.
    Gathering,
    /// The pages are set.
    Setting,
    Made,
    /// It could not be set.
    Failed,
}
codes! { Progress: Waiting = "waiting", Gathering = "gathering", Setting = "setting", Made = "made", Failed = "failed" }

/// What makes something worth talking about. In this order they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// A need is understood in more than one way.
    Rival,
    /// *We see it differently* stands.
    Differs,
    /// Done, says the answerer; those concerned cannot feel it.
    NotFelt,
    /// Nobody has answered in time.
    Late,
    /// *We can't, here is why*: what can be done all the same?
    Cannot,
    /// An initiative ended; where else is what was learnt of use?
    Learnt,
    /// A change was agreed and not done.
    NotDone,
}

/// So many questions of one kind at the most, and so many in all: a day is short.
const EACH: usize = 2;
const MOST: usize = 9;

/// The questions to discuss, from all that could be asked about: of each kind the first ones handed in.
#[must_use]
pub fn questions(found: &[(Ask, Id)]) -> Vec<(Ask, Id)> {
    let mut kinds: Vec<Ask> = found.iter().map(|(ask, _)| *ask).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut asked: Vec<(Ask, Id)> = Vec::new();
    for kind in kinds {
        let of_kind = found.iter().filter(|(ask, _)| *ask == kind);
        // One thing is asked about once.
        let fresh: Vec<_> = of_kind
            .filter(|(_, id)| asked.iter().all(|(_, other)| other != id))
            .take(EACH)
            .copied()
            .collect();
        asked.extend(fresh);
    }
    asked.truncate(MOST);
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> Id {
        Id::from_u128(n)
    }

    #[test]
    fn of_each_kind_two_in_their_order_and_nothing_twice() {
        let found = [
            (Ask::Learnt, id(9)),
            (Ask::Late, id(1)),
            (Ask::Rival, id(1)),
            (Ask::Rival, id(2)),
            (Ask::Rival, id(3)),
            (Ask::Late, id(4)),
        ];
        let asked = [
            (Ask::Rival, id(1)),
            (Ask::Rival, id(2)),
            (Ask::Late, id(4)),
            (Ask::Learnt, id(9)),
        ];
        assert_eq!(questions(&found), asked);
        assert!(questions(&[]).is_empty());
    }

    #[test]
    fn a_day_is_short() {
        let kinds = [
            Ask::Rival,
            Ask::Differs,
            Ask::NotFelt,
            Ask::Late,
            Ask::Cannot,
            Ask::Learnt,
            Ask::NotDone,
        ];
        let found: Vec<_> = (0..70).map(|n| (kinds[n % 7], id(n as u128))).collect();
        assert_eq!(questions(&found).len(), MOST);
    }
}
