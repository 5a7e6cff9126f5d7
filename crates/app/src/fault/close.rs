//! Those who keep an offer say what came of what was said about it.
use crate::desk::{Desk, Outcome, Refusal};
use crate::offer::keepable;
use crate::{job, journal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::fault::Outcome as CameOfIt;
use samskab_domain::kernel::{Coded, Id};

#[derive(FromRow)]
struct Closed {
    id: Id,
    answer: bool,
}

/// Everything that waits about an offer gets one outcome; whoever wished to hear it is written to.
/// It is no check of the offer.
///
/// # Errors
/// [`Refusal::Missing`] for others' offers; [`Refusal::Done`] when nothing waits.
pub async fn close(desk: &Desk, actor: &Actor, offer: Id, outcome: CameOfIt) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    keepable(&mut tx, actor, offer)
        .await
        .map_err(|refusal| match refusal {
            Refusal::Denied(_) => Refusal::Missing,
            other => other,
        })?;
    let closed: Vec<Closed> = tx
        .all(sql!(
            "update offer_fault set outcome = ?, closed_by = ?, closed_at = ? \
             where municipality_id = ? and offer_id = ? and closed_at is null \
             returning id, reply_to is not null as answer",
            outcome.code(),
            actor.membership,
            now,
            m,
            offer
        ))
        .await?;
    if closed.is_empty() {
        return Err(Refusal::Done);
    }
    let answers = closed.iter().filter(|c| c.answer);
    let answers = answers.map(|c| serde_json::json!({ "fault": c.id }));
    let kind = job::Kind::TellOutcome;
    job::ask_all(&mut tx, desk, m, kind, answers.collect::<Vec<_>>(), now).await?;
    let related: Vec<Id> = closed.iter().map(|c| c.id).collect();
    let verb = journal::Verb::FaultClosed;
    journal::write(&mut tx, actor, verb, offer, &related, now).await?;
    tx.commit().await?;
    Ok(())
}
