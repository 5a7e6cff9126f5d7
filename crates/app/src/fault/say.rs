//! One tap says what is wrong; a note and an address may follow.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::{journal, mail, upkeep};
use samskab_database::{FromRow, sql};
use samskab_domain::fault::{Draft, Kind, OPEN_MAX};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

#[derive(FromRow)]
struct Before {
    waiting: i64,
    newest: i64,
}

/// Those who keep the offer are written to, once a day at the most. Where many wait already it is
/// heard and not kept.
///
/// # Errors
/// [`Refusal::Missing`] for an offer that is not shown.
pub async fn say(
    desk: &Desk,
    municipality: Id,
    offer: Id,
    kind: Kind,
    language: Language,
) -> Outcome<Id> {
    let (m, now) = (municipality, desk.now());
    let keepers = upkeep::keepers(desk, m, offer).await?;
    let mut tx = desk.db.write().await?;
    let before: Option<Before> = tx
        .first(sql!(
            "select (select count(*) from offer_fault waiting where waiting.municipality_id = offer.municipality_id \
             and waiting.offer_id = offer.id and waiting.closed_at is null) as waiting, \
             (select count(*) from offer_fault newest where newest.municipality_id = offer.municipality_id \
             and newest.offer_id = offer.id and newest.closed_at is null and newest.created_at > ?) as newest \
             from offer where offer.municipality_id = ? and offer.id = ? and offer.state = 'published'",
            now.plus(-Moment::DAY),
            m,
            offer
        ))
        .await?;
    let before = before.ok_or(Refusal::Missing)?;
    let id = desk.id();
    if before.waiting >= OPEN_MAX {
        return Ok(id);
    }
    tx.run(sql!(
        "insert into offer_fault (municipality_id, id, offer_id, kind, language, created_at) values (?, ?, ?, ?, ?, ?)",
        m,
        id,
        offer,
        kind.code(),
        language.code(),
        now
    ))
    .await?;
    if before.newest == 0 {
        let to: Vec<(Id, Id)> = keepers.into_iter().map(|person| (person, offer)).collect();
        mail::ask_about(&mut tx, desk, m, mail::Kind::OfferFault, &to).await?;
    }
    let verb = journal::Verb::FaultSaid;
    journal::write_as(&mut tx, m, None, verb, id, &[offer], now).await?;
    tx.commit().await?;
    Ok(id)
}

/// How long after the tap something can be added.
const ADDING: i64 = Moment::HOUR;

/// Adds a note and where to say what came of it, once, by whoever has just said it.
///
/// # Errors
/// Remarks for each field, personal data in the note included: nothing refused is kept.
/// [`Refusal::Missing`] when it was said long ago, or has been added to.
pub async fn more(
    desk: &Desk,
    municipality: Id,
    offer: Id,
    fault: Id,
    draft: &Draft,
) -> Outcome<()> {
    let texts = [("note", draft.note.as_str())];
    let more = considered(draft.consider(), &texts, draft.harmless)?;
    let mut tx = desk.db.write().await?;
    let added = tx
        .run(sql!(
            "update offer_fault set note = ?, reply_to = ? where municipality_id = ? and offer_id = ? and id = ? \
             and note is null and reply_to is null and closed_at is null and created_at > ?",
            more.note,
            more.email,
            municipality,
            offer,
            fault,
            desk.now().plus(-ADDING)
        ))
        .await?;
    if added == 0 {
        return Err(Refusal::Missing);
    }
    tx.commit().await?;
    Ok(())
}
