//! What bringing in did to offers that were here: kept field by field, and told to translations.
use crate::desk::{Desk, Outcome};
use crate::offer::{self, Change, Saying};
use samskab_database::{Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::offer::Way;
use std::collections::HashMap;

/// Keeps what became otherwise since `before`. Where a text that is translated did, translations
/// of before are outdated; those that came along in the file at `now` are of the text as it is.
///
/// # Errors
/// What the database answers.
pub(super) async fn keep(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    before: &HashMap<Id, Saying>,
    now: Moment,
) -> Outcome<()> {
    let m = actor.municipality;
    let ids: Vec<Id> = before.keys().copied().collect();
    if ids.is_empty() {
        return Ok(());
    }
    let after = Saying::of_many(tx, m, &ids).await?;
    let mut changes: Vec<(Id, Vec<Change>)> = Vec::new();
    let mut major = Vec::new();
    for (id, before) in before {
        let Some(after) = after.get(id) else { continue };
        changes.push((*id, before.changes(after)));
        if before.translated() != after.translated() {
            major.push(*id);
        }
    }
    offer::matters(tx, m, &major).await?;
    let along = sql!(
        "update translation set source_version = (select version from offer where offer.municipality_id = translation.municipality_id \
         and offer.id = translation.subject_id) where subject_kind = 'offer' and created_at >= ? and municipality_id = ? \
         and subject_id in ",
        now,
        m
    );
    tx.run(along.list(ids)).await?;
    let by = (m, Some(actor.membership));
    offer::keep(tx, desk, by, Way::Imported, &changes).await
}

/// Keeps which texts in other languages became otherwise since `before`.
///
/// # Errors
/// What the database answers.
pub(super) async fn keep_words(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    before: &HashMap<Id, Saying>,
) -> Outcome<()> {
    let ids: Vec<Id> = before.keys().copied().collect();
    let after = Saying::of_many(tx, actor.municipality, &ids).await?;
    let changes = before.iter().filter_map(|(id, before)| {
        let changes = before.changes(after.get(id)?).into_iter();
        Some((
            *id,
            changes.filter(|change| change.language.is_some()).collect(),
        ))
    });
    let changes: Vec<(Id, Vec<Change>)> = changes.collect();
    let by = (actor.municipality, Some(actor.membership));
    offer::keep(tx, desk, by, Way::Imported, &changes).await
}

/// Takes away the texts in other languages.
///
/// # Errors
/// What the database answers.
pub(super) async fn forget_words(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<()> {
    let words = sql!(
        "delete from translation where subject_kind = 'offer' and municipality_id = ? and subject_id in ",
        m
    );
    tx.run(words.list(ids.iter().copied())).await?;
    Ok(())
}

/// Takes away what the program itself noted of offers that go.
///
/// # Errors
/// What the database answers.
pub(super) async fn forget(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<()> {
    forget_words(tx, m, ids).await?;
    for noted in [
        "delete from offer_reach where municipality_id = ? and offer_id in ",
        "delete from offer_history where municipality_id = ? and offer_id in ",
        "delete from offer_pair where municipality_id = ? and first_id in ",
        "delete from offer_pair where municipality_id = ? and second_id in ",
    ] {
        tx.run(sql!(noted, m).list(ids.iter().copied())).await?;
    }
    Ok(())
}
