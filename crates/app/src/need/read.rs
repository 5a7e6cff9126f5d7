//! One need with everything around it, as far as the reader may see.
use super::general::{General, general};
use super::links::{self, Link};
use super::note::{Note, notes_of};
use super::profile::{Profile, behind};
use super::succession::{self, Kin};
use super::table::{Need, find};
use super::topics::topics_of;
use crate::answer::{self, Answer};
use crate::desk::{Desk, Outcome, Refusal};
use crate::frame::{self, FrameItem};
use crate::interest::{self, Beside};
use crate::observation::{self, Observation, Quote};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::initiative::State;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::need::{Draft, Evidence};

/// A need with everything around it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub need: Need,
    /// What it is about more precisely.
    pub topics: Vec<Id>,
    pub evidence: Evidence,
    /// The numbers, for parties and facilitators.
    pub profile: Option<Profile>,
    /// Several still tell it, whichever organisation is left out.
    pub still_holds: bool,
    /// It is also seen by someone with nothing to gain. What the others gain takes nothing from it.
    pub without_gain: bool,
    pub interests: Beside,
    /// What it was before another need came in its place, and what came in this one's.
    pub before: Vec<Kin>,
    pub after: Vec<Kin>,
    /// How far it is from the one to the many; for those who write it.
    pub general: Option<General>,
    /// What was let out of the stories, counter-cases among them.
    pub voices: Vec<Quote>,
    pub notes: Vec<Note>,
    /// Everyone asked, in the order they were asked.
    pub answers: Vec<Answer>,
    /// What happened to them along their way, the oldest first.
    pub steps: Vec<answer::Step>,
    /// What answers cite of what their organisations must keep to, with the answer's id.
    pub cited: Vec<(Id, FrameItem)>,
    pub initiatives: Vec<Begun>,
    /// The stories of the actor's own circle among those linked.
    pub stories: Vec<Story>,
    /// The actor is in the circle it was written in.
    pub in_circle: bool,
}

/// A linked story.
#[derive(Clone, Debug)]
pub struct Story {
    pub observation: Observation,
    pub counter: bool,
    /// The actor may take it out again.
    pub may_unlink: bool,
}

/// An initiative that came from a need or one of its answers.
#[derive(Clone, Debug, FromRow)]
pub struct Begun {
    pub id: Id,
    pub title: String,
    state: String,
}

impl Begun {
    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Problem)
    }
}

/// # Errors
/// Denied to those who see no needs, [`Refusal::Missing`] for one out of sight.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    actor.may(Act::SeeNeeds)?;
    let need = find(desk, actor, id).await?;
    let m = actor.municipality;
    let in_circle = need.in_circle(actor);
    let answers = answer::of_need(desk, m, id).await?;
    let given: Vec<Id> = answers.iter().map(|a| a.id).collect();
    let parties = parties(&need, &answers);
    let behind = behind(desk, actor, &need, &parties).await?;
    let about = (need.topic_group(), need.area_id);
    let notes = notes_of(desk, m, id).await?;
    let general = in_circle.then(|| general(&need, behind.evidence, behind.counter, &notes));
    Ok(Reading {
        evidence: behind.evidence,
        profile: behind.profile,
        still_holds: behind.still_holds,
        without_gain: behind.without_gain,
        interests: interest::beside(desk, m, about, &parties).await?,
        before: succession::before(desk, actor, id).await?,
        after: succession::after(desk, actor, id).await?,
        general,
        topics: topics_of(desk, m, id).await?,
        voices: observation::voices_of_need(desk, m, id).await?,
        notes,
        cited: frame::cited(desk, m, &given).await?,
        steps: answer::steps_of(desk, m, &given).await?,
        initiatives: initiatives(desk, m, id).await?,
        stories: stories(desk, actor, &need).await?,
        in_circle,
        need,
        answers,
    })
}

impl Reading {
    /// The answer an organisation still owes.
    pub fn owed_by(&self, organisation: Id) -> Option<&Answer> {
        self.answers
            .iter()
            .find(|a| a.organisation_id == organisation && a.is_open())
    }
}

/// Who wrote it, and who is asked.
fn parties(need: &Need, answers: &[Answer]) -> Vec<Id> {
    let mut parties = vec![need.organisation_id];
    for answer in answers {
        if !parties.contains(&answer.organisation_id) {
            parties.push(answer.organisation_id);
        }
    }
    parties
}

async fn stories(desk: &Desk, actor: &Actor, need: &Need) -> Outcome<Vec<Story>> {
    if actor.may(Act::ReadInbox).is_err() {
        return Ok(vec![]);
    }
    let stories = observation::of_need(desk, actor, need.id).await?;
    let ids: Vec<Id> = stories.iter().map(|s| s.id).collect();
    let sql = links::select(actor.municipality, need.id, &ids);
    let links: Vec<Link> = desk.db.all(sql).await?;
    let in_circle = need.in_circle(actor);
    Ok(stories
        .into_iter()
        .filter_map(|observation| {
            let link = links.iter().find(|l| l.observation_id == observation.id)?;
            Some(Story {
                counter: link.counter,
                may_unlink: in_circle || link.may_go(actor),
                observation,
            })
        })
        .collect())
}

/// How many initiatives a need shows.
const INITIATIVES: i64 = 50;

async fn initiatives(desk: &Desk, municipality: Id, need: Id) -> Outcome<Vec<Begun>> {
    let sql = sql!(
        "select id, title, state from initiative where municipality_id = ? and (need_id = ? \
         or answer_id in (select id from answer where municipality_id = ? and need_id = ?)) \
         order by id limit ?",
        municipality,
        need,
        municipality,
        need,
        INITIATIVES
    );
    Ok(desk.db.all(sql).await?)
}

/// A need as it was written, to be changed by its circle.
///
/// # Errors
/// [`Refusal::Missing`] for one out of sight, denied outside its circle.
pub async fn draft(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Draft> {
    actor.may(Act::WriteNeed)?;
    let need = find(desk, actor, id).await?;
    if !need.in_circle(actor) {
        return Err(Refusal::Denied(Denied));
    }
    let topics = topics_of(desk, actor.municipality, id).await?;
    Ok(Draft {
        area: need.area_id.to_string(),
        topic_group: need.topic_group().code().to_owned(),
        concerns: need.concerns.unwrap_or_default(),
        extent: need.extent.unwrap_or_default(),
        topics: topics.iter().map(Id::to_string).collect(),
        title: need.title,
        statement: need.statement,
        version: need.version.to_string(),
        ..Draft::default()
    })
}
