//! An organisation of either sector says what holds it, or what it has room for.
use super::notice::tell_of_late;
use super::table::{insert, taken};
use crate::desk::{Desk, Outcome};
use crate::initiative::as_party;
use crate::journal;
use crate::need::check_area;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::frame::{Draft, FrameItem};
use samskab_domain::kernel::{Id, Language};

/// For a whole area and the actor's own organisation, from today or the day it names. What was
/// found late is told to all who are at work on something in the area (F12).
///
/// # Errors
/// Denied to those who declare none; remarks for each field, a CPR number included.
pub async fn declare(desk: &Desk, actor: &Actor, draft: &Draft, language: Language) -> Outcome<Id> {
    actor.may(Act::DeclareFrame)?;
    let item = taken(draft, desk.today())?;
    let mut tx = desk.db.write().await?;
    check_area(&mut tx, actor, item.area).await?;
    let id = save(desk, &mut tx, actor, &item, None, language).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
struct Place {
    area_id: Id,
}

/// For one initiative alone: any of its practitioners may, for the organisation she is there for.
///
/// # Errors
/// [`crate::Refusal::Missing`]; denied to those whose organisation is no party;
/// [`crate::Refusal::Done`] when it has ended; remarks for each field.
pub async fn declare_in(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    let mut tx = desk.db.write().await?;
    as_party(&mut tx, actor, initiative).await?;
    let place: Option<Place> = tx
        .first(sql!(
            "select area_id from initiative where municipality_id = ? and id = ?",
            actor.municipality,
            initiative
        ))
        .await?;
    let area = place.map(|p| p.area_id.to_string()).unwrap_or_default();
    let draft = Draft {
        area,
        ..draft.clone()
    };
    let item = taken(&draft, desk.today())?;
    let id = save(desk, &mut tx, actor, &item, Some(initiative), language).await?;
    tx.commit().await?;
    Ok(id)
}

async fn save(
    desk: &Desk,
    tx: &mut Tx,
    actor: &Actor,
    item: &FrameItem,
    initiative: Option<Id>,
    language: Language,
) -> Outcome<Id> {
    let (id, now) = (desk.id(), desk.now());
    tx.run(insert(actor, (id, initiative), item, language, now))
        .await?;
    if item.found_late.is_some() {
        tell_of_late(tx, actor, id, (item.area, initiative), now).await?;
    }
    let related: Vec<Id> = initiative.into_iter().chain([item.area]).collect();
    let verb = journal::Verb::FrameDeclared;
    journal::write(tx, actor, verb, id, &related, now).await?;
    Ok(id)
}
