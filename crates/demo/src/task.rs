//! Who does what: put up, taken, and now and then given back.
use crate::initiative::Initiative;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{Event, FEELING, HANDING_OVER, NOTING, Timeline, VERIFYING};
use samskab_app::task::{accept, give_back, invite, say_duty, write};
use samskab_domain::kernel::Language;
use samskab_domain::task::{Draft, Duty, InviteDraft};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    pub key: String,
    what: String,
    kind: String,
    days_ago: i64,
    until_days_ago: Option<i64>,
    #[serde(default)]
    bridge: bool,
    #[serde(default)]
    in_place: Vec<String>,
    #[serde(default)]
    turn: Vec<Turn>,
}

/// Someone who is asked, or who has it for a while.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    person: String,
    organisation: String,
    #[serde(default)]
    asked_days_ago: Option<i64>,
    #[serde(default)]
    days_ago: Option<i64>,
    #[serde(default)]
    duty_days_ago: Option<i64>,
    #[serde(default)]
    back_days_ago: Option<i64>,
}

/// What happens to a task.
#[derive(Clone, Copy)]
pub enum Happens {
    Asked,
    Taken,
    Duty,
    GivenBack,
}

pub fn plan<'a>(initiative: &'a Initiative, timeline: &mut Timeline<'a>) {
    for told in &initiative.task {
        timeline.add(told.days_ago, NOTING, Event::TaskPutUp(initiative, told));
        for turn in &told.turn {
            let days = [
                (turn.asked_days_ago, HANDING_OVER, Happens::Asked),
                (turn.days_ago, VERIFYING, Happens::Taken),
                (turn.duty_days_ago, NOTING, Happens::Duty),
                (turn.back_days_ago, FEELING - 60, Happens::GivenBack),
            ];
            for (ago, minute, what) in days {
                if let Some(ago) = ago {
                    timeline.add(ago, minute, Event::Task(told, turn, what));
                }
            }
        }
    }
}

pub async fn put_up(story: &mut Story, initiative: &Initiative, told: &Task) -> Result<(), Halt> {
    let actor = story.member(&initiative.by, None)?;
    let until = told.until_days_ago.map(|ago| story.day(ago).to_string());
    let draft = Draft {
        what: told.what.clone(),
        kind: told.kind.clone(),
        until: until.unwrap_or_default(),
        must: false,
        bridge: told.bridge,
        in_place: told.in_place.clone(),
        version: String::new(),
        harmless: true,
    };
    let id = story.initiatives.get(&initiative.key)?;
    let task = write(&story.desk, &actor, id, &draft, Language::Danish).await?;
    story.tasks.insert(&told.key, task);
    Ok(())
}

pub async fn happens(story: &Story, told: &Task, turn: &Turn, what: Happens) -> Result<(), Halt> {
    let who = story.member(&turn.person, Some(&turn.organisation))?;
    let (desk, id) = (&story.desk, story.tasks.get(&told.key)?);
    match what {
        Happens::Asked => {
            let asker = story.facilitator()?;
            let draft = InviteDraft {
                membership: who.membership.to_string(),
            };
            invite(desk, &asker, id, &draft).await?
        }
        Happens::Taken => accept(desk, &who, id).await?,
        Happens::Duty => say_duty(desk, &who, id, Duty::Yes).await?,
        Happens::GivenBack => give_back(desk, &who, id).await?,
    };
    Ok(())
}
