//! It turned out that she is still here: nothing is given on.
use super::open::close_of_bounce;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::vacancy::Reason;

/// A vacancy as it stands, held against others who would close it.
#[derive(FromRow)]
pub(super) struct Held {
    pub(super) membership_id: Id,
    pub(super) organisation_id: Id,
    person_id: Id,
    reason: String,
    pub(super) closed: bool,
}

/// # Errors
/// [`Refusal::Missing`] when there is none.
pub(super) async fn locked(tx: &mut Tx, m: Id, id: Id) -> Outcome<Held> {
    let held = sql!(
        "select vacancy.membership_id, membership.organisation_id, membership.person_id, vacancy.reason, \
         vacancy.closed_at is not null as closed from vacancy \
         join membership on membership.municipality_id = vacancy.municipality_id \
         and membership.id = vacancy.membership_id where vacancy.municipality_id = ? and vacancy.id = ?",
        m,
        id
    )
    .text(tx.only_postgres(" for update of vacancy"));
    tx.first(held).await?.ok_or(Refusal::Missing)
}

/// Says that she is still here. What she left cannot be taken back that way.
///
/// # Errors
/// [`Refusal::Missing`] for others'; [`Refusal::Done`] when it is over, or she has left.
pub async fn still_here(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    let held = locked(&mut tx, m, id).await?;
    actor
        .may_fill_vacancy(held.organisation_id)
        .map_err(|_| Refusal::Missing)?;
    if held.closed || held.reason == Reason::Left.code() {
        return Err(Refusal::Done);
    }
    tx.run(sql!(
        "update vacancy set closed_by = ?, closed_at = ? where municipality_id = ? and id = ?",
        actor.membership,
        now,
        m,
        id
    ))
    .await?;
    if held.reason == Reason::Bounced.code() {
        close_of_bounce(&mut tx, desk, m, held.person_id).await?;
    }
    let verb = journal::Verb::VacancyClosed;
    journal::write(&mut tx, actor, verb, id, &[held.membership_id], now).await?;
    tx.commit().await?;
    Ok(())
}
