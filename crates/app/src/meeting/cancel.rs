//! A meeting is not held.
use super::change::tell;
use super::invite::rest_of_row;
use super::table::led;
use crate::desk::{Desk, Outcome};
use crate::{journal, mail};
use samskab_database::sql;
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;

/// Cancels a meeting, and with `rest` those of its row that come after it. Everyone invited is told.
///
/// # Errors
/// As for leading the meeting.
pub async fn cancel(desk: &Desk, actor: &Actor, id: Id, rest: bool) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let meeting = led(&mut tx, actor, id).await?;
    let mut cancelled = vec![id];
    if rest {
        cancelled.extend(rest_of_row(&mut tx, actor.municipality, &meeting).await?);
    }
    let now = desk.now();
    let update = sql!(
        "update meeting set state = 'cancelled', sequence = sequence + 1, changed_at = ? \
         where municipality_id = ? and state = 'planned' and id in ",
        now,
        actor.municipality
    );
    tx.run(update.list(cancelled.iter().copied())).await?;
    tell(&mut tx, desk, actor, &meeting, mail::Kind::MeetingCancelled).await?;
    let verb = journal::Verb::MeetingCancelled;
    journal::write(&mut tx, actor, verb, id, &cancelled[1..], now).await?;
    tx.commit().await?;
    Ok(())
}
