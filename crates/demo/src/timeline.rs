//! The order of events: the files say how many days ago, this says when on that day, and tells
//! them one after the other.
use crate::along::{self, Begun, Mended, Moved};
use crate::answer::{self, Answer, Felt};
use crate::around::{self, Beside};
use crate::data::Data;
use crate::frame::{self, CameOfIt, Handover, Item, Question, Reply};
use crate::initiative::{self, Ending, Initiative, Note, Party};
use crate::interest::{self, Interest};
use crate::meeting::{self, Came, Line, Meeting};
use crate::need::{self, Asking, Merged, Need, NotThisOne, Said};
use crate::observation::{self, Observation};
use crate::offer::{self, Birth, Offer};
use crate::person::{self, Membership, Person};
use crate::practice_change::{self, Change, Wish};
use crate::problem::{Halt, Problem};
use crate::story::{Story, moment};
use crate::task::{self, Happens, Task, Turn};
use samskab_domain::kernel::Moment;

/// Minutes into the day. The order of a day on which one thing leads to another.
pub const OPENING: i64 = 6 * 60;
pub const JOINING: i64 = 6 * 60 + 30;
pub const REMINDING: i64 = 6 * 60 + 45;
pub const TELLING: i64 = 7 * 60;
pub const TELLING_SPREAD: i64 = 13 * 60;
pub const DECLARING: i64 = 9 * 60 + 15;
pub const ASKING_AGAIN: i64 = 9 * 60 + 40;
pub const DRAFTING: i64 = 10 * 60;
pub const NOTING: i64 = 10 * 60 + 40;
pub const RAISING: i64 = 11 * 60 + 20;
pub const QUOTING: i64 = 12 * 60 + 10;
pub const MOVING: i64 = 12 * 60 + 30;
pub const ANSWERING: i64 = 12 * 60 + 45;
pub const STARTING: i64 = 13 * 60 + 20;
pub const PARTY: i64 = 13 * 60 + 40;
pub const KEEPING_TO: i64 = 13 * 60 + 50;
pub const CALLING: i64 = 13 * 60 + 50;
pub const MEETING: i64 = 14 * 60 + 5;
pub const AGREEING: i64 = 14 * 60 + 50;
pub const CLOSING: i64 = 15 * 60 + 5;
pub const FOLLOWING_UP: i64 = 15 * 60 + 10;
pub const DONE: i64 = 15 * 60 + 30;
pub const MENDING: i64 = 15 * 60 + 35;
pub const DIFFERING: i64 = 15 * 60 + 40;
pub const OFFERING: i64 = 15 * 60 + 50;
pub const ENDING: i64 = 16 * 60 + 15;
pub const HANDING_OVER: i64 = 16 * 60 + 20;
pub const TAKING_DOWN: i64 = 16 * 60 + 25;
pub const VERIFYING: i64 = 16 * 60 + 30;
pub const POLITICS: i64 = 16 * 60 + 40;
pub const FEELING: i64 = 16 * 60 + 45;
pub const LEAVING: i64 = 17 * 60;
pub const GATHERING: i64 = 20 * 60 + 30;

/// Something that happened.
pub enum Event<'a> {
    Joined(&'a Person, &'a Membership),
    Left(&'a Person),
    Told(&'a Observation),
    Quoted(&'a Observation),
    Declared(&'a Item),
    Interested(&'a Interest),
    AskedAgain(&'a Item, &'a Question),
    SaidAgain(&'a Item, &'a Reply),
    AskedPoliticians(&'a Handover),
    PoliticiansSaid(&'a Handover, &'a CameOfIt),
    Drafted(&'a Need, Vec<&'a Observation>),
    Gathered(&'a Need, &'a Observation),
    Noted(&'a Need, Said<'a>),
    Raised(&'a Need, Asking<'a>),
    Answered(&'a Need, &'a Answer),
    Begun(&'a Need, &'a Answer, &'a Begun),
    Moved(&'a Need, &'a Answer, &'a Moved),
    Mended(&'a Need, &'a Answer, &'a Mended),
    SaidDone(&'a Need, &'a Answer),
    LookedAt(&'a Need, &'a Answer),
    Felt(&'a Need, &'a Answer, &'a Felt),
    SeenDifferently(&'a Need),
    NotThisOne(&'a Need, &'a NotThisOne),
    Merged(&'a Need, &'a Merged),
    Started(&'a Initiative),
    KeptTo(&'a Initiative),
    PartyJoined(&'a Initiative, &'a Party),
    Along(&'a Initiative, &'a Note),
    Beside(&'a Initiative, Beside<'a>),
    Ended(&'a Initiative, &'a Ending),
    TaskPutUp(&'a Initiative, &'a Task),
    Task(&'a Task, &'a Turn, Happens),
    Agreed(&'a Initiative, &'a Change),
    Wished(&'a Change, &'a Wish),
    FollowedUp(&'a Change),
    Called(&'a Meeting),
    Said(&'a Meeting, &'a Line),
    WrittenBack(&'a Meeting, &'a Came),
    MeetingClosed(&'a Meeting),
    Offered(&'a Offer, Birth),
    OfferChanged(&'a Offer),
    HandedOver(&'a Offer),
    TakenDown(&'a Offer),
    Verified(&'a Offer),
}

impl Event<'_> {
    /// What it is about, to be named when it is refused.
    fn item(&self) -> (&'static str, &str) {
        match self {
            Self::Joined(person, _) => ("person", &person.key),
            Self::Left(person) => ("leaving of person", &person.key),
            Self::Told(told) => ("observation", &told.key),
            Self::Quoted(told) => ("quote of observation", &told.key),
            Self::Declared(item) => ("frame item", &item.key),
            Self::Interested(told) => ("interest", &told.key),
            Self::AskedAgain(item, _) => ("question about frame item", &item.key),
            Self::SaidAgain(item, _) => ("answer about frame item", &item.key),
            Self::AskedPoliticians(told) => ("handover", &told.key),
            Self::PoliticiansSaid(told, _) => ("outcome of handover", &told.key),
            Self::Drafted(need, _) => ("need", &need.key),
            Self::Gathered(_, told) => ("link to a need of observation", &told.key),
            Self::Noted(need, _) => ("note of need", &need.key),
            Self::Raised(need, _) => ("raising of need", &need.key),
            Self::Answered(need, _) => ("answer to need", &need.key),
            Self::Begun(need, _, _) => ("half an answer to need", &need.key),
            Self::Moved(need, _, _) => ("later day of the answer to need", &need.key),
            Self::Mended(need, _, _) => ("mended answer to need", &need.key),
            Self::LookedAt(need, _) => ("look at the answer to need", &need.key),
            Self::SaidDone(need, _) => ("answer said to be done, to need", &need.key),
            Self::Felt(need, _, _) => ("what is felt of need", &need.key),
            Self::SeenDifferently(need) => ("different view of need", &need.key),
            Self::NotThisOne(need, _) => ("story kept out of need", &need.key),
            Self::Merged(need, _) => ("merging of need", &need.key),
            Self::Started(told) => ("initiative", &told.key),
            Self::KeptTo(told) => ("frame of initiative", &told.key),
            Self::PartyJoined(told, _) => ("party of initiative", &told.key),
            Self::Along(told, _) => ("note of initiative", &told.key),
            Self::Beside(told, _) => ("what stands beside initiative", &told.key),
            Self::Ended(told, _) => ("ending of initiative", &told.key),
            Self::TaskPutUp(_, told) | Self::Task(told, _, _) => ("task", &told.key),
            Self::Wished(told, _) => ("wish of practice change", &told.key),
            Self::Agreed(_, told) => ("practice change", &told.key),
            Self::FollowedUp(told) => ("outcome of practice change", &told.key),
            Self::Called(told) => ("meeting", &told.key),
            Self::Said(told, _) => ("line of meeting", &told.key),
            Self::WrittenBack(told, _) => ("result of meeting", &told.key),
            Self::MeetingClosed(told) => ("closing of meeting", &told.key),
            Self::Offered(told, _) => ("offer", &told.key),
            Self::OfferChanged(told) => ("change of offer", &told.key),
            Self::HandedOver(told) => ("contact of offer", &told.key),
            Self::TakenDown(told) => ("taking down of offer", &told.key),
            Self::Verified(told) => ("check of offer", &told.key),
        }
    }

    async fn happen(&self, story: &mut Story, data: &Data) -> Result<(), Halt> {
        match self {
            Self::Joined(told, membership) => person::join(story, data, told, membership).await,
            Self::Left(told) => person::left(story, told).await,
            Self::Told(told) => observation::tell(story, told).await,
            Self::Quoted(told) => observation::quote(story, told).await,
            Self::Declared(told) => frame::tell(story, told).await,
            Self::Interested(told) => interest::tell(story, told).await,
            Self::AskedAgain(told, asked) => frame::asked_again(story, told, asked).await,
            Self::SaidAgain(told, reply) => frame::said_again(story, told, reply).await,
            Self::AskedPoliticians(told) => frame::asked_politicians(story, told).await,
            Self::PoliticiansSaid(told, came) => frame::politicians_said(story, told, came).await,
            Self::Drafted(told, observations) => need::draft(story, told, observations).await,
            Self::Gathered(told, observation) => need::gather(story, told, observation).await,
            Self::Noted(told, said) => need::say(story, told, *said).await,
            Self::Raised(told, asking) => need::ask(story, told, asking).await,
            Self::Answered(need, told) => answer::tell(story, data, need, told).await,
            Self::Begun(need, told, begun) => along::begin(story, need, told, begun).await,
            Self::Moved(need, told, moved) => along::later(story, need, told, moved).await,
            Self::Mended(need, told, mended) => along::mend(story, need, told, mended).await,
            Self::LookedAt(need, told) => answer::look_at(story, need, told).await,
            Self::SaidDone(need, told) => answer::finish(story, need, told).await,
            Self::Felt(need, told, felt) => answer::feel(story, need, told, felt).await,
            Self::SeenDifferently(told) => need::differ(story, told).await,
            Self::NotThisOne(told, not) => need::keep_out(story, told, not).await,
            Self::Merged(told, merged) => need::become_one(story, told, merged).await,
            Self::Started(told) => initiative::start(story, told).await,
            Self::KeptTo(told) => frame::kept_to(story, told).await,
            Self::PartyJoined(told, party) => initiative::party(story, told, party).await,
            Self::Along(told, note) => initiative::along(story, told, note).await,
            Self::Beside(told, what) => around::happens(story, told, *what).await,
            Self::Ended(told, ending) => initiative::ended(story, told, ending).await,
            Self::TaskPutUp(told, task) => task::put_up(story, told, task).await,
            Self::Task(told, turn, what) => task::happens(story, told, turn, *what).await,
            Self::Wished(told, wish) => practice_change::wished(story, told, wish).await,
            Self::Agreed(told, change) => practice_change::tell(story, told, change).await,
            Self::FollowedUp(change) => practice_change::came_of_it(story, change).await,
            Self::Called(told) => meeting::call(story, told).await,
            Self::Said(told, line) => meeting::say(story, told, line).await,
            Self::WrittenBack(told, came) => meeting::write_back(story, told, came).await,
            Self::MeetingClosed(told) => meeting::close(story, told).await,
            Self::Offered(told, birth) => offer::tell(story, told, *birth).await,
            Self::OfferChanged(told) => offer::changed(story, told).await,
            Self::HandedOver(told) => offer::handed_over(story, told).await,
            Self::TakenDown(told) => offer::changed(story, told).await,
            Self::Verified(told) => offer::verified(story, told).await,
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
