//! An initiative says what it keeps to, before somebody runs into it (F12).
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::writable;
use crate::journal;
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Why};

#[derive(FromRow)]
struct Known {
    id: Id,
    version: i64,
}

/// `items` is all it keeps to: what was cited and is not among them is taken out. All of them
/// hold for the initiative's own area.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but parties and facilitators; [`Refusal::Done`] when the
/// initiative has ended; a remark for an item of another area or initiative.
pub async fn cite(desk: &Desk, actor: &Actor, initiative: Id, items: &[Id]) -> Outcome<()> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    writable(&mut tx, actor, initiative).await?;
    let known: Vec<Known> = tx
        .all(
            sql!(
                "select item.id, item.version from frame_item item \
                 join initiative on initiative.municipality_id = item.municipality_id and initiative.area_id = item.area_id \
                 where item.municipality_id = ? and initiative.id = ? and item.initiative_id is null and item.id in ",
                m,
                initiative
            )
            .list(items.iter().copied()),
        )
        .await?;
    if items.iter().any(|id| known.iter().all(|k| k.id != *id)) {
        return Err(Refusal::remark("items", Why::Unknown));
    }
    let gone = sql!(
        "delete from initiative_frame_item where municipality_id = ? and initiative_id = ? and frame_item_id not in ",
        m,
        initiative
    );
    // `not in (null)` would match nothing, where everything is to go.
    let kept = known.iter().map(|k| k.id).chain([initiative]);
    tx.run(gone.list(kept)).await?;
    let now = desk.now();
    let rows = known.iter().map(|item| {
        [
            Value::from(m),
            initiative.into(),
            item.id.into(),
            item.version.into(),
            actor.membership.into(),
            now.into(),
        ]
    });
    if !known.is_empty() {
        let insert = sql!(
            "insert into initiative_frame_item (municipality_id, initiative_id, frame_item_id, version, cited_by, \
             cited_at) values "
        );
        let insert = insert.rows(rows).text(" on conflict do nothing");
        tx.run(insert).await?;
    }
    let related: Vec<Id> = known.iter().map(|k| k.id).collect();
    let verb = journal::Verb::FrameCited;
    journal::write(&mut tx, actor, verb, initiative, &related, now).await?;
    tx.commit().await?;
    Ok(())
}
