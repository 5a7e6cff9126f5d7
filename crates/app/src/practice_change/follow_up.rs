//! The parties say what came of a change.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{considered, standing};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Why};
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
/// [`Refusal::Missing`]; denied to all but the parties and facilitators; remarks for each field,
/// [`Why::ChangedMeanwhile`] at `version` when someone else was first.
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
    let came = considered(draft.consider(), &texts, draft.harmless)?;
    let said = sql!(
        "update practice_change set outcome = ?, outcome_note = ?, outcome_by = ?, outcome_at = ?, \
         outcome_version = outcome_version + 1 where municipality_id = ? and id = ?",
        came.outcome.code(),
        came.note,
        actor.membership,
        now,
        m,
        change
    );
    if tx
        .run(said.when(" and outcome_version = ?", came.version))
        .await?
        == 0
    {
        return Err(Refusal::remark("version", Why::ChangedMeanwhile));
    }
    if matches!(came.outcome, CameOfIt::Done | CameOfIt::Differently) {
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
