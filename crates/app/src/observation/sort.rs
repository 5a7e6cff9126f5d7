//! Sorting comes after telling: one in the circle says what it is about. The words stay as they are.
use super::read::read;
use super::record::check_topic;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::observation::SortingDraft;
use samskab_words::personal_data;

/// # Errors
/// Denied to those who read no inbox or stand outside the circle, though the story may be read
/// widely; [`Refusal::Missing`] for a story the actor may not read; remarks for each field;
/// [`Refusal::Done`] when it was withdrawn.
pub async fn sort(desk: &Desk, actor: &Actor, id: Id, draft: &SortingDraft) -> Outcome<()> {
    actor.may(Act::ReadInbox)?;
    if !read(desk, actor, id).await?.may_sort {
        return Err(Refusal::Denied(Denied));
    }
    let marked = personal_data::remarks(&[("concerns", &draft.concerns)], draft.harmless);
    let sorting = match draft.consider() {
        Ok(sorting) if marked.is_empty() => sorting,
        Ok(_) => return Err(Refusal::Remarks(marked)),
        Err(remarks) => return Err(Refusal::Remarks([remarks, marked].concat())),
    };
    let mut tx = desk.db.write().await?;
    check_topic(&mut tx, actor.municipality, sorting.topic).await?;
    let sql = sql!(
        "update observation set topic_group = ?, topic_id = ?, concerns = ?, frequency = ?, severity = ? \
         where municipality_id = ? and id = ? and state = 'kept'",
        sorting.topic_group.code(),
        sorting.topic,
        sorting.concerns.clone(),
        sorting.frequency.map(Coded::code),
        sorting.severity.map(Coded::code),
        actor.municipality,
        id
    );
    if tx.run(sql).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::ObservationSorted;
    journal::write(&mut tx, actor, verb, id, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
