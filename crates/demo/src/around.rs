//! What stands beside an initiative's story: where it is placed, who is asked to be in it, how it is
//! understood, and that it rests.
use crate::initiative::Initiative;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{Event, HANDING_OVER, NOTING, STARTING, Timeline};
use samskab_app::initiative::{
    ask_to_join, invite, pause, place, say_to_understanding, write_understanding,
};
use samskab_domain::initiative::ending::PauseDraft;
use samskab_domain::initiative::placing::PlaceDraft;
use samskab_domain::initiative::understanding::{Draft, VoiceDraft};
use samskab_domain::kernel::Language;
use serde::Deserialize;

/// The three questions (F3), as the one who began it answers them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placing {
    with_whom: Vec<String>,
    of_what: Vec<String>,
    begun_by: String,
    begun_side: String,
}

/// An organisation that is invited, or asks itself where nobody else is named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    organisation: String,
    person: String,
    days_ago: i64,
}

/// A shared understanding, and what the others say to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Understanding {
    text: String,
    person: String,
    organisation: String,
    days_ago: i64,
    voice: Vec<Voice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    person: String,
    organisation: String,
    says: String,
    #[serde(default)]
    note: String,
    days_ago: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rest {
    why: String,
    days_ago: i64,
}

/// One of these things happens.
#[derive(Clone, Copy)]
pub enum Beside<'a> {
    Placed(&'a Placing),
    Invited(&'a Asked),
    Asks(&'a Asked),
    Understood(&'a Understanding),
    Said(&'a Voice),
    Rests(&'a Rest),
}

pub fn plan<'a>(told: &'a Initiative, timeline: &mut Timeline<'a>) {
    let mut add = |ago, minute, what| timeline.add(ago, minute, Event::Beside(told, what));
    if let Some(placing) = &told.placing {
        add(told.days_ago, STARTING + 5, Beside::Placed(placing));
    }
    for asked in &told.invited {
        add(asked.days_ago, HANDING_OVER, Beside::Invited(asked));
    }
    for asked in &told.asks {
        add(asked.days_ago, HANDING_OVER, Beside::Asks(asked));
    }
    if let Some(understanding) = &told.understanding {
        add(
            understanding.days_ago,
            NOTING,
            Beside::Understood(understanding),
        );
        for voice in &understanding.voice {
            add(voice.days_ago, HANDING_OVER, Beside::Said(voice));
        }
    }
    if let Some(rest) = &told.rest {
        add(rest.days_ago, HANDING_OVER, Beside::Rests(rest));
    }
}

pub async fn happens(story: &Story, told: &Initiative, what: Beside<'_>) -> Result<(), Halt> {
    let (desk, id) = (&story.desk, story.initiatives.get(&told.key)?);
    match what {
        Beside::Placed(placing) => {
            let actor = story.member(&told.by, None)?;
            let draft = PlaceDraft {
                relation: "co_creation".into(),
                with_whom: placing.with_whom.clone(),
                of_what: placing.of_what.clone(),
                begun_by: placing.begun_by.clone(),
                begun_side: placing.begun_side.clone(),
            };
            place(desk, &actor, id, &draft).await?;
        }
        Beside::Invited(asked) => {
            let actor = story.member(&asked.person, None)?;
            let organisation = story.organisations.typed(&asked.organisation)?;
            invite(desk, &actor, id, &organisation).await?;
        }
        Beside::Asks(asked) => {
            let actor = story.member(&asked.person, Some(&asked.organisation))?;
            ask_to_join(desk, &actor, id).await?;
        }
        Beside::Understood(understanding) => {
            let actor = story.member(&understanding.person, Some(&understanding.organisation))?;
            let draft = Draft {
                text: understanding.text.clone(),
                harmless: true,
            };
            write_understanding(desk, &actor, id, &draft, Language::Danish).await?;
        }
        Beside::Said(voice) => {
            let actor = story.member(&voice.person, Some(&voice.organisation))?;
            let draft = VoiceDraft {
                says: voice.says.clone(),
                note: voice.note.clone(),
                harmless: true,
            };
            say_to_understanding(desk, &actor, (id, 1), &draft).await?;
        }
        Beside::Rests(rest) => {
            let actor = story.member(&told.by, None)?;
            let draft = PauseDraft {
                pause: rest.why.clone(),
                harmless: true,
            };
            pause(desk, &actor, id, &draft).await?;
        }
    }
    Ok(())
}
