//! The initiatives: one small trial started at once, the others opened from an answer.
use crate::around::{self, Asked, Placing, Rest, Understanding};
use crate::data::Data;
use crate::practice_change::{self, Change};
use crate::problem::Halt;
use crate::story::Story;
use crate::task::{self, Task};
use crate::timeline::{ENDING, Event, KEEPING_TO, MEETING, PARTY, STARTING, Timeline};
use samskab_app::initiative::{
    EndDraft, JoinDraft, NoteDraft, Origin, answer_invitation, end, join, note, open, start_trial,
    waiting_for,
};
use samskab_domain::access::Act;
use samskab_domain::initiative::{Draft, TrialDraft};
use samskab_domain::kernel::{Id, Language};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    pub key: String,
    area: String,
    title: String,
    problem: String,
    /// Where it stands in the end; the actions lead there.
    #[serde(rename = "state")]
    _state: String,
    #[serde(default)]
    lane: bool,
    pub days_ago: i64,
    pub by: String,
    need: String,
    #[serde(default)]
    answer_organisation: String,
    /// A trial starts from a story its starter may read.
    observation: String,
    until_days_ago: i64,
    notice: String,
    /// The frame items it keeps to.
    #[serde(default)]
    pub frames: Vec<String>,
    /// When that was said, if not at the beginning.
    frames_days_ago: Option<i64>,
    party: Vec<Party>,
    #[serde(default)]
    event: Vec<Note>,
    pub change: Vec<Change>,
    #[serde(default)]
    pub task: Vec<Task>,
    pub placing: Option<Placing>,
    /// Organisations that wait for their own answer, or for that of those who are in it.
    #[serde(default)]
    pub invited: Vec<Asked>,
    #[serde(default)]
    pub asks: Vec<Asked>,
    pub understanding: Option<Understanding>,
    pub rest: Option<Rest>,
    ending: Option<Ending>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    organisation: String,
    person: String,
    practitioner: bool,
    aim: String,
    #[serde(default)]
    reasons: Vec<String>,
    /// When she came to the table, if later than the others.
    days_ago: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    days_ago: i64,
    kind: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    days_ago: i64,
    learnt: String,
    ended_as: String,
    conditions: Vec<String>,
}

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for told in &data.initiatives {
        timeline.add(told.days_ago, STARTING, Event::Started(told));
        if !told.frames.is_empty() {
            timeline.add(
                told.frames_days_ago.unwrap_or(told.days_ago),
                KEEPING_TO,
                Event::KeptTo(told),
            );
        }
        for party in &told.party {
            let ago = party.days_ago.unwrap_or(told.days_ago);
            timeline.add(ago, PARTY, Event::PartyJoined(told, party));
        }
        for note in &told.event {
            timeline.add(note.days_ago, MEETING, Event::Along(told, note));
        }
        practice_change::plan(told, timeline);
        task::plan(told, timeline);
        around::plan(told, timeline);
        if let Some(ending) = &told.ending {
            timeline.add(ending.days_ago, ENDING, Event::Ended(told, ending));
        }
    }
}

pub async fn start(story: &mut Story, told: &Initiative) -> Result<(), Halt> {
    let id = match told.lane {
        true => trial(story, told).await?,
        false => from_answer(story, told).await?,
    };
    story.initiatives.insert(&told.key, id);
    Ok(())
}

/// Organisations beside the starter's own, each once.
fn others<'a>(told: &'a Initiative, own: Option<&str>) -> Vec<&'a str> {
    let mut others: Vec<&str> = Vec::new();
    for party in &told.party {
        let organisation = party.organisation.as_str();
        if own != Some(organisation) && !others.contains(&organisation) {
            others.push(organisation);
        }
    }
    others
}

/// Two practitioners, at once. What it is called is the first sentence of what they try.
async fn trial(story: &Story, told: &Initiative) -> Result<Id, Halt> {
    let starter = story.at_work(&told.by, None)?;
    let with = others(told, Some(&starter.organisation));
    let draft = TrialDraft {
        what: format!("{}. {}", told.title, told.problem),
        with: story
            .organisations
            .typed(with.first().copied().unwrap_or_default())?,
        until: story.day(told.until_days_ago).to_string(),
        notice: told.notice.clone(),
        area: story.areas.typed(&told.area)?,
        harmless: true,
    };
    let observation = story.observations.get(&told.observation)?;
    let (desk, actor) = (&story.desk, &starter.actor);
    Ok(start_trial(desk, actor, Some(observation), &draft, Language::Danish).await?)
}

async fn from_answer(story: &Story, told: &Initiative) -> Result<Id, Halt> {
    let opener = story.at_work(&told.by, None)?;
    let parties: Result<Vec<String>, Halt> = others(told, Some(&opener.organisation))
        .into_iter()
        .map(|organisation| story.organisations.typed(organisation))
        .collect();
    let own = told.party.iter().find(|p| p.person == told.by);
    let draft = Draft {
        title: told.title.clone(),
        problem: told.problem.clone(),
        area: story.areas.typed(&told.area)?,
        parties: parties?,
        aim: own.map(|p| p.aim.clone()).unwrap_or_default(),
        notice: told.notice.clone(),
        harmless: true,
    };
    let answer = format!("{} {}", told.need, told.answer_organisation);
    let origin = Origin {
        need: Some(story.needs.get(&told.need)?),
        answer: Some(story.answers.get(&answer)?),
    };
    let (desk, actor) = (&story.desk, &opener.actor);
    let id = open(desk, actor, &origin, &draft, Language::Danish).await?;
    for organisation in others(told, Some(&opener.organisation)) {
        say_yes(story, organisation, id).await?;
    }
    Ok(id)
}

/// Whoever speaks for an organisation accepts what it is invited to.
async fn say_yes(story: &Story, organisation: &str, initiative: Id) -> Result<(), Halt> {
    let actor = story.one_who_may(Act::OpenInitiative, organisation)?;
    let waits = waiting_for(&story.desk, &actor, 99).await?;
    let asked = waits
        .iter()
        .filter(|asked| asked.initiative_id == initiative);
    for asked in asked {
        answer_invitation(&story.desk, &actor, asked.id, true, Language::Danish).await?;
    }
    Ok(())
}

pub async fn party(story: &Story, told: &Initiative, party: &Party) -> Result<(), Halt> {
    let actor = story.member(&party.person, Some(&party.organisation))?;
    let draft = JoinDraft {
        aim: party.aim.clone(),
        practitioner: party.practitioner,
        reasons: party.reasons.clone(),
        harmless: true,
    };
    let id = story.initiatives.get(&told.key)?;
    join(&story.desk, &actor, id, &draft, Language::Danish).await?;
    Ok(())
}

/// Whoever started it writes down what happens.
pub async fn along(story: &Story, told: &Initiative, said: &Note) -> Result<(), Halt> {
    let actor = story.member(&told.by, None)?;
    let draft = NoteDraft {
        kind: said.kind.clone(),
        body: said.text.clone(),
        harmless: true,
    };
    let id = story.initiatives.get(&told.key)?;
    note(&story.desk, &actor, id, &draft, Language::Danish).await?;
    Ok(())
}

pub async fn ended(story: &Story, told: &Initiative, ending: &Ending) -> Result<(), Halt> {
    let actor = story.member(&told.by, None)?;
    let draft = EndDraft {
        learnt: ending.learnt.clone(),
        ended_as: ending.ended_as.clone(),
        conditions: ending.conditions.clone(),
        harmless: true,
    };
    end(
        &story.desk,
        &actor,
        story.initiatives.get(&told.key)?,
        &draft,
    )
    .await?;
    Ok(())
}
