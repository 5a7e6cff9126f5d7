//! An administrator adds an area.
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, translation};
use samskab_database::{is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::area::Draft;
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; remarks for each field, the name taken included.
pub async fn create(desk: &Desk, actor: &Actor, draft: &Draft) -> Outcome<Id> {
    actor.may(Act::Administer)?;
    let area = draft.consider()?;
    let id = desk.id();
    let mut tx = desk.db.write().await?;
    let made = tx
        .run(sql!(
            "insert into area (municipality_id, id, name, language, sort_key, answer_days) \
             values (?, ?, ?, ?, ?, ?)",
            actor.municipality,
            id,
            &area.name,
            Language::Danish.code(),
            sort_key(&area.name),
            area.answer_days
        ))
        .await;
    match made {
        Err(error) if is_taken(&error) => return Err(Refusal::remark("name", Why::Taken)),
        made => made?,
    };
    let subject = ("area", id);
    translation::put_names(&mut tx, desk, actor.municipality, subject, &area.names).await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::AreaCreated,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}
