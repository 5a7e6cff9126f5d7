//! Someone says that an offer still holds.
use super::table::keepable;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_domain::offer::State;

/// The only thing that counts as a check.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but its bearers and facilitators; [`Refusal::Done`]
/// when it is taken down.
pub async fn verify(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    if keepable(&mut tx, actor, id).await? == State::Withdrawn {
        return Err(Refusal::Done);
    }
    tx.run(sql!(
        "update offer set checked_day = ? where municipality_id = ? and id = ?",
        desk.today(),
        m,
        id
    ))
    .await?;
    tx.run(sql!(
        "insert into verification (municipality_id, id, offer_id, created_by, created_at) values (?, ?, ?, ?, ?)",
        m,
        desk.id(),
        id,
        actor.membership,
        now
    ))
    .await?;
    let verb = journal::Verb::OfferVerified;
    journal::write(&mut tx, actor, verb, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
