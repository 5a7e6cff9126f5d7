//! What happens to an answer on its way: begun, moved to a later day, mended.
use crate::answer::{self, Answer};
use crate::need::Need;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{ANSWERING, Event, MENDING, MOVING, Timeline};
use samskab_app::answer::{correct, extend, keep_draft, read};
use samskab_domain::access::Actor;
use samskab_domain::answer::{Draft, ExtensionDraft, WordsDraft};
use samskab_domain::kernel::{Id, Language};
use serde::Deserialize;

/// Half an answer, kept until it is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begun {
    days_ago: i64,
    by: String,
    kind: String,
    reason: String,
}

/// A later day to answer by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    days_ago: i64,
    by: String,
    due_days_ago: i64,
    reason: String,
}

/// What it means for the one who told, said better.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mended {
    days_ago: i64,
    by: String,
    why: String,
    meaning: String,
}

pub fn plan<'a>(need: &'a Need, told: &'a Answer, timeline: &mut Timeline<'a>) {
    if let Some(begun) = &told.begun {
        timeline.add(begun.days_ago, ANSWERING, Event::Begun(need, told, begun));
    }
    if let Some(moved) = &told.moved {
        timeline.add(moved.days_ago, MOVING, Event::Moved(need, told, moved));
    }
    if let Some(mended) = &told.mended {
        timeline.add(mended.days_ago, MENDING, Event::Mended(need, told, mended));
    }
}

/// The answer, and the one at its organisation who does something about it.
fn whose(story: &Story, need: &Need, told: &Answer, by: &str) -> Result<(Actor, Id), Halt> {
    let actor = story.member(by, Some(&told.organisation))?;
    Ok((actor, answer::of(story, need, &told.organisation)?))
}

pub async fn begin(story: &Story, need: &Need, told: &Answer, begun: &Begun) -> Result<(), Halt> {
    let (actor, id) = whose(story, need, told, &begun.by)?;
    let draft = Draft {
        kind: begun.kind.clone(),
        reason: begun.reason.clone(),
        ..Draft::default()
    };
    keep_draft(&story.desk, &actor, id, &draft, "").await?;
    Ok(())
}

pub async fn later(story: &Story, need: &Need, told: &Answer, moved: &Moved) -> Result<(), Halt> {
    let (actor, id) = whose(story, need, told, &moved.by)?;
    let draft = ExtensionDraft {
        due: story.working_day(moved.due_days_ago).to_string(),
        reason: moved.reason.clone(),
        harmless: true,
    };
    extend(&story.desk, &actor, id, &draft, Language::Danish).await?;
    Ok(())
}

pub async fn mend(story: &Story, need: &Need, told: &Answer, mended: &Mended) -> Result<(), Halt> {
    let (actor, id) = whose(story, need, told, &mended.by)?;
    let stands = read(&story.desk, &actor, id).await?;
    let draft = Draft {
        meaning: mended.meaning.clone(),
        frame_items: story.frames.all_typed(&told.frames)?,
        ..stands.answer.as_draft()
    };
    let why = WordsDraft {
        words: mended.why.clone(),
        harmless: true,
    };
    correct(&story.desk, &actor, id, &draft, &why, Language::Danish).await?;
    Ok(())
}
