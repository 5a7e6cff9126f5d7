//! Who does what (F6, F17, F25): offered or asked for, taken, given back at any time; never assigned.
//!
//! Volunteers' work must not become a duty, nor take over the public side's core task. What looks
//! like it is asked about, by everyone who is in it and of no one in particular.
use crate::access::Sector;
use crate::calendar::Day;
use crate::kernel::{Coded, Id, Reader, Remark, Why, codes};

/// Whose task it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The public side's core task.
    Core,
    /// What volunteers add.
    Supplement,
    /// They do not agree on that: a state that may last (F25).
    Disputed,
}
codes! { Kind: Core = "core", Supplement = "supplement", Disputed = "disputed" }

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Anyone in it may take it.
    Open,
    /// One person has been asked, and may say *no thanks* without a reason.
    Invited,
    Taken,
    Done,
}
codes! { State: Open = "open", Invited = "invited", Taken = "taken", Done = "done" }

/// What someone does about a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    Offered,
    Invited,
    Accepted,
    Declined,
    GivenBack,
    Done,
}
codes! { Step: Offered = "offered", Invited = "invited", Accepted = "accepted", Declined = "declined",
GivenBack = "given_back", Done = "done" }

impl State {
    /// Where a step leads; `mine` says that the one who takes it is the one who was asked or who
    /// has it. Nobody takes, declines or gives back for another.
    pub fn after(self, step: Step, mine: bool) -> Option<Self> {
        match (self, step) {
            (Self::Open | Self::Invited, Step::Invited) => Some(Self::Invited),
            (Self::Open, Step::Accepted) => Some(Self::Taken),
            (Self::Invited, Step::Accepted) if mine => Some(Self::Taken),
            (Self::Invited, Step::Declined) if mine => Some(Self::Open),
            (Self::Taken, Step::GivenBack) if mine => Some(Self::Open),
            (Self::Taken, Step::Done) if mine => Some(Self::Done),
            _ => None,
        }
    }
}

/// What accompanying someone needs before it can work (F17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precondition {
    /// There is somewhere to go, and it has room.
    Place,
    /// Someone knows the district, the group, the community (F14).
    Known,
    /// The citizen wants it.
    Wanted,
    /// Who does what has been talked through.
    Roles,
}
codes! { Precondition: Place = "place", Known = "known", Wanted = "wanted", Roles = "roles" }

/// What someone says to *has it become a duty?*
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duty {
    Yes,
    No,
}
codes! { Duty: Yes = "yes", No = "no" }

/// Longest description, in characters.
pub const WHAT_MAX: usize = 300;
/// Days a task may run on without an end before somebody asks.
pub const WITHOUT_END_DAYS: i64 = 60;
/// Days a *no, it is no duty* stands before it is asked again.
pub const ASKED_AGAIN_DAYS: i64 = 90;

/// What was typed about a task.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub what: String,
    pub kind: String,
    pub until: String,
    /// Nobody else could take over if the one who has it said no.
    pub must: bool,
    /// It is to accompany someone somewhere.
    pub bridge: bool,
    /// Which preconditions of that are in place.
    pub in_place: Vec<String>,
    /// The version that was changed; empty when it does not matter which.
    pub version: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// A task that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub what: String,
    pub kind: Kind,
    pub until: Option<Day>,
    pub must: bool,
    /// The preconditions in place, when it is to accompany someone.
    pub bridge: Option<Vec<Precondition>>,
    /// Which word of it was changed.
    pub version: Option<i64>,
}

impl Task {
    /// Whether whoever took `before` is asked anew: other words, longer, or one nobody may decline. She
    /// said yes to what it was (F6).
    pub fn asks_anew(&self, before: &Self) -> bool {
        let longer = match (before.until, self.until) {
            (Some(before), Some(now)) => before < now,
            (Some(_), None) => true,
            (None, _) => false,
        };
        self.what != before.what || longer || (self.must && !before.must)
    }
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self, today: Day) -> Result<Task, Vec<Remark>> {
        let mut read = Reader::new();
        let what = read.required("what", &self.what, WHAT_MAX);
        let kind = read.choice("kind", &self.kind);
        let until = read.optional_day("until", &self.until);
        if until.is_some_and(|day| !(0..=1_100).contains(&today.days_until(day))) {
            read.remark("until", Why::DateOutOfRange);
        }
        let in_place = self.in_place.iter().filter_map(|code| {
            let known = Precondition::from_code(code);
            if known.is_none() {
                read.remark("in_place", Why::Unknown);
            }
            known
        });
        let in_place: Vec<Precondition> = in_place.collect();
        let version = read.version(&self.version);
        let task = kind.map(|kind| Task {
            what,
            kind,
            until,
            must: self.must,
            bridge: self.bridge.then_some(in_place),
            version,
        });
        read.finish(task)
    }
}

/// A task as it stands, as far as it decides what is asked about it.
#[derive(Clone, Debug)]
pub struct Standing {
    pub kind: Kind,
    pub state: State,
    /// The side of the one who has it.
    pub side: Option<Sector>,
    /// Since when she has it.
    pub since: Option<Day>,
    pub until: Option<Day>,
    pub must: bool,
    pub bridge: Option<Vec<Precondition>>,
    /// The last word on *has it become a duty?*
    pub duty: Option<(Duty, Day)>,
}

/// What is asked about a task. Nobody is blamed, and nothing stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// A volunteer has it, and it runs without an end, or nobody may say no: *has it become a duty?*
    MaybeDuty,
    /// Those who are in it have said that it has.
    Duty,
    /// Volunteers do the public side's core task.
    CoreByVolunteers,
    /// The public side's staff do what volunteers were to add.
    SupplementByStaff,
    /// It is to accompany someone, and this is not in place (F17).
    NotInPlace(Precondition),
}

/// What is asked about a task today.
pub fn flags(task: &Standing, today: Day) -> Vec<Flag> {
    if task.state == State::Done {
        return vec![];
    }
    let mut flags = Vec::new();
    let taken = task.state == State::Taken;
    let by = |side| taken && task.side == Some(side);
    match task.duty {
        Some((Duty::Yes, _)) if by(Sector::Voluntary) => flags.push(Flag::Duty),
        Some((Duty::No, said)) if said.days_until(today) < ASKED_AGAIN_DAYS => {}
        _ if by(Sector::Voluntary) && (task.must || without_end(task, today)) => {
            flags.push(Flag::MaybeDuty);
        }
        _ => {}
    }
    match task.kind {
        Kind::Core if by(Sector::Voluntary) => flags.push(Flag::CoreByVolunteers),
        Kind::Supplement if by(Sector::Public) => flags.push(Flag::SupplementByStaff),
        _ => {}
    }
    if let Some(in_place) = &task.bridge {
        let missing = Precondition::ALL.iter().filter(|p| !in_place.contains(p));
        flags.extend(missing.map(|p| Flag::NotInPlace(*p)));
    }
    flags
}

/// Its day has passed and it goes on, or it never had one.
fn without_end(task: &Standing, today: Day) -> bool {
    match (task.until, task.since) {
        (Some(until), _) => until < today,
        (None, Some(since)) => since.days_until(today) >= WITHOUT_END_DAYS,
        (None, None) => false,
    }
}

/// Someone of the other side, or of no side yet, may be asked: anyone who works in a party.
#[derive(Clone, Debug, Default)]
pub struct InviteDraft {
    pub membership: String,
}

impl InviteDraft {
    /// # Errors
    /// A remark when nobody is chosen.
    pub fn consider(&self) -> Result<Id, Vec<Remark>> {
        let mut read = Reader::new();
        let membership = read.id("membership", &self.membership);
        read.finish(membership)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    fn taken(side: Sector, kind: Kind) -> Standing {
        Standing {
            kind,
            state: State::Taken,
            side: Some(side),
            since: Some(today()),
            until: Some(today().plus(10)),
            must: false,
            bridge: None,
            duty: None,
        }
    }

    #[test]
    fn a_task_without_an_end_is_asked_about_and_a_no_is_believed_for_a_while() {
        let mut task = taken(Sector::Voluntary, Kind::Supplement);
        assert!(flags(&task, today()).is_empty());
        task.until = None;
        assert!(flags(&task, today().plus(59)).is_empty());
        assert_eq!(flags(&task, today().plus(60)), [Flag::MaybeDuty]);
        task.duty = Some((Duty::No, today().plus(60)));
        assert!(flags(&task, today().plus(149)).is_empty());
        assert_eq!(flags(&task, today().plus(150)), [Flag::MaybeDuty]);
        task.duty = Some((Duty::Yes, today()));
        assert_eq!(flags(&task, today().plus(150)), [Flag::Duty]);
        task.state = State::Open;
        assert!(
            flags(&task, today().plus(150)).is_empty(),
            "given back, it is nobody's duty"
        );
    }

    #[test]
    fn whoever_took_it_is_asked_anew_when_it_became_more() {
        let taken = Task {
            what: "Lukker op".into(),
            kind: Kind::Supplement,
            until: Some(today().plus(10)),
            must: false,
            bridge: None,
            version: None,
        };
        let anew = |change: fn(&mut Task)| {
            let mut task = taken.clone();
            change(&mut task);
            task.asks_anew(&taken)
        };
        assert!(anew(|t| t.what = "Lukker op og i".into()));
        assert!(anew(|t| t.until = Some(today().plus(11))) && anew(|t| t.until = None));
        assert!(anew(|t| t.must = true));
        assert!(!anew(|t| t.until = Some(today())));
        assert!(!anew(|t| t.kind = Kind::Disputed) && !anew(|t| t.bridge = Some(vec![])));
    }

    #[test]
    fn neither_side_does_the_others_task_unseen() {
        let core = flags(&taken(Sector::Voluntary, Kind::Core), today());
        assert_eq!(core, [Flag::CoreByVolunteers]);
        let supplement = flags(&taken(Sector::Public, Kind::Supplement), today());
        assert_eq!(supplement, [Flag::SupplementByStaff]);
        for side in [Sector::Public, Sector::Voluntary] {
            assert!(flags(&taken(side, Kind::Disputed), today()).is_empty());
        }
    }

    #[test]
    fn accompanying_someone_asks_for_what_it_needs() {
        let mut task = taken(Sector::Voluntary, Kind::Supplement);
        task.state = State::Open;
        task.bridge = Some(vec![Precondition::Place, Precondition::Wanted]);
        let missing = [Precondition::Known, Precondition::Roles].map(Flag::NotInPlace);
        assert_eq!(flags(&task, today()), missing);
    }

    proptest! {
        #[test]
        fn nobody_else_takes_declines_or_gives_back(state in 0usize..4, step in 0usize..6) {
            let (state, step) = (State::ALL[state], Step::ALL[step]);
            let other = state.after(step, false);
            if matches!(step, Step::Declined | Step::GivenBack | Step::Done) {
                prop_assert_eq!(other, None);
            }
            if other == Some(State::Taken) {
                prop_assert_eq!(state, State::Open, "only what is open may be taken by anyone");
            }
        }
    }
}
