//! A development seminar's pack: what is seen in an area, how it is understood, what was tried, and what to ask (F26, F27).
//!
//! It holds what every member may see, and figures for those alone who see them elsewhere: needs that are raised,
//! sentences that were released and looked at, no number under three.
mod paper;
mod themes;
mod tried;
mod write_back;

pub use paper::{Compose, Fetched, Paper, fetch, give_up, make, order, paper};
pub use themes::{Asked, Rival, Seen, Theme};
pub use tried::{Changed, Tried};
pub use write_back::{Came, write_back};

use super::table::{Meeting, find};
use crate::desk::{Desk, Outcome, Refusal};
use crate::insight::{self, Picture};
use crate::trail::Link;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_domain::meeting::seminar::{Ask, questions};

/// The pack of a seminar, as someone who is in it reads it.
#[derive(Clone, Debug)]
pub struct Seminar {
    pub municipality: String,
    pub meeting: Meeting,
    /// The day it was put together.
    pub on: Day,
    /// Needs by what they are about, in the topics' own order.
    pub themes: Vec<Theme>,
    /// There are more needs than the pack holds: these are the newest.
    pub cut: bool,
    /// Needs that are understood in more than one way, or seen differently for good.
    pub rivals: Vec<Rival>,
    /// None where the reader sees no figures.
    pub signals: Option<Picture>,
    pub tried: Vec<Tried>,
    /// What to discuss, each about a need, a change or an initiative.
    pub questions: Vec<(Ask, Link)>,
    /// What was written back.
    pub came: Came,
    /// The reader may write back now.
    pub may_write: bool,
}

/// So many needs a pack holds.
pub const NEEDS: usize = 300;

#[derive(FromRow)]
struct Name {
    name: String,
}

/// # Errors
/// [`Refusal::Missing`] for a meeting out of sight, or one that is no seminar.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Seminar> {
    let meeting = seminar(desk, actor, id).await?;
    let m = actor.municipality;
    let name = sql!("select name from municipality where id = ?", m);
    let name: Name = desk.db.first(name).await?.ok_or(Refusal::Missing)?;
    let (seen, cut) = themes::seen(desk, actor, meeting.area_id).await?;
    let rivals = themes::rivals(desk, m, &seen).await?;
    let tried = tried::tried(desk, actor, meeting.area_id).await?;
    let signals = match actor.may(Act::SeeInsight) {
        Ok(()) => Some(insight::signals(desk, actor).await?),
        Err(_) => None,
    };
    Ok(Seminar {
        municipality: name.name,
        on: desk.today(),
        questions: asked(&seen, &rivals, &tried),
        came: write_back::came(desk, actor, id).await?,
        may_write: meeting.state() != samskab_domain::meeting::State::Cancelled
            && actor.may(Act::NoteNeed).is_ok(),
        themes: themes::by_topic(seen),
        cut,
        rivals,
        signals,
        tried,
        meeting,
    })
}

/// A seminar the actor sees.
async fn seminar(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Meeting> {
    actor.may(Act::SeeMeetings)?;
    let meeting = find(desk, actor, id).await?;
    meeting.seminar.then_some(meeting).ok_or(Refusal::Missing)
}

fn asked(seen: &[Seen], rivals: &[Rival], tried: &[Tried]) -> Vec<(Ask, Link)> {
    let mut found: Vec<(Ask, Link)> = rivals
        .iter()
        .map(|rival| match rival.differs {
            true => (Ask::Differs, rival.need.clone()),
            false => (Ask::Rival, rival.need.clone()),
        })
        .collect();
    found.extend(
        seen.iter()
            .flat_map(|need| need.asks().into_iter().map(|ask| (ask, need.link()))),
    );
    found.extend(tried.iter().flat_map(Tried::asks));
    let kinds: Vec<(Ask, Id)> = found.iter().map(|(ask, link)| (*ask, link.id)).collect();
    let chosen = questions(&kinds);
    chosen
        .into_iter()
        .filter_map(|(ask, id)| {
            found
                .iter()
                .find(|(a, link)| (*a, link.id) == (ask, id))
                .cloned()
        })
        .collect()
}
