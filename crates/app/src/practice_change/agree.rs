//! The parties agree on what is done differently from now on.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::{considered, writable};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::practice_change::Draft;

/// The practice that changes is that of one of the parties (F23). What was a problem is now
/// being tried.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but the parties and facilitators; [`Refusal::Done`]
/// when the initiative has ended; remarks for each field.
pub async fn agree(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    let mut tx = desk.db.write().await?;
    let parties = writable(&mut tx, actor, initiative).await?;
    let change = considered(draft.consider(desk.today()), &draft.texts(), true)?;
    if !parties.contains(&change.organisation) {
        return Err(Refusal::remark("organisation", Why::Unknown));
    }
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into practice_change (municipality_id, id, initiative_id, organisation_id, who, what, notice, \
         language, from_day, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        initiative,
        change.organisation,
        change.who,
        change.what,
        change.notice,
        language.code(),
        change.from,
        actor.membership,
        now
    ))
    .await?;
    tx.run(sql!(
        "update initiative set state = 'trial' where municipality_id = ? and id = ? and state = 'problem'",
        actor.municipality,
        initiative
    ))
    .await?;
    let related = [initiative, change.organisation];
    let verb = journal::Verb::ChangeAgreed;
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(id)
}
