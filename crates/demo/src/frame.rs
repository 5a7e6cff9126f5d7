//! What can be done here, and what cannot: declared by leaders and coordinators of both sectors.
use crate::data::Data;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{DECLARING, Event, Timeline};
use samskab_app::frame::declare;
use samskab_domain::access::Act;
use samskab_domain::frame::Draft;
use samskab_domain::kernel::Language;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub key: String,
    area: String,
    text: String,
    kind: String,
    source: String,
    firmness: String,
    changed_by: String,
    organisation: String,
    days_ago: i64,
    #[serde(default)]
    found_late: bool,
}

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for told in &data.frames {
        timeline.add(told.days_ago, DECLARING, Event::Declared(told));
    }
}

pub async fn tell(story: &mut Story, told: &Item) -> Result<(), Halt> {
    let actor = story.one_who_may(Act::DeclareFrame, &told.organisation)?;
    let draft = Draft {
        area: story.areas.typed(&told.area)?,
        text: told.text.clone(),
        kind: told.kind.clone(),
        source: told.source.clone(),
        firmness: told.firmness.clone(),
        changed_by: told.changed_by.clone(),
        until: String::new(),
        found_late: told.found_late,
    };
    let id = declare(&story.desk, &actor, &draft, Language::Danish).await?;
    story.frames.insert(&told.key, id);
    Ok(())
}
