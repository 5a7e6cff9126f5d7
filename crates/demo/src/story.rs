//! What has been told so far: who is who, and which id a key of the files stands for.
use crate::clock::StoryClock;
use crate::problem::Halt;
use samskab_app::Desk;
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Moment};
use std::collections::HashMap;
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
    pub observations: Keys,
    pub needs: Keys,
    /// By need and organisation.
    pub answers: Keys,
    pub initiatives: Keys,
    pub changes: Keys,
    pub offers: Keys,
}

impl Story {
    /// `now` is the day the files count back from.
    pub fn new(desk: &Desk, now: Moment, municipality: Id, keeper: Actor) -> Self {
        let clock = Arc::new(StoryClock::starting(Moment(0)));
        Self {
            desk: Desk::new(desk.db.clone(), clock.clone()),
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
            observations: Keys::of("observation"),
            needs: Keys::of("need"),
            answers: Keys::of("asked answer"),
            initiatives: Keys::of("initiative"),
            changes: Keys::of("practice change"),
            offers: Keys::of("offer"),
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

    /// The person under her membership in `organisation`, or her first one when none is named.
    pub fn member(&self, person: &str, organisation: Option<&str>) -> Result<Actor, Halt> {
        let found = self
            .members
            .iter()
            .find(|m| m.person == person && organisation.is_none_or(|o| m.organisation == o));
        found.map(|m| m.actor.clone()).ok_or_else(|| Halt::Unknown {
            kind: "member",
            key: format!("{person} {}", organisation.unwrap_or_default()),
        })
    }
}

/// `minute` minutes into the day.
pub fn moment(day: Day, minute: i64) -> Moment {
    day.start().plus(minute * 60 * Moment::SECOND)
}
