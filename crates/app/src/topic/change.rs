//! An administrator renames a topic or moves it to another group.
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, translation};
use samskab_database::{is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Why};
use samskab_domain::topic::Draft;
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`]; remarks for each field.
pub async fn change(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let topic = draft.consider()?;
    let mut tx = desk.db.write().await?;
    let changed = tx
        .run(sql!(
            "update topic set topic_group = ?, name = ?, sort_key = ?, kle = ? \
             where municipality_id = ? and id = ? and retired_at is null",
            topic.group.code(),
            &topic.name,
            sort_key(&topic.name),
            topic.kle,
            actor.municipality,
            id
        ))
        .await;
    match changed {
        Ok(0) => return Err(Refusal::Missing),
        Err(error) if is_taken(&error) => return Err(Refusal::remark("name", Why::Taken)),
        changed => changed?,
    };
    let subject = ("topic", id);
    translation::put_names(&mut tx, desk, actor.municipality, subject, &topic.names).await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::TopicChanged,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
