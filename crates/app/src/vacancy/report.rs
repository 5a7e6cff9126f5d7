//! A colleague says that the person an offer names is no longer there.
use super::open::open;
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_domain::vacancy::Reason;

#[derive(FromRow)]
struct Named {
    membership_id: Id,
}

/// Her name goes from the offer at once; her organisation or the facilitator decides the rest.
///
/// # Errors
/// Denied to those who see no names; [`Refusal::Missing`] when the offer names nobody.
pub async fn report(desk: &Desk, actor: &Actor, offer: Id) -> Outcome<()> {
    actor.may(Act::SeeOffers)?;
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let named: Vec<Named> = tx
        .all(sql!(
            "select contact.membership_id from contact join offer on offer.municipality_id = contact.municipality_id \
             and offer.id = contact.offer_id and offer.state = 'published' \
             join membership on membership.municipality_id = contact.municipality_id \
             and membership.id = contact.membership_id and membership.until_day is null \
             where contact.municipality_id = ? and contact.offer_id = ? and contact.until_day is null",
            m,
            offer
        ))
        .await?;
    if named.is_empty() {
        return Err(Refusal::Missing);
    }
    let memberships: Vec<Id> = named.into_iter().map(|n| n.membership_id).collect();
    let by = Some(actor.membership);
    open(&mut tx, desk, m, &memberships, Reason::Reported, by).await?;
    tx.commit().await?;
    Ok(())
}
