//! An administrator corrects a person's name, address or language.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Why};
use samskab_domain::person::{Draft, email_key};
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`]; remarks for each field.
pub async fn change(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let person = draft.consider()?;
    let mut tx = desk.db.write().await?;
    let changed = tx
        .run(sql!(
            "update person set name = ?, sort_key = ?, email = ?, email_key = ?, phone = ?, language = ? \
             where municipality_id = ? and id = ? and left_at is null",
            &person.name,
            sort_key(&person.name),
            &person.email,
            email_key(&person.email),
            person.phone,
            person.language.code(),
            actor.municipality,
            id
        ))
        .await;
    match changed {
        Ok(0) => return Err(Refusal::Missing),
        Err(error) if is_taken(&error) => return Err(Refusal::remark("email", Why::Taken)),
        changed => changed?,
    };
    journal::write(
        &mut tx,
        actor,
        journal::Verb::PersonChanged,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
