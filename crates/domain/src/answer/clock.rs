//! The clock on an answer: it sits on the organisation that was asked, never on a person.
use super::late_by;
use crate::calendar::Day;
use crate::kernel::{Reader, Remark, Why, codes};

/// Working days after its date from which a late answer is told to those above, and to all members.
pub const OVERDUE_DAYS: u16 = 10;
/// Characters of a reason given along the way.
pub const REASON_MAX: usize = 300;
/// Hours into a day in Denmark at which the asked are reminded.
pub const REMINDED_AT_HOUR: i64 = 8;

/// How late an answer is that nobody has given: two steps, so that a slip is reminded of before it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Late {
    /// Those who were asked are reminded.
    Reminded,
    /// Those above are told, and all members see it.
    Overdue,
}
codes! { Late: Reminded = "reminded", Overdue = "overdue" }

/// The step reached on `day`; none while it is in time.
#[must_use]
pub fn late(due: Day, day: Day) -> Option<Late> {
    let days = late_by(due, day)?;
    Some(match days < u32::from(OVERDUE_DAYS) {
        true => Late::Reminded,
        false => Late::Overdue,
    })
}

/// The day after `day` on which the next step is reached; none when both are.
#[must_use]
pub fn next_step(due: Day, day: Day) -> Option<Day> {
    let steps = [due.plus_working(1), due.plus_working(OVERDUE_DAYS)];
    steps.into_iter().find(|step| *step > day)
}

/// What was typed to move the date.
#[derive(Clone, Debug, Default)]
pub struct ExtensionDraft {
    pub due: String,
    pub reason: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// A later date, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub due: Day,
    pub reason: String,
}

impl ExtensionDraft {
    /// `due` is the date as it stands. It may be moved more than once; each time says why.
    ///
    /// # Errors
    /// A remark when the date lies behind, is not later than before or over a year ahead, and when there is no
    /// reason.
    pub fn consider(&self, today: Day, due: Day) -> Result<Extension, Vec<Remark>> {
        let mut read = Reader::new();
        let later = read.day("due", &self.due);
        if later.is_some_and(|day| day <= due || !(1..=366).contains(&today.days_until(day))) {
            read.remark("due", Why::DateOutOfRange);
        }
        let reason = read.required("reason", &self.reason, REASON_MAX);
        read.finish(later.map(|due| Extension { due, reason }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn it_is_reminded_of_the_next_working_day_and_told_ten_working_days_after() {
        let friday = day("2026-11-20");
        assert_eq!(late(friday, day("2026-11-22")), None, "offices are closed");
        assert_eq!(late(friday, day("2026-11-23")), Some(Late::Reminded));
        assert_eq!(late(friday, day("2026-12-03")), Some(Late::Reminded));
        assert_eq!(late(friday, day("2026-12-04")), Some(Late::Overdue));
        assert_eq!(
            next_step(friday, day("2026-11-10")),
            Some(day("2026-11-23"))
        );
        assert_eq!(
            next_step(friday, day("2026-11-23")),
            Some(day("2026-12-04"))
        );
        assert_eq!(next_step(friday, day("2026-12-04")), None);
    }

    #[test]
    fn the_clock_rests_over_christmas() {
        let due = day("2026-12-23");
        assert_eq!(next_step(due, due), Some(day("2026-12-28")));
        assert_eq!(late(due, day("2026-12-27")), None);
    }

    #[test]
    fn a_date_is_moved_forward_with_a_reason_or_not_at_all() {
        let (today, due) = (day("2026-11-23"), day("2026-11-30"));
        let moved = |due_text: &str, reason: &str| {
            let draft = ExtensionDraft {
                due: due_text.into(),
                reason: reason.into(),
                harmless: false,
            };
            draft.consider(today, due)
        };
        let remarks = moved("2026-11-30", "").unwrap_err();
        let found: Vec<_> = remarks.iter().map(|r| (r.field, &r.why)).collect();
        assert_eq!(
            found,
            [("due", &Why::DateOutOfRange), ("reason", &Why::Missing)]
        );
        assert!(moved("2028-01-01", "Budgettet vedtages først da").is_err());
        let late = ExtensionDraft {
            due: "2026-12-10".into(),
            reason: "Vi spørger de frivillige først".into(),
            harmless: false,
        };
        assert_eq!(
            late.consider(today, day("2026-10-01")).unwrap().due,
            day("2026-12-10")
        );
        assert!(
            late.consider(day("2026-12-10"), due).is_err(),
            "today is too late"
        );
    }

    proptest! {
        #[test]
        fn each_step_is_the_first_day_it_is_reached(due in 0i64..3_000, after in 0i64..40) {
            let due = day("2024-01-01").plus(due);
            if let Some(step) = next_step(due, due.plus(after)) {
                prop_assert!(late(due, step) > late(due, step.plus(-1)));
            }
        }
    }
}
