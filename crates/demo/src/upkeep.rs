//! What in the directory needs a look on the last day: faults, a mail that came back, two offers
//! that look alike, a change that waits.
use crate::data::Data;
use crate::offer::Offer;
use crate::person::Person;
use crate::problem::{Halt, Problem};
use crate::story::Story;
use crate::timeline::labelled;
use async_trait::async_trait;
use samskab_app::mail::{self, Letter, Post};
use samskab_app::{fault, offer, upkeep};
use samskab_domain::fault::Kind;
use samskab_domain::kernel::{Coded, Language, Moment};
use samskab_domain::offer::{Draft, Wait};
use std::sync::{Mutex, PoisonError};

/// Told once all else has happened, `now`.
pub async fn tell(story: &Story, data: &Data, now: Moment) -> Result<(), Problem> {
    story.stand_at(now);
    for told in &data.offers {
        labelled("fault of offer", &told.key, said(story, told).await)?;
    }
    for told in data.people.iter().filter(|p| p.bounced) {
        labelled("mail to person", &told.key, came_back(story, told).await)?;
    }
    labelled("changes that wait", "", waits(story, data).await)?;
    upkeep::compare(&story.desk, story.municipality).await?;
    Ok(())
}

async fn said(story: &Story, told: &Offer) -> Result<(), Halt> {
    let (desk, m) = (&story.desk, story.municipality);
    for what in &told.fault {
        let id = story.offers.get(&told.key)?;
        let kind = Kind::from_code(&what.kind).unwrap_or(Kind::Other);
        let fault = fault::say(desk, m, id, kind, Language::Danish).await?;
        if !what.note.is_empty() {
            let draft = fault::Draft {
                note: what.note.clone(),
                ..fault::Draft::default()
            };
            fault::more(desk, m, id, fault, &draft).await?;
        }
    }
    Ok(())
}

/// Notes the number of the last letter, and carries none.
#[derive(Default)]
struct Nowhere(Mutex<String>);

#[async_trait]
impl Post for Nowhere {
    async fn carry(&self, letter: Letter) -> Result<(), String> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = letter.message_id;
        Ok(())
    }
}

/// A mail to her goes out and comes back.
async fn came_back(story: &Story, told: &Person) -> Result<(), Halt> {
    let (desk, m) = (&story.desk, story.municipality);
    let person = story.people.get(&told.key)?;
    let mut tx = desk.db.write().await?;
    let mail = mail::ask(&mut tx, desk, m, mail::Kind::Invitation, person).await?;
    tx.commit().await?;
    let post = Nowhere::default();
    mail::send(desk, &post, "https://samskab.example", m, mail).await?;
    let number = post.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    mail::bounced(desk, &number).await?;
    Ok(())
}

/// While changes to shared offers wait, some are written; what waits goes on waiting afterwards.
async fn waits(story: &Story, data: &Data) -> Result<(), Halt> {
    let facilitator = story.facilitator()?;
    let set = async |wait: Wait| {
        let draft = upkeep::SettingsDraft {
            wait: wait.code().to_owned(),
            cadences: vec![],
        };
        upkeep::set(&story.desk, &facilitator, &draft).await
    };
    set(Wait::Shared).await?;
    for told in &data.offers {
        let Some(waiting) = &told.waiting else {
            continue;
        };
        let (id, keeper) = (story.offers.get(&told.key)?, told.keeper(story)?);
        let draft = Draft {
            summary: waiting.summary.clone(),
            phone: waiting.phone.clone(),
            ..offer::draft(&story.desk, &keeper, id).await?
        };
        offer::change(&story.desk, &keeper, id, &draft, None).await?;
    }
    set(Wait::Nobody).await?;
    Ok(())
}
