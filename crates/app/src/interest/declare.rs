//! An organisation says what it itself stands to gain, or that there is nothing.
use super::table::{About, end_before, insert};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::interest::{Draft, Subject};
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::topic::TopicGroup;
use samskab_words::personal_data;

/// For the actor's own organisation. What it said before about the same and what cannot be true beside it
/// ends now.
///
/// # Errors
/// Denied to those who declare none; remarks for each field, a CPR number and a topic that is not there
/// included.
pub async fn declare(desk: &Desk, actor: &Actor, draft: &Draft, language: Language) -> Outcome<Id> {
    actor.may(Act::DeclareInterest)?;
    let interest = draft.consider()?;
    let texts = [
        ("text", draft.text.as_str()),
        ("amount", draft.amount.as_str()),
    ];
    let personal = personal_data::remarks(&texts, true);
    if !personal.is_empty() {
        return Err(Refusal::Remarks(personal));
    }
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    let about = about(&mut tx, actor, interest.subject).await?;
    tx.run(end_before(actor, interest.gain, about, now)).await?;
    tx.run(insert(actor, id, &interest, about, language, now))
        .await?;
    let verb = journal::Verb::InterestDeclared;
    journal::write(&mut tx, actor, verb, id, &[], now).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
struct Topic {
    topic_group: String,
}

async fn about(tx: &mut Tx, actor: &Actor, subject: Subject) -> Outcome<About> {
    let id = match subject {
        Subject::Group(group) => return Ok(About { group, topic: None }),
        Subject::Topic(id) => id,
    };
    let sql = sql!(
        "select topic_group from topic where municipality_id = ? and id = ? and retired_at is null",
        actor.municipality,
        id
    );
    let found: Option<Topic> = tx.first(sql).await?;
    let group = found.and_then(|topic| TopicGroup::from_code(&topic.topic_group));
    let group = group.ok_or_else(|| Refusal::remark("subject", Why::Unknown))?;
    Ok(About {
        group,
        topic: Some(id),
    })
}
