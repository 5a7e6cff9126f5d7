//! The teller takes her story back. Nobody reads it any more; that there was one stays.
use super::read::read;
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, likeness};
use samskab_database::{Tx, sql};
use samskab_domain::access::{Actor, Denied};
use samskab_domain::kernel::Id;

/// The words and their quotes go from the database, the links from every need.
///
/// # Errors
/// [`Refusal::Missing`] outside the circle, denied to all but the teller; [`Refusal::Done`]
/// when she did so before.
pub async fn withdraw(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let reading = read(desk, actor, id).await?;
    if !reading.own {
        return Err(Refusal::Denied(Denied));
    }
    let mut tx = desk.db.write().await?;
    if !erase(desk, &mut tx, actor.municipality, id).await? {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::ObservationWithdrawn;
    journal::write(&mut tx, actor, verb, id, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the words away, with all that was made of them; `false` when they were gone already.
///
/// # Errors
/// What the database answers.
pub(crate) async fn erase(desk: &Desk, tx: &mut Tx, m: Id, id: Id) -> Outcome<bool> {
    let story = sql!(
        "update observation set state = 'withdrawn', story = '', would_help = null, concerns = null \
         where municipality_id = ? and id = ? and state <> 'withdrawn'",
        m,
        id
    );
    if tx.run(story).await? == 0 {
        return Ok(false);
    }
    likeness::ask_for_story(desk, tx, m, id).await?;
    for gone in [
        sql!(
            "delete from observation_version where municipality_id = ? and observation_id = ?",
            m,
            id
        ),
        sql!(
            "delete from need_observation where municipality_id = ? and observation_id = ?",
            m,
            id
        ),
        sql!(
            "delete from need_refusal where municipality_id = ? and observation_id = ?",
            m,
            id
        ),
        sql!(
            "update quote set state = 'withdrawn', body = '' where municipality_id = ? and observation_id = ?",
            m,
            id
        ),
        // A trial of this story stays under its need only while another's story leads there.
        sql!(
            "update initiative set need_id = null where municipality_id = ? and observation_id = ? \
             and answer_id is null and not exists (select 1 from need_observation link \
             where link.municipality_id = initiative.municipality_id and link.need_id = initiative.need_id)",
            m,
            id
        ),
    ] {
        tx.run(gone).await?;
    }
    Ok(true)
}
