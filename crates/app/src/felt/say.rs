//! Those who told say whether it can be felt. They may change their mind.
use super::question::{Question, by_link, read};
use super::{Draft, consider};
use crate::desk::{Desk, Outcome};
use crate::journal;
use crate::token::Secret;
use samskab_database::sql;
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Language};

/// # Errors
/// [`crate::Refusal::Missing`] for another's question; remarks for each field.
pub async fn say(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<()> {
    let question = read(desk, actor, id).await?;
    keep(desk, actor.municipality, &question, draft, language).await
}

/// Said from the page a mail's link opens, without signing in.
///
/// # Errors
/// [`crate::Refusal::Missing`] for a link that has run out or was never given; remarks for each
/// field.
pub async fn say_by_link(
    desk: &Desk,
    municipality: Id,
    secret: &Secret,
    draft: &Draft,
    language: Language,
) -> Outcome<()> {
    let question = by_link(desk, municipality, secret).await?;
    keep(desk, municipality, &question, draft, language).await
}

/// Keeps what was said to a question the caller has found to be hers.
///
/// # Errors
/// Remarks for each field.
pub(crate) async fn keep(
    desk: &Desk,
    municipality: Id,
    question: &Question,
    draft: &Draft,
    language: Language,
) -> Outcome<()> {
    let word = consider(draft)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update felt set says = ?, note = ?, language = ?, said_at = ? where municipality_id = ? and id = ?",
        word.says.code(),
        word.note,
        language.code(),
        now,
        municipality,
        question.id
    ))
    .await?;
    journal::write_as(
        &mut tx,
        municipality,
        question.membership_id,
        journal::Verb::FeltSaid,
        question.id,
        &[question.answer_id, question.need_id],
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
