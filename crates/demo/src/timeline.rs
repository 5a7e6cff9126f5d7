//! The order of events: the files say how many days ago, this says when on that day, and tells
//! them one after the other.
use crate::data::Data;
use crate::problem::{Halt, Problem};
use crate::story::{Story, moment};
use crate::{frame, initiative, need, observation, offer, person, practice_change};
use samskab_domain::kernel::Moment;

/// Minutes into the day. The order of a day on which one thing leads to another.
pub const OPENING: i64 = 6 * 60;
pub const JOINING: i64 = 6 * 60 + 30;
pub const TELLING: i64 = 7 * 60;
pub const TELLING_SPREAD: i64 = 13 * 60;
pub const DECLARING: i64 = 9 * 60 + 15;
pub const DRAFTING: i64 = 10 * 60;
pub const NOTING: i64 = 10 * 60 + 40;
pub const RAISING: i64 = 11 * 60 + 20;
pub const QUOTING: i64 = 12 * 60 + 10;
pub const ANSWERING: i64 = 12 * 60 + 45;
pub const STARTING: i64 = 13 * 60 + 20;
pub const PARTY: i64 = 13 * 60 + 40;
pub const MEETING: i64 = 14 * 60 + 5;
pub const AGREEING: i64 = 14 * 60 + 50;
pub const FOLLOWING_UP: i64 = 15 * 60 + 10;
pub const DONE: i64 = 15 * 60 + 30;
pub const OFFERING: i64 = 15 * 60 + 50;
pub const ENDING: i64 = 16 * 60 + 15;
pub const VERIFYING: i64 = 16 * 60 + 30;
pub const LEAVING: i64 = 17 * 60;
pub const GATHERING: i64 = 20 * 60 + 30;

/// Something that happened.
pub enum Event<'a> {
    Joined(&'a person::Person, &'a person::Membership),
    Left(&'a person::Person),
    Told(&'a observation::Observation),
    Quoted(&'a observation::Observation),
}

impl Event<'_> {
    /// What it is about, to be named when it is refused.
    fn item(&self) -> (&'static str, &str) {
        match self {
            Self::Joined(person, _) => ("person", &person.key),
            Self::Left(person) => ("person who leaves", &person.key),
            Self::Told(told) => ("observation", &told.key),
            Self::Quoted(told) => ("quote of observation", &told.key),
        }
    }

    async fn happen(&self, story: &mut Story, data: &Data) -> Result<(), Halt> {
        match *self {
            Self::Joined(told, membership) => person::join(story, data, told, membership).await,
            Self::Left(told) => person::left(story, told).await,
            Self::Told(told) => observation::tell(story, told).await,
            Self::Quoted(told) => observation::quote(story, told).await,
        }
    }
}

/// Events with their moments.
#[derive(Default)]
pub struct Timeline<'a> {
    events: Vec<(i64, i64, Event<'a>)>,
}

impl<'a> Timeline<'a> {
    /// `event` happens `ago` days before today, `minute` minutes into the day.
    pub fn add(&mut self, ago: i64, minute: i64, event: Event<'a>) {
        self.events.push((ago, minute, event));
    }

    /// Tells every event at its moment, the oldest first; what happens at the same moment, in
    /// the order it was added. Nothing happens after `now`.
    pub async fn tell(
        mut self,
        story: &mut Story,
        data: &Data,
        now: Moment,
    ) -> Result<(), Problem> {
        self.events.sort_by_key(|(ago, minute, _)| (-ago, *minute));
        for (ago, minute, event) in self.events {
            story.stand_at(moment(story.day(ago), minute).min(now));
            let (kind, key) = event.item();
            let happened = event.happen(story, data).await;
            labelled(kind, key, happened)?;
        }
        Ok(())
    }
}

/// Names the item an action refused.
pub fn labelled<T>(kind: &str, key: &str, outcome: Result<T, Halt>) -> Result<T, Problem> {
    outcome.map_err(|halt| Problem::Item {
        item: format!("{kind} {key}"),
        halt,
    })
}
