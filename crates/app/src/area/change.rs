//! An administrator renames an area or gives it its own time for answers.
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, translation};
use samskab_database::{is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::area::Draft;
use samskab_domain::kernel::{Id, Why};
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`]; remarks for each field.
pub async fn change(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let area = draft.consider()?;
    let mut tx = desk.db.write().await?;
    let changed = tx
        .run(sql!(
            "update area set name = ?, sort_key = ?, answer_days = ? \
             where municipality_id = ? and id = ? and closed_at is null",
            &area.name,
            sort_key(&area.name),
            area.answer_days,
            actor.municipality,
            id
        ))
        .await;
    match changed {
        Ok(0) => return Err(Refusal::Missing),
        Err(error) if is_taken(&error) => return Err(Refusal::remark("name", Why::Taken)),
        changed => changed?,
    };
    let subject = ("area", id);
    translation::put_names(&mut tx, desk, actor.municipality, subject, &area.names).await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::AreaChanged,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
