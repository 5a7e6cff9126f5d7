//! A meeting closes: with what is done differently, or with *none this time* (F9).
use super::table::led;
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use samskab_domain::meeting::closing::Draft;

/// What is ticked to bring along waits for the next meeting; the rest of the agenda is cleared. Of a
/// meeting to build relations nothing is counted, and who said that she would come is forgotten.
///
/// # Errors
/// As for leading the meeting; a remark when a practice meeting has neither changes nor *none*.
pub async fn close(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let meeting = led(&mut tx, actor, id).await?;
    let changes = usize::try_from(meeting.changes).unwrap_or_default();
    let closing = draft.consider(meeting.purpose(), changes)?;
    let (m, now) = (actor.municipality, desk.now());
    let there = closing.there.map(|there| there.map(i64::from));
    let count = |place: usize| there.map(|there| there[place]);
    tx.run(sql!(
        "update meeting set state = 'closed', closed_by = ?, closed_at = ?, changed_at = ?, public_practice = ?, \
         public_other = ?, voluntary_practice = ?, voluntary_other = ? where municipality_id = ? and id = ?",
        actor.membership,
        now,
        now,
        count(0),
        count(1),
        count(2),
        count(3),
        m,
        id
    ))
    .await?;
    let clear = sql!(
        "update agenda_item set cleared_at = ? where municipality_id = ? and meeting_id = ? and id not in ",
        now,
        m,
        id
    );
    // A list without anything matches nothing, also when it is turned round.
    let kept = closing.next.iter().copied().chain([Id::nil()]);
    tx.run(clear.list(kept)).await?;
    if !meeting.purpose().keeps_minutes() {
        tx.run(sql!(
            "update meeting_invitation set coming = null where municipality_id = ? and meeting_id = ?",
            m,
            id
        ))
        .await?;
    }
    let verb = journal::Verb::MeetingClosed;
    journal::write(&mut tx, actor, verb, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
