//! Asking organisations for an answer, inside the transaction that raises a need.
use super::late::ask_to_look;
use super::table::{Asked, insert};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{Error, FromRow, Tx, is_taken, sql};
use samskab_domain::access::Actor;
use samskab_domain::answer::Raise;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;

#[derive(FromRow)]
struct Waiting {
    organisation_id: Id,
}

/// Asks those who are not asked already; gives the ids of the answers asked for. Whoever
/// calls it holds the need's row.
///
/// # Errors
/// [`Refusal::Done`] when someone asked one of them meanwhile; what the database answers.
pub(crate) async fn ask(
    desk: &Desk,
    tx: &mut Tx,
    actor: &Actor,
    need: Id,
    raise: &Raise,
) -> Outcome<Vec<Id>> {
    let waiting: Vec<Waiting> = tx
        .all(sql!(
            "select organisation_id from answer where municipality_id = ? and need_id = ? \
             and kind is null and withdrawn_at is null",
            actor.municipality,
            need
        ))
        .await?;
    let mut known: Vec<Id> = waiting.into_iter().map(|w| w.organisation_id).collect();
    let mut asked = Vec::new();
    for &organisation in &raise.organisations {
        if !known.contains(&organisation) {
            known.push(organisation);
            asked.push((desk.id(), organisation));
        }
    }
    if !asked.is_empty() {
        let rows = asked.iter().map(|&(id, organisation)| Asked {
            id,
            need,
            organisation,
            due: raise.due,
            passed_from: None,
        });
        let sql = insert(actor, rows, desk.now());
        tx.run(sql).await.map_err(asked_already)?;
    }
    let ids: Vec<Id> = asked.into_iter().map(|(id, _)| id).collect();
    let today = desk.today();
    ask_to_look(desk, tx, actor.municipality, &ids, raise.due, today).await?;
    Ok(ids)
}

/// Asks the one an answer passes the need on to, or comes back to, unless it is asked already. Whoever calls it
/// holds the need's row.
///
/// # Errors
/// [`Refusal::Done`] when someone asked it meanwhile; what the database answers.
pub(super) async fn pass_on(
    desk: &Desk,
    tx: &mut Tx,
    actor: &Actor,
    (need, from): (Id, Id),
    organisation: Id,
    due: Day,
) -> Outcome<Option<Id>> {
    let waiting: Option<Waiting> = tx
        .first(sql!(
            "select organisation_id from answer where municipality_id = ? and need_id = ? \
             and organisation_id = ? and kind is null and withdrawn_at is null",
            actor.municipality,
            need,
            organisation
        ))
        .await?;
    if waiting.is_some_and(|w| w.organisation_id == organisation) {
        return Ok(None);
    }
    let id = desk.id();
    let asked = Asked {
        id,
        need,
        organisation,
        due,
        passed_from: Some(from),
    };
    let sql = insert(actor, [asked], desk.now());
    tx.run(sql).await.map_err(asked_already)?;
    ask_to_look(desk, tx, actor.municipality, &[id], due, desk.today()).await?;
    Ok(Some(id))
}

fn asked_already(error: Error) -> Refusal {
    match is_taken(&error) {
        true => Refusal::Done,
        false => error.into(),
    }
}
