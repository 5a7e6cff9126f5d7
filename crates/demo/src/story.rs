//! What has been told so far: who is who, and which id a key of the files stands for.
use crate::clock::StoryClock;
use crate::need::Waiting;
use crate::problem::Halt;
use samskab_app::Desk;
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Moment};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The ids behind the keys of one kind.
pub struct Keys {
    kind: &'static str,
    ids: HashMap<String, Id>,
}

impl Keys {
    fn of(kind: &'static str) -> Self {
        Self {
            kind,
            ids: HashMap::new(),
        }
    }

    pub fn insert(&mut self, key: &str, id: Id) {
        self.ids.insert(key.to_owned(), id);
    }

    pub fn find(&self, key: &str) -> Option<Id> {
        self.ids.get(key).copied()
    }

    pub fn get(&self, key: &str) -> Result<Id, Halt> {
        self.find(key).ok_or_else(|| Halt::Unknown {
            kind: self.kind,
            key: key.to_owned(),
        })
    }

    /// As a form sends it.
    pub fn typed(&self, key: &str) -> Result<String, Halt> {
        self.get(key).map(|id| id.to_string())
    }

    /// Several, as a form sends them.
    pub fn all_typed(&self, keys: &[String]) -> Result<Vec<String>, Halt> {
        keys.iter().map(|key| self.typed(key)).collect()
    }
}

/// A person at work, and since when.
#[derive(Clone)]
pub struct Member {
    pub person: String,
    pub organisation: String,
    /// What she is called there.
    pub title: String,
    pub actor: Actor,
    /// She has left.
    pub gone: bool,
}

/// The story being told.
pub struct Story {
    pub desk: Desk,
    clock: Arc<StoryClock>,
    today: Day,
    pub municipality: Id,
    /// Who keeps areas, organisations and people: the operator until there is an administrator.
    pub keeper: Actor,
    pub members: Vec<Member>,
    pub areas: Keys,
    pub organisations: Keys,
    pub topics: Keys,
    pub people: Keys,
    pub frames: Keys,
    /// By the item that was asked about.
    pub challenges: Keys,
    pub handovers: Keys,
    pub observations: Keys,
    pub needs: Keys,
    /// By need and organisation.
    pub answers: Keys,
    pub initiatives: Keys,
    pub changes: Keys,
    pub meetings: Keys,
    pub tasks: Keys,
    pub offers: Keys,
    /// Needs that have been raised.
    pub raised: HashSet<Id>,
    pub waiting: Vec<Waiting>,
}

impl Story {
    /// `now` is the day the files count back from.
    pub fn new(desk: &Desk, now: Moment, municipality: Id, keeper: Actor) -> Self {
        let clock = Arc::new(StoryClock::starting(Moment(0)));
        Self {
            desk: desk.at_clock(clock.clone()),
            clock,
            today: Day::of(now),
            municipality,
            keeper,
            members: Vec::new(),
            areas: Keys::of("area"),
            organisations: Keys::of("organisation"),
            topics: Keys::of("topic"),
            people: Keys::of("person"),
            frames: Keys::of("frame item"),
            challenges: Keys::of("question"),
            handovers: Keys::of("handover"),
            observations: Keys::of("observation"),
            needs: Keys::of("need"),
            answers: Keys::of("asked answer"),
            initiatives: Keys::of("initiative"),
            changes: Keys::of("practice change"),
            meetings: Keys::of("meeting"),
            tasks: Keys::of("task"),
            offers: Keys::of("offer"),
            raised: HashSet::new(),
            waiting: Vec::new(),
        }
    }

    /// Moves the clock on.
    pub fn stand_at(&self, moment: Moment) {
        self.clock.stand_at(moment);
    }

    /// The day `ago` days before today; negative lies ahead.
    pub fn day(&self, ago: i64) -> Day {
        self.today.plus(-ago)
    }

    /// That day, or the next one on which offices are open: no answer is due on a Sunday.
    pub fn working_day(&self, ago: i64) -> Day {
        let day = self.day(ago);
        if day.is_working() {
            day
        } else {
            day.plus_working(1)
        }
    }

    /// The person at work in `organisation`, or where she began when none is named.
    pub fn at_work(&self, person: &str, organisation: Option<&str>) -> Result<&Member, Halt> {
        let mut hers = self.members.iter().filter(|m| m.person == person);
        let found = hers.find(|m| organisation.is_none_or(|o| m.organisation == o));
        found.ok_or_else(|| Halt::Unknown {
            kind: "member",
            key: format!("{person} {}", organisation.unwrap_or_default()),
        })
    }

    /// [`Story::at_work`], as actions know her.
    pub fn member(&self, person: &str, organisation: Option<&str>) -> Result<Actor, Halt> {
        Ok(self.at_work(person, organisation)?.actor.clone())
    }

    /// Whoever may do `act` for `organisation` and is still there; of several, the one who has
    /// been there longest.
    pub fn one_who_may(&self, act: Act, organisation: &str) -> Result<Actor, Halt> {
        let mut there = self.members.iter().filter(|m| !m.gone);
        let found = there.find(|m| m.organisation == organisation && m.actor.may(act).is_ok());
        found.map(|m| m.actor.clone()).ok_or_else(|| Halt::Unknown {
            kind: "member with leave in",
            key: organisation.to_owned(),
        })
    }

    pub fn facilitator(&self) -> Result<Actor, Halt> {
        let mut there = self.members.iter().filter(|m| !m.gone);
        let found = there.find(|m| m.actor.role == Role::Facilitator);
        found.map(|m| m.actor.clone()).ok_or_else(|| Halt::Unknown {
            kind: "member",
            key: Role::Facilitator.code().to_owned(),
        })
    }
}

/// `minute` minutes into the day.
pub fn moment(day: Day, minute: i64) -> Moment {
    day.start().plus(minute * 60 * Moment::SECOND)
}
