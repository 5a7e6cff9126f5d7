//! What the organisations gain themselves, as their leaders and coordinators say it.
use crate::data::Data;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{DECLARING, Event, Timeline};
use samskab_app::interest::declare;
use samskab_domain::access::Act;
use samskab_domain::interest::Draft;
use samskab_domain::kernel::Language;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    pub key: String,
    organisation: String,
    topic_group: String,
    gain: String,
    text: String,
    #[serde(default)]
    amount: String,
    days_ago: i64,
}

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for told in &data.interests {
        timeline.add(told.days_ago, DECLARING, Event::Interested(told));
    }
}

pub async fn tell(story: &Story, told: &Interest) -> Result<(), Halt> {
    let actor = story.one_who_may(Act::DeclareInterest, &told.organisation)?;
    let draft = Draft {
        subject: told.topic_group.clone(),
        gain: told.gain.clone(),
        text: told.text.clone(),
        amount: told.amount.clone(),
    };
    declare(&story.desk, &actor, &draft, Language::Danish).await?;
    Ok(())
}
