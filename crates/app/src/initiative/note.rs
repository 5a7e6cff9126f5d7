//! What happened along the way, as its parties tell it.
use super::{considered, writable};
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::Actor;
use samskab_domain::initiative::NoteDraft;
use samskab_domain::kernel::{Coded, Id, Language};

/// # Errors
/// [`crate::Refusal::Missing`]; denied to all but its parties and facilitators;
/// [`crate::Refusal::Done`] when it has ended; remarks for each field.
pub async fn note(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    draft: &NoteDraft,
    language: Language,
) -> Outcome<Id> {
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let (kind, body) = considered(draft.consider(), &[("body", &draft.body)], draft.harmless)?;
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into initiative_note (municipality_id, id, initiative_id, kind, body, language, created_by, created_at) \
         values (?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        initiative,
        kind.code(),
        body,
        language.code(),
        actor.membership,
        now
    ))
    .await?;
    let verb = journal::Verb::InitiativeNoted;
    journal::write(&mut tx, actor, verb, initiative, &[id], now).await?;
    tx.commit().await?;
    Ok(id)
}
