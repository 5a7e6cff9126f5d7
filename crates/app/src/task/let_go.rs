//! What those of an organisation that leaves have taken, or are asked for, is there for others to take.
use super::table::keep_step;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::task::{State, Step};

#[derive(FromRow)]
struct Held {
    id: Id,
    state: String,
}

/// The tasks of an initiative that hung on the actor's organisation.
///
/// # Errors
/// What the database answers.
pub(crate) async fn let_go(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
) -> Outcome<Vec<Id>> {
    let m = actor.municipality;
    let held: Vec<Held> = tx
        .all(sql!(
            "select task.id, task.state from task \
             join membership on membership.municipality_id = task.municipality_id and membership.id = task.membership_id \
             where task.municipality_id = ? and task.initiative_id = ? and membership.organisation_id = ? \
             and task.state in ('taken', 'invited') order by task.id",
            m,
            initiative,
            actor.organisation
        ))
        .await?;
    let ids: Vec<Id> = held.iter().map(|task| task.id).collect();
    let open = sql!(
        "update task set state = 'open', membership_id = null, taken_at = null, duty = null, duty_at = null \
         where municipality_id = ? and id in ",
        m
    );
    tx.run(open.list(ids.iter().copied())).await?;
    let taken = held.iter().filter(|task| task.state == State::Taken.code());
    let taken: Vec<Id> = taken.map(|task| task.id).collect();
    if !taken.is_empty() {
        tx.run(keep_step(desk, actor, &taken, Step::GivenBack))
            .await?;
    }
    Ok(ids)
}
