//! The parties say what came of a change.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{considered, standing};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::practice_change::{Outcome as CameOfIt, OutcomeDraft};

#[derive(FromRow)]
struct Kept {
    initiative_id: Id,
}

/// Done, or done differently, brings its initiative into practice. Said again, the newest word
/// stands; the journal holds that there was one before. An ended initiative's changes are
/// followed up too.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but the parties and facilitators; remarks for each field.
pub async fn follow_up(
    desk: &Desk,
    actor: &Actor,
    change: Id,
    draft: &OutcomeDraft,
) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    let kept: Option<Kept> = tx
        .first(sql!(
            "select initiative_id from practice_change where municipality_id = ? and id = ?",
            m,
            change
        ))
        .await?;
    let initiative = kept.ok_or(Refusal::Missing)?.initiative_id;
    let standing = standing(&mut tx, actor, initiative).await?;
    actor.may_write_in_initiative(standing.area, &standing.parties)?;
    let texts = [("note", draft.note.as_str())];
    let (outcome, note) = considered(draft.consider(), &texts, draft.harmless)?;
    tx.run(sql!(
        "update practice_change set outcome = ?, outcome_note = ?, outcome_by = ?, outcome_at = ? \
         where municipality_id = ? and id = ?",
        outcome.code(),
        note,
        actor.membership,
        now,
        m,
        change
    ))
    .await?;
    if matches!(outcome, CameOfIt::Done | CameOfIt::Differently) {
        tx.run(sql!(
            "update initiative set state = 'practice' where municipality_id = ? and id = ? \
             and state in ('problem', 'trial')",
            m,
            initiative
        ))
        .await?;
    }
    let verb = journal::Verb::ChangeFollowedUp;
    journal::write(&mut tx, actor, verb, change, &[initiative], now).await?;
    tx.commit().await?;
    Ok(())
}
