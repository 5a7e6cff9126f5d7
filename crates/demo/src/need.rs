//! The needs: drafted by their author, gathered around observations, raised and answered.
use crate::answer::{self, Answer};
use crate::data::Data;
use crate::observation::Observation;
use crate::problem::{Halt, Problem};
use crate::story::Story;
use crate::timeline::{DIFFERING, DRAFTING, Event, GATHERING, NOTING, RAISING, Timeline, labelled};
use samskab_app::need::{NoteDraft, link, merge, note, raise, refuse, see_differently, write};
use samskab_domain::access::Actor;
use samskab_domain::answer::RaiseDraft;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::need::{Draft, NoteKind, State};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub key: String,
    area: String,
    title: String,
    statement: String,
    group: String,
    topic_group: String,
    topics: Vec<String>,
    #[serde(default)]
    extent: String,
    /// Where it stands in the end; the actions lead there.
    state: String,
    pub by: String,
    days_ago: i64,
    #[serde(default)]
    interpretation: Vec<Note>,
    #[serde(default)]
    idea: Vec<Note>,
    /// What those it is for said when it was taken back to them.
    #[serde(default)]
    taken_back: Vec<Note>,
    #[serde(default)]
    pub answer: Vec<Answer>,
    #[serde(default)]
    not_this_one: Vec<NotThisOne>,
    merged: Option<Merged>,
}

/// A story that looks as if it belonged, and does not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotThisOne {
    observation: String,
    by: String,
    days_ago: i64,
}

/// The need that says the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    into: String,
    by: String,
    days_ago: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    organisation: String,
    by: String,
    text: String,
    days_ago: Option<i64>,
}

/// Asking several at once: when, until when, by whom.
pub struct Asking<'a> {
    due_days_ago: i64,
    by: &'a str,
    organisations: Vec<&'a str>,
}

/// A note, and what kind it is.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    kind: NoteKind,
    note: &'a Note,
}

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for need in &data.needs {
        let (early, late): (Vec<_>, Vec<_>) = data
            .observations
            .iter()
            .filter(|o| o.need.as_deref() == Some(&need.key))
            .partition(|o| o.days_ago > need.days_ago);
        timeline.add(need.days_ago, DRAFTING, Event::Drafted(need, early));
        for told in late {
            timeline.add(told.days_ago, GATHERING, Event::Gathered(need, told));
        }
        let last_word = plan_notes(need, timeline);
        for (asked, asking) in askings(need) {
            timeline.add(asked, RAISING, Event::Raised(need, asking));
        }
        answer::plan(need, timeline);
        for not in &need.not_this_one {
            timeline.add(not.days_ago, GATHERING, Event::NotThisOne(need, not));
        }
        if let Some(merged) = &need.merged {
            timeline.add(merged.days_ago, GATHERING, Event::Merged(need, merged));
        }
        if need.state == State::Differs.code() {
            timeline.add(last_word, DIFFERING, Event::SeenDifferently(need));
        }
    }
}

/// A note comes on its day, but not before its author can see the need: outside the circle it
/// was drafted in, that is when it is raised. Gives the day of the last one.
fn plan_notes<'a>(need: &'a Need, timeline: &mut Timeline<'a>) -> i64 {
    let said = |kind| move |note| Said { kind, note };
    let interpretations = need
        .interpretation
        .iter()
        .map(said(NoteKind::Interpretation));
    let ideas = need.idea.iter().map(said(NoteKind::Idea));
    let heard = need.taken_back.iter().map(said(NoteKind::TakenBack));
    let mut last = need.days_ago;
    for said in interpretations.chain(ideas).chain(heard) {
        let ago = said.note.days_ago.unwrap_or(need.days_ago);
        last = last.min(ago);
        timeline.add(ago, NOTING, Event::Noted(need, said));
    }
    last
}

/// Those asked on the same day by the same person until the same day, together.
fn askings(need: &Need) -> Vec<(i64, Asking<'_>)> {
    let mut askings: Vec<(i64, Asking<'_>)> = Vec::new();
    for answer in need.answer.iter().filter(|a| a.passed_from.is_none()) {
        let same = askings.iter_mut().find(|(asked, asking)| {
            *asked == answer.asked_days_ago
                && asking.due_days_ago == answer.due_days_ago
                && asking.by == answer.asked_by
        });
        match same {
            Some((_, asking)) => asking.organisations.push(&answer.organisation),
            None => {
                let asking = Asking {
                    due_days_ago: answer.due_days_ago,
                    by: &answer.asked_by,
                    organisations: vec![&answer.organisation],
                };
                askings.push((answer.asked_days_ago, asking));
            }
        }
    }
    askings
}

impl Need {
    /// The author, in the circle of whose organisation it is drafted.
    fn author(&self, story: &Story) -> Result<Actor, Halt> {
        story.member(&self.by, None)
    }
}

/// Written from what lies in the author's own circle; a facilitator links the rest.
pub async fn draft(
    story: &mut Story,
    told: &Need,
    observations: &[&Observation],
) -> Result<(), Halt> {
    let author = told.author(story)?;
    let mut own = Vec::new();
    let mut others: Vec<(Actor, bool, Vec<Id>)> = Vec::new();
    for observation in observations {
        let id = story.observations.get(&observation.key)?;
        let (linker, counter) = (linker(story, &author, observation)?, observation.counter);
        if linker == author && !counter {
            own.push(id.to_string());
        } else if let Some((_, _, ids)) = others
            .iter_mut()
            .find(|(who, what, _)| (who, *what) == (&linker, counter))
        {
            ids.push(id);
        } else {
            others.push((linker, counter, vec![id]));
        }
    }
    let draft = Draft {
        title: told.title.clone(),
        statement: told.statement.clone(),
        area: story.areas.typed(&told.area)?,
        concerns: told.group.clone(),
        extent: told.extent.clone(),
        topic_group: told.topic_group.clone(),
        topics: story.topics.all_typed(&told.topics)?,
        observations: own,
        harmless: true,
        ..Draft::default()
    };
    let id = write(&story.desk, &author, &draft, Language::Danish).await?;
    story.needs.insert(&told.key, id);
    for (actor, counter, ids) in others {
        link(&story.desk, &actor, id, &ids, counter).await?;
    }
    Ok(())
}

/// The author where the story lies in her circle, else a facilitator.
fn linker(story: &Story, author: &Actor, observation: &Observation) -> Result<Actor, Halt> {
    let teller = observation.teller(story)?;
    let area = story.areas.get(&observation.area)?;
    match author.in_circle_of_need(teller.organisation, area) {
        true => Ok(author.clone()),
        false => story.facilitator(),
    }
}

/// What was told later is linked on its own day.
pub async fn gather(story: &Story, told: &Need, observation: &Observation) -> Result<(), Halt> {
    let actor = linker(story, &told.author(story)?, observation)?;
    let need = story.needs.get(&told.key)?;
    let id = story.observations.get(&observation.key)?;
    link(&story.desk, &actor, need, &[id], observation.counter).await?;
    Ok(())
}

pub async fn say(story: &mut Story, told: &Need, said: Said<'_>) -> Result<(), Halt> {
    let actor = story.member(&said.note.by, Some(&said.note.organisation))?;
    let need = story.needs.get(&told.key)?;
    if !story.raised.contains(&need) {
        let area = story.areas.get(&told.area)?;
        let author = told.author(story)?;
        if !actor.in_circle_of_need(author.organisation, area) {
            let waiting = Waiting {
                need,
                actor,
                kind: said.kind,
                body: said.note.text.clone(),
            };
            story.waiting.push(waiting);
            return Ok(());
        }
    }
    put(story, need, &actor, said.kind, &said.note.text).await
}

/// A note whose author cannot see the need yet.
pub struct Waiting {
    need: Id,
    actor: Actor,
    kind: NoteKind,
    body: String,
}

async fn put(
    story: &Story,
    need: Id,
    actor: &Actor,
    kind: NoteKind,
    body: &str,
) -> Result<(), Halt> {
    let heard = match kind {
        // Written down the day after.
        NoteKind::TakenBack => story.desk.today().plus(-1).to_string(),
        NoteKind::Interpretation | NoteKind::Idea => String::new(),
    };
    let draft = NoteDraft {
        kind: kind.code().to_owned(),
        body: body.to_owned(),
        heard,
        harmless: true,
    };
    note(&story.desk, actor, need, &draft, Language::Danish).await?;
    Ok(())
}

/// Asks for answers; then those speak who see the need from now on.
pub async fn ask(story: &mut Story, told: &Need, asking: &Asking<'_>) -> Result<(), Halt> {
    let actor = story.member(asking.by, None)?;
    let need = story.needs.get(&told.key)?;
    let organisations: Result<Vec<String>, Halt> = asking
        .organisations
        .iter()
        .map(|o| story.organisations.typed(o))
        .collect();
    let draft = RaiseDraft {
        organisations: organisations?,
        due: story.working_day(asking.due_days_ago).to_string(),
    };
    let asked = raise(&story.desk, &actor, need, &draft).await?;
    for (organisation, id) in asking.organisations.iter().zip(asked) {
        story.answers.insert(&answer::key(told, organisation), id);
    }
    story.raised.insert(need);
    let (now, later): (Vec<_>, Vec<_>) = std::mem::take(&mut story.waiting)
        .into_iter()
        .partition(|waiting| waiting.need == need);
    story.waiting = later;
    for said in now {
        put(story, need, &said.actor, said.kind, &said.body).await?;
    }
    Ok(())
}

pub async fn keep_out(story: &Story, told: &Need, not: &NotThisOne) -> Result<(), Halt> {
    let actor = story.member(&not.by, None)?;
    let need = story.needs.get(&told.key)?;
    let id = story.observations.get(&not.observation)?;
    refuse(&story.desk, &actor, need, &[id]).await?;
    Ok(())
}

pub async fn become_one(story: &Story, told: &Need, merged: &Merged) -> Result<(), Halt> {
    let actor = story.member(&merged.by, None)?;
    let from = story.needs.get(&told.key)?;
    let into = story.needs.get(&merged.into)?;
    merge(&story.desk, &actor, from, into).await?;
    Ok(())
}

pub async fn differ(story: &Story, told: &Need) -> Result<(), Halt> {
    let author = told.author(story)?;
    see_differently(&story.desk, &author, story.needs.get(&told.key)?).await?;
    Ok(())
}

/// Nobody may be left waiting to speak: outside its circle, nobody ever sees a draft.
pub fn everyone_spoke(story: &Story, data: &Data) -> Result<(), Problem> {
    let Some(waiting) = story.waiting.first() else {
        return Ok(());
    };
    let mut needs = data.needs.iter();
    let need = needs.find(|n| story.needs.find(&n.key) == Some(waiting.need));
    let halt = Halt::Unknown {
        kind: "raised need, so nobody outside its circle can note",
        key: waiting.body.clone(),
    };
    labelled("need", need.map_or("", |n| &n.key), Err(halt))
}
