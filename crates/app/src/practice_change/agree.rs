//! The parties agree on what is done differently from now on.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{considered, writable};
use crate::journal;
use crate::meeting::in_sight;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::practice_change::Draft;

/// The practice that changes is that of one of the parties (F23). What was a problem is now
/// being tried.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but the parties and facilitators; [`Refusal::Done`]
/// when the initiative has ended; remarks for each field.
pub async fn agree(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    let mut tx = desk.db.write().await?;
    let parties = writable(&mut tx, actor, initiative).await?;
    let change = considered(draft.consider(desk.today()), &draft.texts(), draft.harmless)?;
    if !parties.contains(&change.organisation) {
        return Err(Refusal::remark("organisation", Why::Unknown));
    }
    meeting_of(&mut tx, actor, initiative, change.meeting).await?;
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into practice_change (municipality_id, id, initiative_id, organisation_id, who, what, notice, \
         language, from_day, meeting_id, follow_up_day, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        initiative,
        change.organisation,
        change.who,
        change.what,
        change.notice,
        language.code(),
        change.from,
        change.meeting,
        change.follow_up,
        actor.membership,
        now
    ))
    .await?;
    tx.run(sql!(
        "update initiative set state = 'trial' where municipality_id = ? and id = ? and state = 'problem'",
        actor.municipality,
        initiative
    ))
    .await?;
    let related = [initiative, change.organisation];
    let verb = journal::Verb::ChangeAgreed;
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
#[expect(dead_code, reason = "only whether the row is there matters")]
struct Held {
    id: Id,
}

/// The meeting a change is agreed at is one of the initiative, or of its area, that the actor sees and
/// that is not cancelled.
///
/// # Errors
/// [`Refusal::Missing`] for any other.
async fn meeting_of(
    tx: &mut Tx,
    actor: &Actor,
    initiative: Id,
    meeting: Option<Id>,
) -> Outcome<()> {
    let Some(meeting) = meeting else {
        return Ok(());
    };
    let sql = sql!(
        "select meeting.id from meeting join initiative on initiative.municipality_id = meeting.municipality_id \
         and initiative.id = ? and initiative.area_id = meeting.area_id \
         where meeting.municipality_id = ? and meeting.id = ? and meeting.state <> 'cancelled' \
         and (meeting.initiative_id = ? or meeting.initiative_id is null)",
        initiative,
        actor.municipality,
        meeting,
        initiative
    );
    let held: Option<Held> = tx.first(in_sight(sql, actor)).await?;
    held.map(drop).ok_or(Refusal::Missing)
}
