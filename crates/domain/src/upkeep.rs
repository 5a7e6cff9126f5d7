//! Keeping offers right: who is asked whether one still holds, and when (F15, F16).
//!
//! One person is asked at a time, the nearest first. Reminders that go to one alone die with
//! whoever leaves; those that go to all at once are nobody's.
mod lack;
mod reach;
mod replace;
mod settings;

use crate::calendar::Day;
use crate::kernel::{Id, codes};
pub use lack::{ALIKE, FEW_WORDS, Gap, Lack, Shared, likeness};
pub use reach::{
    DOUBT_AFTER, LOOK_AFTER, Reach, Standing, Trouble, after_look, is_public, mailbox_fits,
    number_fits, of_status,
};
pub use replace::{Replace, ReplaceDraft, Spot, bare_number, most_of};
pub use settings::{Settings, SettingsDraft};

/// Who is asked, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// The person who answers the phone.
    Contact,
    /// Whoever stands in for her.
    Backup,
    /// Those who coordinate at the organisations that bear it.
    Coordinator,
    /// The municipality's facilitators, who are neutral.
    Facilitator,
}
codes! { Rung: Contact = "contact", Backup = "backup", Coordinator = "coordinator", Facilitator = "facilitator" }

/// Days between one rung and the next: with nobody missing they are asked on day 0, 14, 28 and 42.
pub const STEP_DAYS: i64 = 14;

/// Days a mailed link lets one say that an offer still holds.
pub const LINK_DAYS: i64 = 60;

/// One person who was asked since the offer was last checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub rung: Rung,
    pub person: Id,
    pub day: Day,
}

/// Who is asked next on `today`, when anybody is; `reachable` is who stands on each rung now. A
/// rung where nobody stands, or none but people asked already, is stepped over without waiting.
pub fn next(asked: &[Asked], reachable: &[(Rung, Vec<Id>)], today: Day) -> Option<(Rung, Vec<Id>)> {
    let last = asked.iter().max_by_key(|a| (a.rung, a.day));
    if last.is_some_and(|last| last.day.days_until(today) < STEP_DAYS) {
        return None;
    }
    let above = |rung: Rung| last.is_none_or(|last| rung > last.rung);
    let mut rungs: Vec<_> = reachable.iter().filter(|(rung, _)| above(*rung)).collect();
    rungs.sort_by_key(|(rung, _)| *rung);
    rungs.into_iter().find_map(|(rung, people)| {
        let new = people
            .iter()
            .filter(|p| asked.iter().all(|a| a.person != **p));
        let new: Vec<Id> = new.copied().collect();
        (!new.is_empty()).then_some((*rung, new))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Coded;
    use proptest::prelude::*;

    fn day(number: i64) -> Day {
        Day::parse("2026-11-23").unwrap().plus(number)
    }

    fn people(numbers: &[u128]) -> Vec<Id> {
        numbers.iter().map(|&n| Id::from_u128(n)).collect()
    }

    /// Asks every day of `days` until somebody answers.
    fn walk(
        reachable: &[(Rung, Vec<Id>)],
        days: impl IntoIterator<Item = i64>,
        answered: Option<i64>,
    ) -> Vec<(i64, Asked)> {
        let mut asked: Vec<(i64, Asked)> = Vec::new();
        for number in days {
            if answered.is_some_and(|answered| number >= answered) {
                break;
            }
            let before: Vec<Asked> = asked.iter().map(|(_, a)| *a).collect();
            if let Some((rung, new)) = next(&before, reachable, day(number)) {
                asked.extend(new.into_iter().map(|person| {
                    let day = day(number);
                    (number, Asked { rung, person, day })
                }));
            }
        }
        asked
    }

    #[test]
    fn the_four_are_asked_a_fortnight_apart_and_then_nobody() {
        let all: Vec<_> = Rung::ALL
            .iter()
            .copied()
            .zip([1, 2, 3, 4].map(|n| people(&[n])))
            .collect();
        let days: Vec<_> = walk(&all, 0..400, None)
            .into_iter()
            .map(|(n, _)| n)
            .collect();
        assert_eq!(days, [0, 14, 28, 42]);
        let days: Vec<_> = walk(&all, 0..400, Some(20))
            .into_iter()
            .map(|(n, _)| n)
            .collect();
        assert_eq!(days, [0, 14], "someone answered on the twentieth day");
    }

    #[test]
    fn an_empty_rung_costs_no_fortnight_and_nobody_is_asked_twice() {
        let vacant = [
            (Rung::Contact, vec![]),
            (Rung::Backup, people(&[2])),
            (Rung::Coordinator, people(&[2])),
            (Rung::Facilitator, people(&[4, 5])),
        ];
        let asked = walk(&vacant, 0..400, None);
        let told: Vec<_> = asked.iter().map(|(n, a)| (*n, a.rung)).collect();
        let facilitators = (14, Rung::Facilitator);
        assert_eq!(told, [(0, Rung::Backup), facilitators, facilitators]);
        assert_eq!(walk(&[], 0..400, None), []);
    }

    proptest! {
        #[test]
        fn however_often_it_runs_nobody_is_nagged(
            standing in proptest::collection::vec(proptest::collection::vec(1u128..6, 0..3), 4),
            days in proptest::collection::vec(0i64..120, 0..200),
            answered in proptest::option::of(0i64..120),
        ) {
            let reachable: Vec<_> = Rung::ALL.iter().copied().zip(standing.iter().map(|p| people(p))).collect();
            let mut days = days;
            days.sort_unstable();
            let asked = walk(&reachable, days, answered);
            for (i, (number, a)) in asked.iter().enumerate() {
                prop_assert!(answered.is_none_or(|answered| *number < answered));
                for (before, b) in &asked[..i] {
                    prop_assert!(b.rung <= a.rung, "the nearest come first");
                    prop_assert!(b.rung == a.rung || number - before >= STEP_DAYS);
                    prop_assert!(b.rung != a.rung || before == number, "a rung is asked once");
                }
            }
            let mut rungs: Vec<_> = asked.iter().map(|(_, a)| a.rung).collect();
            rungs.dedup();
            prop_assert!(rungs.len() <= 4);
        }
    }
}
