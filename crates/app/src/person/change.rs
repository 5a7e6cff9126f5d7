//! An administrator corrects a person's name, address or language.
use super::leave::end_ways_in;
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, mail, vacancy};
use samskab_database::{FromRow, is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Why};
use samskab_domain::person::{Draft, email_key};
use samskab_locale::sort_key;

#[derive(FromRow)]
struct Before {
    email_key: String,
}

/// Another e-mail address may belong to someone else: what was sent to the one before no longer
/// lets anybody in, and the new one is invited.
///
/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`]; remarks for each field.
pub async fn change(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let person = draft.consider()?;
    let (m, key) = (actor.municipality, email_key(&person.email));
    let mut tx = desk.db.write().await?;
    let before = sql!(
        "select email_key from person where municipality_id = ? and id = ? and left_at is null",
        m,
        id
    )
    .text(tx.only_postgres(" for update"));
    let before: Before = tx.first(before).await?.ok_or(Refusal::Missing)?;
    let changed = tx
        .run(sql!(
            "update person set name = ?, sort_key = ?, email = ?, email_key = ?, phone = ?, language = ? \
             where municipality_id = ? and id = ? and left_at is null",
            &person.name,
            sort_key(&person.name),
            &person.email,
            key.as_str(),
            person.phone,
            person.language.code(),
            m,
            id
        ))
        .await;
    match changed {
        Err(error) if is_taken(&error) => return Err(Refusal::remark("email", Why::Taken)),
        changed => changed?,
    };
    if before.email_key != key {
        end_ways_in(&mut tx, m, id, desk.now()).await?;
        vacancy::close_of_bounce(&mut tx, desk, m, id).await?;
        mail::ask(&mut tx, desk, m, mail::Kind::Invitation, id).await?;
    }
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
