//! Initiatives: from a problem in practice to a changed practice (F1, F3, F4, F8-F11).
pub mod ending;
pub mod placing;
pub mod understanding;

pub use ending::{EndDraft, Ending};

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

/// What someone wrote down along the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteKind {
    Meeting,
    Note,
}
codes! { NoteKind: Meeting = "meeting", Note = "note" }

/// Longest title, in characters.
const TITLE_MAX: usize = 90;

/// What was typed to open an initiative.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub title: String,
    pub problem: String,
    pub area: String,
    /// Organisations to invite, beside the opener's own.
    pub parties: Vec<String>,
    pub aim: String,
    pub notice: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
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
        let title = read.required("title", &self.title, TITLE_MAX);
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

    /// The fields a person writes freely, to be looked through for personal data.
    pub fn texts(&self) -> [(&'static str, &str); 4] {
        [
            ("title", &self.title),
            ("problem", &self.problem),
            ("aim", &self.aim),
            ("notice", &self.notice),
        ]
    }
}

/// What was typed to start a small trial: the short way, two practitioners at once (F10).
#[derive(Clone, Debug, Default)]
pub struct TrialDraft {
    pub what: String,
    pub with: String,
    pub until: String,
    pub notice: String,
    /// Not asked when the trial comes from an observation, which has an area already.
    pub area: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// A trial that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    pub what: String,
    /// The organisation of the other sector.
    pub with: Id,
    pub until: Day,
    pub notice: String,
    pub area: Option<Id>,
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
        let area = read.optional_id("area", &self.area);
        let trial = with.zip(until).map(|(with, until)| Trial {
            what,
            with,
            until,
            notice,
            area,
        });
        read.finish(trial)
    }

    /// The fields a person writes freely, to be looked through for personal data.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("what", &self.what), ("notice", &self.notice)]
    }
}

impl Trial {
    /// What the trial is called: its first sentence, or as many of its words as a title holds.
    pub fn title(&self) -> String {
        let line = self.what.lines().next().unwrap_or_default();
        let sentence = line.split_inclusive(['.', '!', '?', ':']).next();
        let sentence = sentence.unwrap_or(line).trim_end_matches(['.', ':']).trim();
        if sentence.chars().count() <= TITLE_MAX {
            return sentence.to_owned();
        }
        let mut title = String::new();
        for word in sentence.split_whitespace() {
            if title.chars().count() + word.chars().count() + 2 > TITLE_MAX {
                break;
            }
            if !title.is_empty() {
                title.push(' ');
            }
            title.push_str(word);
        }
        if title.is_empty() {
            title = sentence.chars().take(TITLE_MAX - 1).collect();
        }
        title.push('…');
        title
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

/// What was typed along the way.
#[derive(Clone, Debug, Default)]
pub struct NoteDraft {
    pub kind: String,
    pub body: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

impl NoteDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<(NoteKind, String), Vec<Remark>> {
        let mut read = Reader::new();
        let kind = read.choice("kind", &self.kind);
        let body = read.required("body", &self.body, 1_200);
        read.finish(kind.map(|kind| (kind, body)))
    }
}

/// What a side says when it joins.
#[derive(Clone, Debug, Default)]
pub struct JoinDraft {
    /// What its side wants, in its own words (F11).
    pub aim: String,
    /// The one who joins does the work herself (F8).
    pub practitioner: bool,
    /// Why her side is in it (F11).
    pub reasons: Vec<String>,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// What a side says when it joins, and it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joining {
    pub aim: Option<String>,
    pub practitioner: bool,
    pub reasons: Vec<placing::Reason>,
}

impl JoinDraft {
    /// # Errors
    /// A remark when neither an aim is said nor a hand lent.
    pub fn consider(&self) -> Result<Joining, Vec<Remark>> {
        let mut read = Reader::new();
        let aim = read.optional("aim", &self.aim, 600);
        if aim.is_none() && !self.practitioner && !read.has("aim") {
            read.remark("aim", Why::Missing);
        }
        let reasons = placing::several(&mut read, "reasons", &self.reasons);
        read.finish(Some(Joining {
            aim,
            practitioner: self.practitioner,
            reasons,
        }))
    }
}

/// One side of an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub sector: Sector,
    pub practitioner: bool,
    pub aim: bool,
}

/// What is not there yet. Never a gate: each is something that could be mended (F4, F8, F9, F11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nobody of the sector does the work itself.
    NoPractitioner(Sector),
    /// The sector has not said what it wants.
    NoAim(Sector),
    /// No need, answer or story stands behind it.
    NoOrigin,
    /// Nobody has said what can be done and what cannot (F12).
    NoFrame,
    /// Something is asked about who does what (F6, F17).
    TaskAsked,
    /// A small trial is over, and nobody has told how it went.
    NotTold,
    /// Meetings only lead to meetings (F9).
    InALoop,
    /// Nothing is agreed to be done differently.
    NoChange,
}

/// What the practice check looks at.
#[derive(Clone, Debug, Default)]
pub struct Check<'a> {
    pub sides: &'a [Side],
    pub changes: usize,
    pub origin: bool,
    pub frames: bool,
    pub tasks_asked: bool,
    pub not_told: bool,
    pub in_a_loop: bool,
}

/// Days without a word after which an initiative is asked about: quiet is allowed, unnoticed is not.
pub const QUIET_DAYS: i64 = 60;

/// What is missing: each is something that could be mended, and none stops anything.
pub fn gaps(check: &Check<'_>) -> Vec<Gap> {
    let sectors = [Sector::Public, Sector::Voluntary];
    let none =
        |sector, has: fn(&Side) -> bool| !check.sides.iter().any(|s| s.sector == sector && has(s));
    let practitioners = sectors.into_iter().filter(|s| none(*s, |s| s.practitioner));
    let aims = sectors.into_iter().filter(|s| none(*s, |s| s.aim));
    let mut gaps: Vec<Gap> = practitioners.map(Gap::NoPractitioner).collect();
    gaps.extend(aims.map(Gap::NoAim));
    let points = [
        (!check.origin, Gap::NoOrigin),
        (!check.frames, Gap::NoFrame),
        (check.tasks_asked, Gap::TaskAsked),
        (check.not_told, Gap::NotTold),
        (check.in_a_loop, Gap::InALoop),
        (check.changes == 0, Gap::NoChange),
    ];
    gaps.extend(
        points
            .into_iter()
            .filter(|(missing, _)| *missing)
            .map(|(_, gap)| gap),
    );
    gaps
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
            ..TrialDraft::default()
        };
        assert!(draft("2026-12-21").consider(today).is_ok());
        for until in ["2026-11-23", "2028-01-01", "i morgen"] {
            let remarks = draft(until).consider(today).unwrap_err();
            assert_eq!(remarks[0].field, "until");
        }
    }

    fn trial(what: &str) -> Trial {
        Trial {
            what: what.into(),
            with: uuid::Uuid::from_u128(1),
            until: Day::parse("2026-12-21").unwrap(),
            notice: String::new(),
            area: None,
        }
    }

    #[test]
    fn a_trial_is_called_by_its_first_words() {
        let title = trial("En ringer dagen før. Så er der én i døren.").title();
        assert_eq!(title, "En ringer dagen før");
        let long = trial(&"hjem ".repeat(60)).title();
        assert!(long.ends_with("hjem…"), "{long}");
        for what in ["å".repeat(400), "ord ".repeat(99), "?".into()] {
            let title = trial(&what).title();
            assert!((1..=TITLE_MAX).contains(&title.chars().count()), "{title}");
        }
    }

    #[test]
    fn what_is_missing_is_told_for_each_sector() {
        let side = |sector, practitioner, aim| Side {
            sector,
            practitioner,
            aim,
        };
        let sides = [
            side(Sector::Public, false, true),
            side(Sector::Public, true, false),
            side(Sector::Voluntary, false, false),
        ];
        let expected = [
            Gap::NoPractitioner(Sector::Voluntary),
            Gap::NoAim(Sector::Voluntary),
        ];
        let check = Check {
            sides: &sides,
            changes: 1,
            origin: true,
            frames: true,
            ..Check::default()
        };
        assert_eq!(gaps(&check), expected);
        let nothing = Check {
            changes: 0,
            origin: false,
            frames: false,
            tasks_asked: true,
            not_told: true,
            in_a_loop: true,
            ..check
        };
        let points = [
            Gap::NoOrigin,
            Gap::NoFrame,
            Gap::TaskAsked,
            Gap::NotTold,
            Gap::InALoop,
            Gap::NoChange,
        ];
        assert_eq!(gaps(&nothing)[2..], points);
    }

    #[test]
    fn joining_says_an_aim_or_lends_a_hand() {
        assert_eq!(JoinDraft::default().consider().unwrap_err()[0].field, "aim");
        let hand = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        let joining = hand.consider().unwrap();
        assert!(joining.practitioner && joining.aim.is_none());
    }
}
