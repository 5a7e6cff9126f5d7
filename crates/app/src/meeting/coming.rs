//! Someone who is invited says whether she comes.
use super::table::open;
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::meeting::Coming;

/// She may change her mind. It is no act to be held against anyone, so the journal is silent.
///
/// # Errors
/// [`Refusal::Missing`] when she is not invited; [`Refusal::Done`] when it is closed or cancelled.
pub async fn coming(desk: &Desk, actor: &Actor, id: Id, coming: Coming) -> Outcome<()> {
    actor.may(Act::SeeMeetings)?;
    let mut tx = desk.db.write().await?;
    open(&mut tx, actor, id).await?;
    let said = set(&mut tx, actor.municipality, &[id], actor.person, coming).await?;
    if said == 0 {
        return Err(Refusal::Missing);
    }
    tx.commit().await?;
    Ok(())
}

/// Says for `person` whether she comes to each of `meetings`; how many she is invited to, under a membership she
/// still has.
pub(super) async fn set(
    tx: &mut Tx,
    municipality: Id,
    meetings: &[Id],
    person: Id,
    coming: Coming,
) -> Outcome<u64> {
    let update = sql!(
        "update meeting_invitation set coming = ? where municipality_id = ? and membership_id in \
         (select id from membership where municipality_id = ? and person_id = ? and until_day is null) and meeting_id in ",
        coming.code(),
        municipality,
        municipality,
        person
    );
    Ok(tx.run(update.list(meetings.iter().copied())).await?)
}
