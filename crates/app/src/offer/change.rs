//! Those who keep an offer change what it says.
use super::because::because;
use super::details::{self, check};
use super::table::{keepable, put_cadence, search_text, update};
use crate::desk::{Desk, Outcome};
use crate::initiative::considered;
use crate::journal;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_domain::offer::Draft;

#[derive(FromRow)]
struct Borne {
    organisation_id: Id,
}

/// When it was last checked stays: editing is no confirmation.
///
/// # Errors
/// [`crate::Refusal::Missing`] for an offer or a change that is not there; denied to all but
/// its bearers, those before and those after, and facilitators; remarks for each field.
pub async fn change(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    change: Option<Id>,
) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    let (_, language) = keepable(&mut tx, actor, id).await?;
    let offer = considered(draft.consider(), &draft.texts(), true)?;
    actor.may_keep_offer(&offer.bearers)?;
    let before: Vec<Borne> = tx
        .all(sql!(
            "select organisation_id from offer_bearer where municipality_id = ? and offer_id = ?",
            m,
            id
        ))
        .await?;
    let before: Vec<Id> = before.into_iter().map(|b| b.organisation_id).collect();
    check(&mut tx, m, &offer, &before).await?;
    let search_text = search_text(&mut tx, m, &offer).await?;
    let said = said(&mut tx, m, id).await?;
    tx.run(update(m, id, &offer, search_text, now)).await?;
    put_cadence(&mut tx, m, id, &offer).await?;
    details::put(&mut tx, desk, m, (id, language), &offer).await?;
    if !draft.minor && said != self::said(&mut tx, m, id).await? {
        matters(&mut tx, m, id).await?;
    }
    because(
        &mut tx,
        actor,
        (id, &offer.bearers),
        change,
        offer.effect,
        now,
    )
    .await?;
    let verb = journal::Verb::OfferChanged;
    journal::write(&mut tx, actor, verb, id, &offer.bearers, now).await?;
    tx.commit().await?;
    Ok(())
}

/// What an offer says in words.
#[derive(FromRow, PartialEq, Eq)]
struct Said {
    name: String,
    summary: String,
    description: Option<String>,
    for_whom: Option<String>,
    price: Option<String>,
    access: Option<String>,
    schedule: Option<String>,
    contact_title: Option<String>,
}

async fn said(tx: &mut Tx, m: Id, id: Id) -> Outcome<Option<Said>> {
    let sql = sql!(
        "select name, summary, description, for_whom, price, access, \
         (select body from schedule where schedule.municipality_id = offer.municipality_id \
         and schedule.offer_id = offer.id order by schedule.id limit 1) as schedule, \
         (select title from contact where contact.municipality_id = offer.municipality_id \
         and contact.offer_id = offer.id and contact.until_day is null order by contact.id limit 1) as contact_title \
         from offer where municipality_id = ? and id = ?",
        m,
        id
    );
    Ok(tx.first(sql).await?)
}

/// Translations made before this version no longer say what the offer says.
async fn matters(tx: &mut Tx, m: Id, id: Id) -> Outcome<()> {
    tx.run(sql!(
        "update offer set major_version = version where municipality_id = ? and id = ?",
        m,
        id
    ))
    .await?;
    Ok(())
}
