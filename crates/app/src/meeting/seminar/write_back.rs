//! What comes of a seminar goes back to where it belongs: beside the needs, and into practice (F26).
use super::seminar;
use crate::desk::{Desk, Outcome, Refusal};
use crate::meeting::read::{Agreed, agreed};
use crate::need::{self, Need, Note, NoteDraft};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Language};
use samskab_domain::meeting::State;

/// What was written back: how needs are understood, ideas, and what is done differently.
#[derive(Clone, Debug, Default)]
pub struct Came {
    pub notes: Vec<(Need, Note)>,
    pub changes: Vec<Agreed>,
}

/// Writes down beside a need of the area how it is understood, or an idea, and that it comes from
/// the seminar.
///
/// # Errors
/// [`Refusal::Missing`] for a seminar out of sight or a need of another area; [`Refusal::Done`]
/// when it is cancelled; else as [`need::note`].
pub async fn write_back(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    need: Id,
    draft: &NoteDraft,
    language: Language,
) -> Outcome<Id> {
    let meeting = seminar(desk, actor, id).await?;
    if meeting.state() == State::Cancelled {
        return Err(Refusal::Done);
    }
    let of_area = need::find(desk, actor, need).await?.area_id == meeting.area_id;
    if !of_area {
        return Err(Refusal::Missing);
    }
    need::note_from(desk, actor, need, draft, language, Some(id)).await
}

/// As far as `actor` sees it.
pub(super) async fn came(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Came> {
    Ok(Came {
        notes: need::written_at(desk, actor, id).await?,
        changes: agreed(desk, actor.municipality, id).await?,
    })
}
