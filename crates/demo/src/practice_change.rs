//! What was agreed to do differently, and what came of it.
use crate::initiative::Initiative;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{AGREEING, DIFFERING, Event, FOLLOWING_UP, Timeline};
use samskab_app::practice_change::{agree, follow_up, say_wish};
use samskab_domain::kernel::Language;
use samskab_domain::practice_change::{Draft, OutcomeDraft, WishDraft};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub key: String,
    what: String,
    organisation: String,
    /// Writes it down, and does it: what is kept is her title, so that it outlives her.
    person: String,
    pub from_days_ago: i64,
    notice: String,
    pub days_ago: i64,
    /// The meeting it was agreed at.
    meeting: Option<String>,
    #[serde(default)]
    outcome: String,
    outcome_days_ago: Option<i64>,
    #[serde(default)]
    outcome_note: String,
    #[serde(default)]
    wish: Vec<Wish>,
}

/// What one of those who change says to *did you want it yourselves?*
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    person: String,
    wanted: String,
}

pub fn plan<'a>(initiative: &'a Initiative, timeline: &mut Timeline<'a>) {
    for told in &initiative.change {
        timeline.add(told.days_ago, AGREEING, Event::Agreed(initiative, told));
        for wish in &told.wish {
            timeline.add(told.days_ago, DIFFERING, Event::Wished(told, wish));
        }
        if let Some(ago) = told.outcome_days_ago {
            timeline.add(ago, FOLLOWING_UP, Event::FollowedUp(told));
        }
    }
}

pub async fn tell(story: &mut Story, initiative: &Initiative, told: &Change) -> Result<(), Halt> {
    let member = story.at_work(&told.person, Some(&told.organisation))?;
    let draft = Draft {
        what: told.what.clone(),
        organisation: story.organisations.typed(&told.organisation)?,
        who: member.title.clone(),
        from: story.day(told.from_days_ago).to_string(),
        notice: told.notice.clone(),
        meeting: match &told.meeting {
            Some(key) => story.meetings.typed(key)?,
            None => String::new(),
        },
        follow_up: String::new(),
        harmless: true,
    };
    let initiative = story.initiatives.get(&initiative.key)?;
    let desk = &story.desk;
    let id = agree(desk, &member.actor, initiative, &draft, Language::Danish).await?;
    story.changes.insert(&told.key, id);
    Ok(())
}

pub async fn came_of_it(story: &Story, told: &Change) -> Result<(), Halt> {
    let actor = story.member(&told.person, Some(&told.organisation))?;
    let draft = OutcomeDraft {
        outcome: told.outcome.clone(),
        note: told.outcome_note.clone(),
        version: String::new(),
        harmless: true,
    };
    follow_up(&story.desk, &actor, story.changes.get(&told.key)?, &draft).await?;
    Ok(())
}

pub async fn wished(story: &Story, told: &Change, wish: &Wish) -> Result<(), Halt> {
    let actor = story.member(&wish.person, Some(&told.organisation))?;
    let draft = WishDraft {
        wanted: wish.wanted.clone(),
    };
    let id = story.changes.get(&told.key)?;
    say_wish(&story.desk, &actor, id, &draft).await?;
    Ok(())
}
