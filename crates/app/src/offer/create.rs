//! An organisation, or two together, make an offer.
use super::because::because;
use super::details::{self, check};
use super::table::{insert, put_cadence, search_text};
use crate::desk::{Desk, Outcome};
use crate::initiative::considered;
use crate::journal;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Language};
use samskab_domain::offer::Draft;

/// It counts as unchecked until someone confirms it: writing it is no confirmation.
///
/// # Errors
/// Denied to all but its bearers and facilitators; remarks for each field, without effect when
/// it comes of a change too; [`crate::Refusal::Missing`] for a change that is not there.
pub async fn create(
    desk: &Desk,
    actor: &Actor,
    draft: &Draft,
    change: Option<Id>,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::KeepOffers)?;
    let offer = considered(draft.consider(), &draft.texts(), true)?;
    actor.may_keep_offer(&offer.bearers)?;
    let (id, now) = (desk.id(), desk.now());
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    check(&mut tx, m, &offer, &[]).await?;
    let search_text = search_text(&mut tx, m, &offer).await?;
    tx.run(insert(actor, id, &offer, language, search_text, now))
        .await?;
    put_cadence(&mut tx, m, id, &offer).await?;
    details::put(&mut tx, desk, m, (id, language), &offer).await?;
    because(
        &mut tx,
        actor,
        (id, &offer.bearers),
        change,
        offer.effect,
        now,
    )
    .await?;
    let verb = journal::Verb::OfferCreated;
    journal::write(&mut tx, actor, verb, id, &offer.bearers, now).await?;
    tx.commit().await?;
    Ok(id)
}
