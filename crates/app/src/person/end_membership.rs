//! An administrator ends a membership; the person may have others.
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, vacancy};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_domain::vacancy::Reason;

#[derive(FromRow)]
struct Ended {
    person_id: Id,
}

/// What hung on it waits to be given on. Gives the person whose it was.
///
/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`] when it has ended or is not there.
pub async fn end_membership(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Id> {
    actor.may(Act::Administer)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let ended: Option<Ended> = tx
        .first(sql!(
            "update membership set until_day = ? where municipality_id = ? and id = ? and until_day is null \
             returning person_id",
            desk.today(),
            actor.municipality,
            id
        ))
        .await?;
    let person = ended.ok_or(Refusal::Missing)?.person_id;
    tx.run(sql!(
        "update session set ended_at = ? where municipality_id = ? and membership_id = ? and ended_at is null",
        now,
        actor.municipality,
        id
    ))
    .await?;
    let by = Some(actor.membership);
    vacancy::open(&mut tx, desk, actor.municipality, &[id], Reason::Left, by).await?;
    let verb = journal::Verb::MembershipEnded;
    journal::write(&mut tx, actor, verb, id, &[person], now).await?;
    tx.commit().await?;
    Ok(person)
}
