//! Initiatives: from a problem in practice to a changed practice (F1, F3, F4, F8-F11).
use crate::access::Sector;
use crate::calendar::Day;
use crate::kernel::{Id, Reader, Remark, Why, codes};

/// Where an initiative stands. A shared understanding is never a gate (F4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Problem,
    Trial,
    Practice,
    Ended,
}
codes! { State: Problem = "problem", Trial = "trial", Practice = "practice", Ended = "ended" }

/// What was typed to open an initiative.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub title: String,
    pub problem: String,
    pub area: String,
    /// Organisations beside the opener's own.
    pub parties: Vec<String>,
    pub aim: String,
    pub notice: String,
}

/// An initiative that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    pub title: String,
    /// The problem in practice it starts from (F8).
    pub problem: String,
    pub area: Id,
    pub parties: Vec<Id>,
    /// What the opener's side wants, in its own words (F11).
    pub aim: Option<String>,
    /// How a user will notice.
    pub notice: Option<String>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Initiative, Vec<Remark>> {
        let mut read = Reader::new();
        let title = read.required("title", &self.title, 90);
        let problem = read.required("problem", &self.problem, 1_200);
        let area = read.id("area", &self.area);
        let parties = crate::person::ids(&mut read, "parties", &self.parties);
        if parties.is_empty() && !read.has("parties") {
            read.remark("parties", Why::Missing);
        }
        let aim = read.optional("aim", &self.aim, 600);
        let notice = read.optional("notice", &self.notice, 400);
        let initiative = area.map(|area| Initiative {
            title,
            problem,
            area,
            parties,
            aim,
            notice,
        });
        read.finish(initiative)
    }
}

/// What was typed to start a small trial: the short way, two practitioners at once (F10).
#[derive(Clone, Debug, Default)]
pub struct TrialDraft {
    pub what: String,
    pub with: String,
    pub until: String,
    pub notice: String,
}

/// A trial that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    pub what: String,
    /// The organisation of the other sector.
    pub with: Id,
    pub until: Day,
    pub notice: String,
}

/// A small trial is short: this many days at the most.
pub const TRIAL_DAYS_MAX: i64 = 183;

impl TrialDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self, today: Day) -> Result<Trial, Vec<Remark>> {
        let mut read = Reader::new();
        let what = read.required("what", &self.what, 600);
        let with = read.id("with", &self.with);
        let until = read.day("until", &self.until);
        if until.is_some_and(|day| !(1..=TRIAL_DAYS_MAX).contains(&today.days_until(day))) {
            read.remark("until", Why::DateOutOfRange);
        }
        let notice = read.required("notice", &self.notice, 400);
        let trial = with.zip(until).map(|(with, until)| Trial {
            what,
            with,
            until,
            notice,
        });
        read.finish(trial)
    }
}

/// Both sectors are in it: otherwise it is good work, but not co-creation (F1).
///
/// # Errors
/// A remark at `field` when only one sector is among `sectors`.
pub fn both_sectors(field: &'static str, sectors: &[Sector]) -> Result<(), Vec<Remark>> {
    let has = |s| sectors.contains(&s);
    if has(Sector::Public) && has(Sector::Voluntary) {
        return Ok(());
    }
    Err(vec![Remark {
        field,
        why: Why::NeedsBothSectors,
    }])
}

/// What was typed when an initiative ends.
#[derive(Clone, Debug, Default)]
pub struct EndDraft {
    pub learnt: String,
}

impl EndDraft {
    /// Every attempt has an ending, also the failed, with what was learnt (F4).
    ///
    /// # Errors
    /// A remark when nothing is said.
    pub fn consider(&self) -> Result<String, Vec<Remark>> {
        let mut read = Reader::new();
        let learnt = read.required("learnt", &self.learnt, 1_200);
        read.finish(Some(learnt))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sector_alone_is_not_co_creation() {
        assert!(both_sectors("parties", &[Sector::Public, Sector::Voluntary]).is_ok());
        for alone in [Sector::Public, Sector::Voluntary] {
            let remarks = both_sectors("parties", &[alone, alone]).unwrap_err();
            assert_eq!(remarks[0].why, Why::NeedsBothSectors);
        }
    }

    #[test]
    fn a_small_trial_ends_within_half_a_year() {
        let today = Day::parse("2026-11-23").unwrap();
        let draft = |until: &str| TrialDraft {
            what: "En ringer dagen før, en er der, når bilen kommer.".into(),
            with: uuid::Uuid::from_u128(1).to_string(),
            until: until.into(),
            notice: "Der er lys, når hun kommer hjem.".into(),
        };
        assert!(draft("2026-12-21").consider(today).is_ok());
        for until in ["2026-11-23", "2028-01-01", "i morgen"] {
            let remarks = draft(until).consider(today).unwrap_err();
            assert_eq!(remarks[0].field, "until");
        }
    }
}
