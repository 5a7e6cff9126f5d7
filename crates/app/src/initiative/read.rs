//! One initiative with all that happened in it.
use super::invitation::{Invitation, waiting_in};
use super::origin::{OriginSeen, of_initiative};
use super::table::{Initiative, Party, parties_of, select};
use super::understanding::{self, Understanding, Version};
use crate::desk::{Desk, Outcome, Refusal};
use crate::frame::{self, FrameItem};
use crate::meeting::{self, Meeting};
use crate::practice_change::{Change, changes_of};
use crate::task::{self, Task};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::initiative::{Check, Gap, NoteKind, QUIET_DAYS, Side, State, gaps};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::meeting::State as Held;
use samskab_domain::meeting::closing::Loop;
use samskab_domain::offer::Effect;

/// An initiative as a member reads it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub initiative: Initiative,
    pub parties: Vec<Party>,
    /// As far as the reader may see.
    pub origin: OriginSeen,
    /// Oldest first.
    pub notes: Vec<Note>,
    /// As far as the reader sees them, oldest first.
    pub meetings: Vec<Meeting>,
    /// Practice meetings in a row from which no change came, as far as the reader is shown it yet.
    pub in_a_loop: Option<Loop>,
    pub changes: Vec<Change>,
    pub offers: Vec<CausedOffer>,
    /// What it keeps to: what can be done first.
    pub frames: Vec<FrameItem>,
    /// Who waits for an answer to being in it.
    pub invitations: Vec<Invitation>,
    pub understanding: Understanding,
    /// Since when nothing has been heard of it, when that is long; said to those who are in it.
    pub quiet_since: Option<Moment>,
    /// Who does what.
    pub tasks: Vec<Task>,
    pub gaps: Vec<Gap>,
    /// The reader may write in it now.
    pub may_write: bool,
    /// The reader's organisation is in it.
    pub party: bool,
}

/// What someone wrote down along the way.
#[derive(Clone, Debug, FromRow)]
pub struct Note {
    pub id: Id,
    kind: String,
    pub body: String,
    pub organisation: String,
    created_at: KeptMoment,
}

impl Note {
    pub fn kind(&self) -> NoteKind {
        NoteKind::from_code(&self.kind).unwrap_or(NoteKind::Note)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }
}

/// An offer that came of one of the changes.
#[derive(Clone, Debug, FromRow)]
pub struct CausedOffer {
    pub id: Id,
    pub name: String,
    pub change_id: Id,
    effect: String,
    linked_at: KeptMoment,
}

impl CausedOffer {
    pub fn effect(&self) -> Option<Effect> {
        Effect::from_code(&self.effect)
    }

    pub fn linked_at(&self) -> Moment {
        *self.linked_at
    }
}

/// # Errors
/// Denied to those who see none; [`Refusal::Missing`] when it is not this municipality's.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    actor.may(Act::SeeInitiatives)?;
    let m = actor.municipality;
    let sql = select(m).and(" and initiative.id = ?", [id.into()]);
    let initiative: Initiative = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let parties = parties_of(desk, m, id).await?;
    let changes = changes_of(desk, m, id).await?;
    let organisations: Vec<Id> = parties.iter().map(|p| p.organisation_id).collect();
    let sides: Vec<Side> = parties.iter().map(side).collect();
    let origin = of_initiative(desk, actor, id).await?;
    let notes = notes(desk, m, id).await?;
    let tasks = task::of_initiative(desk, m, id).await?;
    let frames = frame::of_initiative(desk, m, id).await?;
    let today = desk.today();
    let facilitates = actor.role == Role::Facilitator && actor.covers(initiative.area_id);
    let party = organisations.contains(&actor.organisation);
    let goes_on = initiative.state() != State::Ended;
    let inside = party || facilitates;
    let in_a_loop = meeting::loop_of(desk, m, initiative.area_id, Some(id)).await?;
    let in_a_loop = in_a_loop.filter(|found| goes_on && found.shown_to(inside, desk.now()));
    let meetings = meeting::of_initiative(desk, actor, id).await?;
    let understanding = understanding::of(desk, m, id).await?;
    let may_write = actor
        .may_write_in_initiative(initiative.area_id, &organisations)
        .is_ok();
    let check = Check {
        sides: &sides,
        changes: changes.len(),
        origin: has_origin(desk, m, id).await?,
        frames: !frames.is_empty(),
        tasks_asked: tasks.iter().any(|t| !t.flags(today).is_empty()),
        not_told: not_told(&initiative, &notes, today),
        in_a_loop: in_a_loop.is_some(),
    };
    let heard = Heard {
        notes: &notes,
        changes: &changes,
        tasks: &tasks,
        meetings: &meetings,
        understanding: &understanding,
    };
    let last = heard.last(&initiative).filter(|_| inside);
    let quiet_since = last.filter(|last| Day::of(*last).days_until(today) >= QUIET_DAYS);
    Ok(Reading {
        invitations: waiting_in(desk, m, id).await?,
        understanding,
        quiet_since,
        origin,
        meetings,
        in_a_loop,
        offers: caused_offers(desk, m, &changes).await?,
        gaps: gaps(&check),
        tasks,
        frames,
        notes,
        may_write: may_write && goes_on,
        party,
        initiative,
        parties,
        changes,
    })
}

#[derive(FromRow)]
struct Origins {
    known: bool,
}

/// Whether something stands behind it, also what the reader may not see.
async fn has_origin(desk: &Desk, municipality: Id, initiative: Id) -> Outcome<bool> {
    let sql = sql!(
        "select (observation_id is not null or need_id is not null or answer_id is not null) as known \
         from initiative where municipality_id = ? and id = ?",
        municipality,
        initiative
    );
    let found: Option<Origins> = desk.db.first(sql).await?;
    Ok(found.is_some_and(|f| f.known))
}

/// A small trial is over, and nothing has been told since (F10: started at once, told afterwards).
fn not_told(initiative: &Initiative, notes: &[Note], today: Day) -> bool {
    let over = initiative.until().filter(|until| *until < today);
    let told = |until: Day| notes.iter().any(|n| Day::of(n.created_at()) >= until);
    initiative.lane && initiative.state() == State::Trial && over.is_some_and(|until| !told(until))
}

/// All that is a sign of life.
struct Heard<'a> {
    notes: &'a [Note],
    changes: &'a [Change],
    tasks: &'a [Task],
    meetings: &'a [Meeting],
    understanding: &'a Understanding,
}

impl Heard<'_> {
    /// When it was last heard of; nothing while it rests or once it has ended.
    fn last(&self, initiative: &Initiative) -> Option<Moment> {
        if initiative.paused_at().is_some() || initiative.state() == State::Ended {
            return None;
        }
        let held = self
            .meetings
            .iter()
            .filter(|m| m.state() != Held::Cancelled);
        let versions = &self.understanding.versions;
        let mut heard = vec![initiative.created_at()];
        heard.extend(self.notes.iter().map(Note::created_at));
        heard.extend(self.changes.iter().map(Change::created_at));
        heard.extend(self.changes.iter().filter_map(Change::outcome_at));
        heard.extend(self.tasks.iter().map(Task::created_at));
        heard.extend(self.tasks.iter().filter_map(Task::taken_at));
        heard.extend(held.map(Meeting::starts_at));
        heard.extend(versions.iter().map(Version::written_at));
        heard.into_iter().max()
    }
}

fn side(party: &Party) -> Side {
    Side {
        sector: party.sector(),
        practitioner: party.practitioner,
        aim: party.aim.is_some(),
    }
}

/// How many of the latest notes a page shows.
const NOTES: i64 = 100;

async fn notes(desk: &Desk, municipality: Id, initiative: Id) -> Outcome<Vec<Note>> {
    let sql = sql!(
        "select note.id, note.kind, note.body, organisation.name as organisation, note.created_at \
         from initiative_note note \
         join membership on membership.municipality_id = note.municipality_id and membership.id = note.created_by \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where note.municipality_id = ? and note.initiative_id = ? order by note.id desc limit ?",
        municipality,
        initiative,
        NOTES
    );
    let mut notes: Vec<Note> = desk.db.all(sql).await?;
    notes.reverse();
    Ok(notes)
}

/// The offers citizens see that came of these changes.
pub(crate) async fn caused_offers(
    desk: &Desk,
    municipality: Id,
    changes: &[Change],
) -> Outcome<Vec<CausedOffer>> {
    let sql = sql!(
        "select offer.id, offer.name, link.change_id, link.effect, link.linked_at from offer_change link \
         join offer on offer.municipality_id = link.municipality_id and offer.id = link.offer_id \
         where offer.state = 'published' and link.municipality_id = ? and link.change_id in ",
        municipality
    )
    .list(changes.iter().map(|c| c.id))
    .text(" order by link.linked_at, offer.id");
    Ok(desk.db.all(sql).await?)
}
