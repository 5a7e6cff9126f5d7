//! An initiative ends with what was learnt: legitimate, also when it failed (F4).
use super::table::codes;
use super::{considered, writable};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::initiative::EndDraft;
use samskab_domain::kernel::{Coded, Id};
use samskab_locale::fold;

#[derive(FromRow)]
struct Called {
    title: String,
    problem: String,
}

/// At any stage; the words are found by who wants to try the same.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but its parties and facilitators;
/// [`Refusal::Done`] when it has ended already; a remark when nothing is said.
pub async fn end(desk: &Desk, actor: &Actor, initiative: Id, draft: &EndDraft) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let ending = considered(
        draft.consider(),
        &[("learnt", &draft.learnt)],
        draft.harmless,
    )?;
    let now = desk.now();
    let called: Option<Called> = tx
        .first(sql!(
            "select title, problem from initiative where municipality_id = ? and id = ?",
            actor.municipality,
            initiative
        ))
        .await?;
    let called = called.ok_or(Refusal::Missing)?;
    let search = fold(&format!(
        "{} {} {}",
        called.title, called.problem, ending.learnt
    ));
    let ended = sql!(
        "update initiative set state = 'ended', learnt = ?, ended_as = ?, ending_conditions = ?, ending_search = ?, \
         ended_at = ?, ended_by = ?, paused_at = null where municipality_id = ? and id = ? and state <> 'ended'",
        &ending.learnt,
        ending.ended_as.map(Coded::code),
        codes(&ending.conditions),
        search,
        now,
        actor.membership,
        actor.municipality,
        initiative
    );
    if tx.run(ended).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::InitiativeEnded;
    journal::write(&mut tx, actor, verb, initiative, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
