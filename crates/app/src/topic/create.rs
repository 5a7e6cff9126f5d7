//! An administrator adds a topic.
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, translation};
use samskab_database::{is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::topic::Draft;
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; remarks for each field, the name taken included.
pub async fn create(desk: &Desk, actor: &Actor, draft: &Draft) -> Outcome<Id> {
    actor.may(Act::Administer)?;
    let topic = draft.consider()?;
    let id = desk.id();
    let mut tx = desk.db.write().await?;
    let made = tx
        .run(sql!(
            "insert into topic (municipality_id, id, topic_group, name, language, sort_key, kle) \
             values (?, ?, ?, ?, ?, ?, ?)",
            actor.municipality,
            id,
            topic.group.code(),
            &topic.name,
            Language::Danish.code(),
            sort_key(&topic.name),
            topic.kle
        ))
        .await;
    match made {
        Err(error) if is_taken(&error) => return Err(Refusal::remark("name", Why::Taken)),
        made => made?,
    };
    let subject = ("topic", id);
    translation::put_names(&mut tx, desk, actor.municipality, subject, &topic.names).await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::TopicCreated,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}
