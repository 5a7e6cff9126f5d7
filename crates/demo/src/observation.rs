//! What people saw, told on its day by the teller or by the coordinator who wrote for her, and
//! the sentences some of them let out.
use crate::data::Data;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{Event, QUOTING, TELLING, TELLING_SPREAD, Timeline};
use samskab_app::observation::{QuoteDraft, Told, check_quote, record, release};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Language;
use samskab_domain::observation as rules;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    pub key: String,
    pub area: String,
    teller: String,
    /// Under which membership, when she has several.
    organisation: Option<String>,
    written_by: Option<String>,
    source: String,
    topic_group: String,
    topic: String,
    place: String,
    #[serde(default)]
    group: String,
    pub days_ago: i64,
    story: String,
    #[serde(default)]
    would_help: String,
    #[serde(default)]
    frequency: String,
    #[serde(default)]
    severity: String,
    /// The need it is gathered into.
    pub need: Option<String>,
    #[serde(default)]
    pub counter: bool,
    quote: Option<String>,
    quote_days_ago: Option<i64>,
}

impl Observation {
    /// Whose story it is.
    pub fn teller(&self, story: &Story) -> Result<Actor, Halt> {
        story.member(&self.teller, self.organisation.as_deref())
    }
}

/// Minutes between one teller and the next: spreads them over the day, the same way each time.
const STEP: i64 = 53;

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for (number, told) in (0..).zip(&data.observations) {
        let minute = TELLING + number * STEP % TELLING_SPREAD;
        timeline.add(told.days_ago, minute, Event::Told(told));
        if let (Some(_), Some(ago)) = (&told.quote, told.quote_days_ago) {
            timeline.add(ago, QUOTING, Event::Quoted(told));
        }
    }
}

pub async fn tell(story: &mut Story, told: &Observation) -> Result<(), Halt> {
    let teller = told.teller(story)?;
    let draft = rules::Draft {
        story: told.story.clone(),
        source: told.source.clone(),
        topic_group: told.topic_group.clone(),
        area: story.areas.typed(&told.area)?,
        place: told.place.clone(),
        concerns: told.group.clone(),
        topic: story.topics.typed(&told.topic)?,
        frequency: told.frequency.clone(),
        severity: told.severity.clone(),
        would_help: told.would_help.clone(),
        circle: String::new(),
        teller: teller.membership.to_string(),
        // Each was read before it came into the file.
        harmless: true,
    };
    let writer = match &told.written_by {
        Some(writer) => story.member(writer, None)?,
        None => teller,
    };
    let sent = Told {
        draft: &draft,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    let recorded = record(&story.desk, &writer, sent).await?;
    story.observations.insert(&told.key, recorded.id);
    Ok(())
}

pub async fn quote(story: &Story, told: &Observation) -> Result<(), Halt> {
    let teller = told.teller(story)?;
    let draft = QuoteDraft {
        body: told.quote.clone().unwrap_or_default(),
        harmless: true,
    };
    let id = story.observations.get(&told.key)?;
    let quote = release(&story.desk, &teller, id, &draft, Language::Danish).await?;
    check_quote(&story.desk, &story.facilitator()?, quote).await?;
    Ok(())
}
