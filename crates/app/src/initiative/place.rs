//! Where an effort is placed by the three questions, and that a contract is one (F1, F3).
use super::table::codes;
use super::{considered, writable};
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::Actor;
use samskab_domain::initiative::placing::PlaceDraft;
use samskab_domain::kernel::{Coded, Id};

/// # Errors
/// [`crate::Refusal::Missing`]; denied to all but its parties and facilitators;
/// [`crate::Refusal::Done`] when it has ended; a remark for each field.
pub async fn place(desk: &Desk, actor: &Actor, initiative: Id, draft: &PlaceDraft) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let placing = considered(draft.consider(), &[], true)?;
    tx.run(sql!(
        "update initiative set relation = ?, with_whom = ?, of_what = ?, begun_by = ?, begun_side = ? \
         where municipality_id = ? and id = ?",
        placing.relation.code(),
        codes(&placing.with_whom),
        codes(&placing.of_what),
        placing.begun_by.map(Coded::code),
        placing.begun_side.map(Coded::code),
        actor.municipality,
        initiative
    ))
    .await?;
    let verb = journal::Verb::InitiativePlaced;
    journal::write(&mut tx, actor, verb, initiative, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
