//! The answers, in time and late, of all five kinds; some are said to be done.
use crate::along::{self, Begun, Mended, Moved};
use crate::data::Data;
use crate::municipality::Organisation;
use crate::need::Need;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{ANSWERING, DONE, Event, FEELING, REMINDING, Timeline};
use samskab_app::answer::{done, give, look};
use samskab_app::felt;
use samskab_app::need::read;
use samskab_domain::answer::{Draft, Kind, NamedDraft};
use samskab_domain::kernel::{Coded, Id, Language};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub organisation: String,
    pub asked_by: String,
    pub asked_days_ago: i64,
    pub due_days_ago: i64,
    /// The organisation whose answer passed it on; then nobody asks anew.
    pub passed_from: Option<String>,
    answered_days_ago: Option<i64>,
    by: Option<String>,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    meaning: String,
    #[serde(default)]
    mandate: String,
    #[serde(default)]
    what: String,
    by_days_ago: Option<i64>,
    done_days_ago: Option<i64>,
    #[serde(default)]
    pub frames: Vec<String>,
    #[serde(default)]
    missing: String,
    #[serde(default)]
    missing_from: String,
    /// An organisation's name, or anyone else in words.
    #[serde(default)]
    passed_to: String,
    /// Whose responsibility it is, as the answerer says.
    #[serde(default)]
    responsibility: String,
    #[serde(default)]
    responsible: String,
    #[serde(default)]
    paragraph: String,
    #[serde(default)]
    kle: String,
    #[serde(default)]
    felt: Vec<Felt>,
    pub begun: Option<Begun>,
    pub moved: Option<Moved>,
    pub mended: Option<Mended>,
}

/// What someone says to *can it be felt?*
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Felt {
    by: String,
    /// Those it is for said it, and `by` wrote it down.
    #[serde(default)]
    users: bool,
    says: String,
    #[serde(default)]
    note: String,
    days_ago: i64,
}

/// Under which an asked answer is known.
pub fn key(need: &Need, organisation: &str) -> String {
    format!("{} {organisation}", need.key)
}

pub fn plan<'a>(need: &'a Need, timeline: &mut Timeline<'a>) {
    for answer in &need.answer {
        along::plan(need, answer, timeline);
        if let Some(ago) = answer.answered_days_ago {
            timeline.add(ago, ANSWERING, Event::Answered(need, answer));
        }
        if let Some(ago) = answer.done_days_ago {
            timeline.add(ago, DONE, Event::SaidDone(need, answer));
        }
        // What the program does by itself, each morning until the answer is there.
        for ago in (answer.answered_days_ago.unwrap_or(0)..answer.due_days_ago).rev() {
            timeline.add(ago, REMINDING, Event::LookedAt(need, answer));
        }
        for felt in &answer.felt {
            timeline.add(felt.days_ago, FEELING, Event::Felt(need, answer, felt));
        }
    }
}

pub async fn tell(story: &mut Story, data: &Data, need: &Need, told: &Answer) -> Result<(), Halt> {
    let actor = story.member(
        told.by.as_deref().unwrap_or_default(),
        Some(&told.organisation),
    )?;
    let passed_to = data
        .organisations
        .iter()
        .find_map(|o: &Organisation| o.called(&told.passed_to));
    let in_words = if passed_to.is_none() {
        told.passed_to.as_str()
    } else {
        ""
    };
    let draft = Draft {
        kind: told.kind.clone(),
        reason: told.reason.clone(),
        meaning: told.meaning.clone(),
        mandate: told.mandate.clone(),
        what: told.what.clone(),
        by: told
            .by_days_ago
            .map(|ago| story.day(ago).to_string())
            .unwrap_or_default(),
        frame_items: story.frames.all_typed(&told.frames)?,
        missing: told.missing.clone(),
        missing_from: told.missing_from.clone(),
        passed_to: passed_to.map_or(Ok(String::new()), |o| story.organisations.typed(o))?,
        passed_to_text: in_words.to_owned(),
        named: NamedDraft {
            responsibility: told.responsibility.clone(),
            responsible: told.responsible.clone(),
            paragraph: told.paragraph.clone(),
            kle: told.kle.clone(),
        },
        stands: false,
    };
    let id = of(story, need, &told.organisation)?;
    give(&story.desk, &actor, id, &draft, Language::Danish).await?;
    if let Some(organisation) = passed_to.filter(|_| told.kind == Kind::PassedOn.code()) {
        asked_in_turn(story, need, organisation).await?;
    }
    Ok(())
}

/// Whoever it was passed on to owes an answer now, whether asked before or not.
async fn asked_in_turn(story: &mut Story, need: &Need, organisation: &str) -> Result<(), Halt> {
    let reader = story.facilitator()?;
    let reading = read(&story.desk, &reader, story.needs.get(&need.key)?).await?;
    if let Some(owed) = reading.owed_by(story.organisations.get(organisation)?) {
        story.answers.insert(&key(need, organisation), owed.id);
    }
    Ok(())
}

pub fn of(story: &Story, need: &Need, organisation: &str) -> Result<Id, Halt> {
    story.answers.get(&key(need, organisation))
}

pub async fn finish(story: &Story, need: &Need, told: &Answer) -> Result<(), Halt> {
    let who = told.by.as_deref().unwrap_or_default();
    let actor = story.member(who, Some(&told.organisation))?;
    let id = of(story, need, &told.organisation)?;
    done(&story.desk, &actor, id).await?;
    Ok(())
}

/// Whether it is late by now.
pub async fn look_at(story: &Story, need: &Need, told: &Answer) -> Result<(), Halt> {
    let id = of(story, need, &told.organisation)?;
    look(&story.desk, story.municipality, id).await?;
    Ok(())
}

/// Whoever told is asked first, as the job does once it is time.
pub async fn feel(story: &Story, need: &Need, told: &Answer, said: &Felt) -> Result<(), Halt> {
    let actor = story.member(&said.by, None)?;
    let id = of(story, need, &told.organisation)?;
    let draft = felt::Draft {
        says: said.says.clone(),
        note: said.note.clone(),
        harmless: true,
    };
    let desk = &story.desk;
    if said.users {
        felt::users_say(desk, &actor, id, &draft, Language::Danish).await?;
        return Ok(());
    }
    felt::ask(desk, actor.municipality, id).await?;
    let open = felt::open(desk, &actor).await?;
    let asked = open.iter().find(|q| q.answer_id == id);
    let question = asked.ok_or_else(|| Halt::Unknown {
        kind: "question whether it is felt, asked of",
        key: said.by.clone(),
    })?;
    felt::say(desk, &actor, question.id, &draft, Language::Danish).await?;
    Ok(())
}
