//! What can be done here, and what cannot: declared by leaders and coordinators of both sectors,
//! asked about by those who work with it, and now and then handed over to politicians.
use crate::data::Data;
use crate::initiative::Initiative;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{ASKING_AGAIN, DECLARING, Event, POLITICS, Timeline};
use samskab_app::frame::{answer_challenge, challenge, cite, declare, follow_handover, hand_over};
use samskab_domain::access::Act;
use samskab_domain::frame::Draft;
use samskab_domain::frame::challenge::{AnswerDraft, Draft as QuestionDraft};
use samskab_domain::frame::handover::{Draft as HandoverDraft, OutcomeDraft};
use samskab_domain::kernel::{Id, Language};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub key: String,
    area: String,
    text: String,
    short: String,
    kind: String,
    source_kind: String,
    source: String,
    firmness: String,
    changed_by: String,
    organisation: String,
    days_ago: i64,
    /// The last day it holds.
    until_days_ago: Option<i64>,
    /// How it was found on the way.
    #[serde(default)]
    found_late: String,
    #[serde(default)]
    question: Vec<Question>,
}

/// *Does it still hold?*
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    days_ago: i64,
    person: String,
    text: String,
    answer: Option<Reply>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    days_ago: i64,
    says: String,
    reason: String,
}

/// A question to elected politicians.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    pub key: String,
    area: String,
    organisation: String,
    item: String,
    #[serde(default)]
    need: String,
    recipient: String,
    text: String,
    days_ago: i64,
    outcome: Option<CameOfIt>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CameOfIt {
    days_ago: i64,
    outcome: String,
    text: String,
}

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for told in &data.frames {
        timeline.add(told.days_ago, DECLARING, Event::Declared(told));
        for asked in &told.question {
            timeline.add(asked.days_ago, ASKING_AGAIN, Event::AskedAgain(told, asked));
            if let Some(reply) = &asked.answer {
                timeline.add(reply.days_ago, DECLARING, Event::SaidAgain(told, reply));
            }
        }
    }
    for told in &data.handovers {
        timeline.add(told.days_ago, POLITICS, Event::AskedPoliticians(told));
        if let Some(came) = &told.outcome {
            timeline.add(came.days_ago, POLITICS, Event::PoliticiansSaid(told, came));
        }
    }
}

pub async fn tell(story: &mut Story, told: &Item) -> Result<(), Halt> {
    let actor = story.one_who_may(Act::DeclareFrame, &told.organisation)?;
    let until = told.until_days_ago.map(|ago| story.day(ago).to_string());
    let draft = Draft {
        area: story.areas.typed(&told.area)?,
        text: told.text.clone(),
        short: told.short.clone(),
        kind: told.kind.clone(),
        source_kind: told.source_kind.clone(),
        source: told.source.clone(),
        firmness: told.firmness.clone(),
        changed_by: told.changed_by.clone(),
        from: String::new(),
        until: until.unwrap_or_default(),
        found_late: !told.found_late.is_empty(),
        late_why: told.found_late.clone(),
        harmless: true,
    };
    let id = declare(&story.desk, &actor, &draft, Language::Danish).await?;
    story.frames.insert(&told.key, id);
    Ok(())
}

pub async fn asked_again(story: &mut Story, told: &Item, asked: &Question) -> Result<(), Halt> {
    let asker = story.member(&asked.person, None)?;
    let draft = QuestionDraft {
        question: asked.text.clone(),
        harmless: true,
    };
    let item = story.frames.get(&told.key)?;
    let id = challenge(&story.desk, &asker, item, &draft, Language::Danish).await?;
    story.challenges.insert(&told.key, id);
    Ok(())
}

pub async fn said_again(story: &Story, told: &Item, reply: &Reply) -> Result<(), Halt> {
    let owner = story.one_who_may(Act::DeclareFrame, &told.organisation)?;
    let draft = AnswerDraft {
        says: reply.says.clone(),
        reason: reply.reason.clone(),
        harmless: true,
    };
    let asked = story.challenges.get(&told.key)?;
    answer_challenge(&story.desk, &owner, asked, &draft).await?;
    Ok(())
}

pub async fn asked_politicians(story: &mut Story, told: &Handover) -> Result<(), Halt> {
    let actor = story.one_who_may(Act::HandOver, &told.organisation)?;
    let need = match told.need.as_str() {
        "" => String::new(),
        key => story.needs.typed(key)?,
    };
    let draft = HandoverDraft {
        area: story.areas.typed(&told.area)?,
        recipient: told.recipient.clone(),
        text: told.text.clone(),
        sent: story.day(told.days_ago).to_string(),
        frame_item: story.frames.typed(&told.item)?,
        need,
        harmless: true,
    };
    let id = hand_over(&story.desk, &actor, &draft, Language::Danish).await?;
    story.handovers.insert(&told.key, id);
    Ok(())
}

pub async fn politicians_said(story: &Story, told: &Handover, came: &CameOfIt) -> Result<(), Halt> {
    let actor = story.one_who_may(Act::HandOver, &told.organisation)?;
    let draft = OutcomeDraft {
        outcome: came.outcome.clone(),
        text: came.text.clone(),
        day: story.day(came.days_ago).to_string(),
        version: String::new(),
        harmless: true,
    };
    let id = story.handovers.get(&told.key)?;
    follow_handover(&story.desk, &actor, id, &draft).await?;
    Ok(())
}

/// What an initiative keeps to, said by whoever began it.
pub async fn kept_to(story: &Story, told: &Initiative) -> Result<(), Halt> {
    let actor = story.member(&told.by, None)?;
    let items: Result<Vec<Id>, Halt> = told.frames.iter().map(|f| story.frames.get(f)).collect();
    let initiative = story.initiatives.get(&told.key)?;
    cite(&story.desk, &actor, initiative, &items?).await?;
    Ok(())
}
