//! What hangs on an offer: bearers, languages, place, times, phone, contact.
//!
//! A form holds the first of each; what more there is, such as from an import, stays.
use super::{terms, when};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::kernel::{Id, Language, Reader, Why};
use samskab_domain::offer::Offer;

#[derive(FromRow)]
#[expect(dead_code, reason = "only whether the row is there matters")]
struct There {
    id: Id,
}

/// Area, topics, bearers and contact are this municipality's and in use. Bearers that have closed
/// since may stay where they were.
///
/// # Errors
/// A remark for each that is not.
pub(super) async fn check(
    tx: &mut Tx,
    municipality: Id,
    offer: &Offer,
    before: &[Id],
) -> Outcome<()> {
    let mut read = Reader::new();
    let area = sql!(
        "select id from area where municipality_id = ? and closed_at is null and id = ?",
        municipality,
        offer.area
    );
    if tx.first::<There>(area).await?.is_none() {
        read.remark("area", Why::Unknown);
    }
    let bearers = sql!(
        "select id from organisation where municipality_id = ? and id in ",
        municipality
    )
    .list(offer.bearers.iter().copied())
    .text(" and (closed_at is null or id in ")
    .list(before.iter().copied())
    .text(")");
    if tx.all::<There>(bearers).await?.len() < offer.bearers.len() {
        read.remark("bearers", Why::Unknown);
    }
    let topics = sql!(
        "select id from topic where municipality_id = ? and retired_at is null and id in ",
        municipality
    );
    let topics = topics.list(offer.topics.iter().copied());
    if tx.all::<There>(topics).await?.len() < offer.topics.len() {
        read.remark("topics", Why::Unknown);
    }
    for (field, chosen) in [("contact", offer.contact), ("backup", offer.backup)] {
        let Some(chosen) = chosen else { continue };
        let membership = sql!(
            "select id from membership where municipality_id = ? and id = ? and until_day is null and organisation_id in ",
            municipality,
            chosen
        )
        .list(offer.bearers.iter().copied());
        if tx.first::<There>(membership).await?.is_none() {
            read.remark(field, Why::Unknown);
        }
    }
    read.finish(Some(())).map_err(Refusal::Remarks)
}

/// Puts everything that hangs on `offer` in place.
///
/// # Errors
/// What the database answers.
pub(super) async fn put(
    tx: &mut Tx,
    desk: &Desk,
    m: Id,
    (id, language): (Id, Language),
    offer: &Offer,
) -> Outcome<()> {
    for gone in [
        sql!(
            "delete from offer_bearer where municipality_id = ? and offer_id = ?",
            m,
            id
        ),
        sql!(
            "delete from offer_language where municipality_id = ? and offer_id = ?",
            m,
            id
        ),
        sql!(
            "delete from offer_topic where municipality_id = ? and offer_id = ?",
            m,
            id
        ),
    ] {
        tx.run(gone).await?;
    }
    let bearers = offer.bearers.iter();
    let bearers = bearers.map(|&organisation| [Value::from(m), id.into(), organisation.into()]);
    let insert = "insert into offer_bearer (municipality_id, offer_id, organisation_id) values ";
    tx.run(sql!(insert).rows(bearers)).await?;
    if !offer.languages.is_empty() {
        let languages = offer.languages.iter();
        let languages = languages.map(|language| [Value::from(m), id.into(), language.into()]);
        let insert = "insert into offer_language (municipality_id, offer_id, language) values ";
        tx.run(sql!(insert).rows(languages)).await?;
    }
    if !offer.topics.is_empty() {
        let topics = offer.topics.iter();
        let topics = topics.map(|&topic| [Value::from(m), id.into(), topic.into()]);
        let insert = "insert into offer_topic (municipality_id, offer_id, topic_id) values ";
        tx.run(sql!(insert).rows(topics)).await?;
    }
    put_place(tx, desk, m, id, offer).await?;
    when::put(tx, desk, m, (id, language), offer).await?;
    terms::put(tx, desk, m, id, &offer.terms).await?;
    put_phone(tx, desk, m, id, offer.phone.as_deref()).await?;
    put_contact(tx, desk, m, id, offer).await?;
    put_backup(tx, m, id, offer.backup).await
}

async fn put_backup(tx: &mut Tx, m: Id, id: Id, backup: Option<Id>) -> Outcome<()> {
    tx.run(sql!(
        "delete from offer_backup where municipality_id = ? and offer_id = ?",
        m,
        id
    ))
    .await?;
    if let Some(backup) = backup {
        tx.run(sql!(
            "insert into offer_backup (municipality_id, offer_id, membership_id) values (?, ?, ?)",
            m,
            id,
            backup
        ))
        .await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Place {
    id: Id,
    name: Option<String>,
    address: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
}

/// A place that has not changed keeps its row, and with it the coordinates it may have.
async fn put_place(tx: &mut Tx, desk: &Desk, m: Id, id: Id, offer: &Offer) -> Outcome<()> {
    let before: Option<Place> = tx
        .first(sql!(
            "select location.id, location.name, location.address, location.postcode, location.city \
             from offer_location link join location on location.municipality_id = link.municipality_id \
             and location.id = link.location_id \
             where link.municipality_id = ? and link.offer_id = ? order by link.location_id",
            m,
            id
        ))
        .await?;
    let now = [
        &offer.location_name,
        &offer.address,
        &offer.postcode,
        &offer.city,
    ];
    if let Some(before) = before {
        if [
            &before.name,
            &before.address,
            &before.postcode,
            &before.city,
        ] == now
        {
            return put_transport(tx, m, before.id, offer).await;
        }
        tx.run(sql!(
            "delete from offer_location where municipality_id = ? and offer_id = ? and location_id = ?",
            m,
            id,
            before.id
        ))
        .await?;
        tx.run(sql!(
            "delete from location where municipality_id = ? and id = ? and not exists (select 1 from offer_location link \
             where link.municipality_id = location.municipality_id and link.location_id = location.id)",
            m,
            before.id
        ))
        .await?;
    }
    if now.iter().all(|part| part.is_none()) && offer.transport.is_none() {
        return Ok(());
    }
    let place = desk.id();
    tx.run(sql!(
        "insert into location (municipality_id, id, name, address, postcode, city, transport, country) \
         values (?, ?, ?, ?, ?, ?, ?, 'DK')",
        m,
        place,
        offer.location_name.clone(),
        offer.address.clone(),
        offer.postcode.clone(),
        offer.city.clone(),
        offer.transport.clone()
    ))
    .await?;
    tx.run(sql!(
        "insert into offer_location (municipality_id, offer_id, location_id) values (?, ?, ?)",
        m,
        id,
        place
    ))
    .await?;
    Ok(())
}

/// How one gets there; the place itself has not changed.
async fn put_transport(tx: &mut Tx, m: Id, place: Id, offer: &Offer) -> Outcome<()> {
    tx.run(sql!(
        "update location set transport = ? where municipality_id = ? and id = ?",
        offer.transport.clone(),
        m,
        place
    ))
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct First {
    id: Id,
    body: String,
}

/// The first row of a kind, when it says something else than `now`: it has to go. The flag
/// tells whether a new one is needed.
async fn outdated(tx: &mut Tx, first: Sql, now: Option<&str>) -> Outcome<(Option<Id>, bool)> {
    let before: Option<First> = tx.first(first).await?;
    Ok(match before {
        Some(before) if Some(before.body.as_str()) == now => (None, false),
        before => (before.map(|b| b.id), now.is_some()),
    })
}

async fn put_phone(tx: &mut Tx, desk: &Desk, m: Id, id: Id, number: Option<&str>) -> Outcome<()> {
    let first = sql!(
        "select id, number as body from phone where municipality_id = ? and offer_id = ? order by offer_id, id",
        m,
        id
    );
    let (gone, needed) = outdated(tx, first, number).await?;
    tx.run(sql!(
        "delete from phone where municipality_id = ? and id = ?",
        m,
        gone
    ))
    .await?;
    if needed {
        tx.run(sql!(
            "insert into phone (municipality_id, id, offer_id, number) values (?, ?, ?, ?)",
            m,
            desk.id(),
            id,
            number
        ))
        .await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Held {
    id: Id,
    title: String,
    membership_id: Option<Id>,
}

/// A contact that changes ends today, so that it can be told who it was.
async fn put_contact(tx: &mut Tx, desk: &Desk, m: Id, id: Id, offer: &Offer) -> Outcome<()> {
    let before: Option<Held> = tx
        .first(sql!(
            "select id, title, membership_id from contact where municipality_id = ? and offer_id = ? \
             and until_day is null order by id",
            m,
            id
        ))
        .await?;
    let now = offer.contact_title.as_deref();
    let same =
        |held: &Held| Some(held.title.as_str()) == now && held.membership_id == offer.contact;
    if before.as_ref().is_some_and(same) {
        return Ok(());
    }
    tx.run(sql!(
        "update contact set until_day = ? where municipality_id = ? and id = ?",
        desk.today(),
        m,
        before.map(|held| held.id)
    ))
    .await?;
    if let Some(title) = now {
        tx.run(sql!(
            "insert into contact (municipality_id, id, offer_id, title, membership_id, from_day) \
             values (?, ?, ?, ?, ?, ?)",
            m,
            desk.id(),
            id,
            title,
            offer.contact,
            desk.today()
        ))
        .await?;
    }
    Ok(())
}
