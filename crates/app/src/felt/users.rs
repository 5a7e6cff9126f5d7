//! What those it is for say, written down by someone who asked them.
use super::ask::answered;
use super::{Draft, consider};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, need};
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::felt::{Voice, asked};
use samskab_domain::kernel::{Coded, Id, Language};

/// It is her voice that writes and the users' that counts: in a line of its own.
///
/// # Errors
/// Denied to those who only look on; [`Refusal::Missing`] for an answer that is not given or
/// leaves it to another one, or a need out of sight; remarks for each field.
pub async fn users_say(
    desk: &Desk,
    actor: &Actor,
    answer: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::NoteNeed)?;
    let given = answered(desk, actor.municipality, answer).await?;
    let given = given.ok_or(Refusal::Missing)?;
    need::find(desk, actor, given.need_id).await?;
    let (_, after) = given.given().and_then(asked).ok_or(Refusal::Missing)?;
    let word = consider(draft)?;
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "insert into felt (municipality_id, id, answer_id, need_id, voice, membership_id, after, asked_at, \
         says, note, language, said_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        answer,
        given.need_id,
        Voice::User.code(),
        actor.membership,
        after.code(),
        now,
        word.says.code(),
        word.note,
        language.code(),
        now
    ))
    .await?;
    let verb = journal::Verb::FeltSaid;
    journal::write(&mut tx, actor, verb, id, &[answer, given.need_id], now).await?;
    tx.commit().await?;
    Ok(id)
}
