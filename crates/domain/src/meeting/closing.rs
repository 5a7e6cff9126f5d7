//! Closing a meeting, and noticing when meetings only lead to meetings (F8, F9).
use super::Purpose;
use crate::access::Sector;
use crate::kernel::{Id, Moment, Reader, Remark, Why};

/// What was typed to close a meeting.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// *None this time.*
    pub none: bool,
    /// How many were there, in the order of [`PLACES`].
    pub there: [String; 4],
    /// Items of the agenda to bring along to the next meeting.
    pub next: Vec<String>,
}

/// The four kinds of people that can be there, each with the name of its field.
pub const PLACES: [(&str, Sector, bool); 4] = [
    ("public_practice", Sector::Public, true),
    ("public_other", Sector::Public, false),
    ("voluntary_practice", Sector::Voluntary, true),
    ("voluntary_other", Sector::Voluntary, false),
];

/// More were never in one room.
const THERE_MAX: u16 = 500;

/// A closing that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Nothing is done differently because of it.
    pub none: bool,
    /// How many were there, in the order of [`PLACES`]; never for a meeting to build relations.
    pub there: Option<[u16; 4]>,
    pub next: Vec<Id>,
}

impl Draft {
    /// Closes a meeting for `purpose` from which `changes` came. Where changes came, they stand,
    /// whatever is ticked.
    ///
    /// # Errors
    /// A remark when a practice meeting has neither a change nor *none this time*, and for
    /// numbers that are none.
    pub fn consider(&self, purpose: Purpose, changes: usize) -> Result<Closing, Vec<Remark>> {
        let mut read = Reader::new();
        if purpose.asks_for_change() && changes == 0 && !self.none {
            read.remark("none", Why::ChangeOrNone);
        }
        let there = purpose.keeps_minutes().then(|| self.there(&mut read));
        let next = crate::person::ids(&mut read, "next", &self.next);
        read.finish(Some(Closing {
            none: changes == 0,
            there,
            next,
        }))
    }

    fn there(&self, read: &mut Reader) -> [u16; 4] {
        let mut there = [0; 4];
        for ((found, typed), (field, ..)) in there.iter_mut().zip(&self.there).zip(PLACES) {
            let typed = typed.trim();
            let number = match typed {
                "" => Some(0),
                typed => typed.parse().ok().filter(|n| *n <= THERE_MAX),
            };
            match number {
                Some(number) => *found = number,
                None => read.remark(
                    field,
                    Why::NotInRange {
                        min: 0,
                        max: THERE_MAX.into(),
                    },
                ),
            }
        }
        there
    }
}

/// So many practice meetings in a row without a change, and someone is missing at the table (F8).
pub const IN_A_ROW: usize = 3;
/// Days for the participants alone to do something about it, before others see it too.
pub const OTHERS_SEE_AFTER_DAYS: i64 = 28;

/// Practice meetings in a row without a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loop {
    /// How many.
    pub meetings: usize,
    /// When the one closed that made it a loop.
    pub since: Moment,
}

/// Whether meetings lead to meetings: `closed` is each closed practice meeting, the newest first,
/// with when it closed and whether a change came of it.
#[must_use]
pub fn in_a_loop(closed: &[(Moment, bool)]) -> Option<Loop> {
    let meetings = closed.iter().take_while(|(_, changed)| !changed).count();
    let made = closed[..meetings].iter().rev().nth(IN_A_ROW - 1);
    made.map(|&(since, _)| Loop { meetings, since })
}

impl Loop {
    /// Those who were in it see it at once, others when it has stood for a while.
    #[must_use]
    pub fn shown_to(self, participant: bool, now: Moment) -> bool {
        participant || now >= self.since.plus(OTHERS_SEE_AFTER_DAYS * Moment::DAY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practice_meeting_closes_with_a_change_or_with_none_this_time() {
        let blank = Draft::default();
        let none = Draft {
            none: true,
            ..Draft::default()
        };
        let why = blank.consider(Purpose::Practice, 0).unwrap_err();
        assert_eq!((why[0].field, &why[0].why), ("none", &Why::ChangeOrNone));
        assert!(none.consider(Purpose::Practice, 0).unwrap().none);
        assert!(
            !none.consider(Purpose::Practice, 1).unwrap().none,
            "what came stands"
        );
        assert!(blank.consider(Purpose::Decide, 0).is_ok());
    }

    #[test]
    fn nothing_is_counted_where_people_meet_to_know_each_other() {
        let counted = Draft {
            there: ["3".into(), String::new(), " 2 ".into(), "x".into()],
            ..Draft::default()
        };
        assert_eq!(counted.consider(Purpose::Relations, 0).unwrap().there, None);
        let why = counted.consider(Purpose::Knowledge, 0).unwrap_err();
        assert_eq!(
            why.iter().map(|r| r.field).collect::<Vec<_>>(),
            ["voluntary_other"]
        );
    }

    #[test]
    fn three_in_a_row_are_shown_to_those_who_were_there_first() {
        let at = |day: i64| Moment(day * Moment::DAY);
        assert_eq!(in_a_loop(&[(at(3), false), (at(2), false)]), None);
        assert_eq!(
            in_a_loop(&[
                (at(4), false),
                (at(3), false),
                (at(2), true),
                (at(1), false)
            ]),
            None
        );
        let found = in_a_loop(&[
            (at(9), false),
            (at(8), false),
            (at(7), false),
            (at(6), false),
            (at(5), true),
        ])
        .unwrap();
        assert_eq!((found.meetings, found.since), (4, at(8)));
        assert!(found.shown_to(true, at(8)));
        assert!(!found.shown_to(false, at(35)) && found.shown_to(false, at(36)));
    }
}
