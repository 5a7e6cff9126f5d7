//! Meetings of the initiatives: the ones that only led to meetings, and those that changed something.
use crate::data::Data;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{AGREEING, CALLING, CLOSING, Event, MEETING, Timeline};
use samskab_app::meeting::{self, ClosingDraft, LineDraft, Of, Put, seminar};
use samskab_app::need::NoteDraft;
use samskab_domain::kernel::Language;
use samskab_domain::meeting::Draft;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub key: String,
    /// None is a meeting of the area.
    initiative: Option<String>,
    area: Option<String>,
    purpose: String,
    #[serde(default)]
    seminar: bool,
    title: String,
    place: String,
    #[serde(default)]
    about: String,
    by: String,
    called_days_ago: i64,
    days_ago: i64,
    from: String,
    until: String,
    #[serde(default)]
    repeats: String,
    #[serde(default)]
    times: String,
    #[serde(default)]
    agenda: Vec<String>,
    #[serde(default)]
    line: Vec<Line>,
    /// What is written back from a seminar.
    #[serde(default)]
    came: Vec<Came>,
    /// How many were there; none where it is not closed.
    there: Option<[u8; 4]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    person: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Came {
    person: String,
    need: String,
    kind: String,
    text: String,
}

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for told in &data.meetings {
        timeline.add(told.called_days_ago, CALLING, Event::Called(told));
        for line in &told.line {
            timeline.add(told.days_ago, MEETING, Event::Said(told, line));
        }
        for came in &told.came {
            timeline.add(told.days_ago, AGREEING, Event::WrittenBack(told, came));
        }
        if told.there.is_some() {
            timeline.add(told.days_ago, CLOSING, Event::MeetingClosed(told));
        }
    }
}

pub async fn call(story: &mut Story, told: &Meeting) -> Result<(), Halt> {
    let actor = story.member(&told.by, None)?;
    let of = match (&told.initiative, &told.area) {
        (Some(initiative), _) => Of::Initiative(story.initiatives.get(initiative)?),
        (None, area) => Of::Area(story.areas.get(area.as_deref().unwrap_or_default())?),
    };
    let draft = Draft {
        purpose: told.purpose.clone(),
        title: told.title.clone(),
        day: story.day(told.days_ago).to_string(),
        from: told.from.clone(),
        until: told.until.clone(),
        place: told.place.clone(),
        about: told.about.clone(),
        repeats: told.repeats.clone(),
        times: told.times.clone(),
        seminar: told.seminar,
        version: String::new(),
        harmless: true,
    };
    let desk = &story.desk;
    let id = meeting::call(desk, &actor, of, &draft, Language::Danish).await?;
    for own in &told.agenda {
        let put = Put {
            own: own.clone(),
            harmless: true,
            ..Put::default()
        };
        meeting::put(desk, &actor, id, &put, Language::Danish).await?;
    }
    story.meetings.insert(&told.key, id);
    Ok(())
}

pub async fn say(story: &Story, told: &Meeting, line: &Line) -> Result<(), Halt> {
    let actor = story.member(&line.person, None)?;
    let draft = LineDraft {
        body: line.text.clone(),
        of: String::new(),
        harmless: true,
    };
    let id = story.meetings.get(&told.key)?;
    meeting::write(&story.desk, &actor, id, &draft, Language::Danish).await?;
    Ok(())
}

pub async fn write_back(story: &Story, told: &Meeting, came: &Came) -> Result<(), Halt> {
    let actor = story.member(&came.person, None)?;
    let draft = NoteDraft {
        kind: came.kind.clone(),
        body: came.text.clone(),
        harmless: true,
        ..NoteDraft::default()
    };
    let (id, need) = (story.meetings.get(&told.key)?, story.needs.get(&came.need)?);
    seminar::write_back(&story.desk, &actor, id, need, &draft, Language::Danish).await?;
    Ok(())
}

/// Where no change came of it, it says so: *none this time*.
pub async fn close(story: &Story, told: &Meeting) -> Result<(), Halt> {
    let actor = story.member(&told.by, None)?;
    let draft = ClosingDraft {
        none: true,
        there: told.there.unwrap_or_default().map(|n| n.to_string()),
        next: vec![],
    };
    let id = story.meetings.get(&told.key)?;
    meeting::close(&story.desk, &actor, id, &draft).await?;
    Ok(())
}
