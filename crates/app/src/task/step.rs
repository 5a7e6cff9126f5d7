//! Taking a task, saying *no thanks*, giving it back at any time, and that it is done.
use super::table::{keep_step, open};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::standing;
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Actor, Denied};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::task::{Duty, State, Step};

/// Anyone who works in one of the parties may take what is open; of what someone is asked for,
/// only she.
///
/// # Errors
/// [`Refusal::Missing`]; denied to those of no party; [`Refusal::Done`] when it is not there to
/// be taken any more.
pub async fn accept(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Id> {
    step(desk, actor, id, Step::Accepted).await
}

/// No reason is asked for, and none is kept.
///
/// # Errors
/// As [`accept`]; [`Refusal::Done`] too when she is not the one who is asked.
pub async fn decline(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Id> {
    step(desk, actor, id, Step::Declined).await
}

/// At any time, without a reason.
///
/// # Errors
/// As [`accept`]; [`Refusal::Done`] too when she does not have it.
pub async fn give_back(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Id> {
    step(desk, actor, id, Step::GivenBack).await
}

/// # Errors
/// As [`give_back`].
pub async fn done(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Id> {
    step(desk, actor, id, Step::Done).await
}

async fn step(desk: &Desk, actor: &Actor, id: Id, step: Step) -> Outcome<Id> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let task = open(&mut tx, actor, id).await?;
    let parties = standing(&mut tx, actor, task.initiative_id).await?.parties;
    if !parties.contains(&actor.organisation) {
        return Err(Denied.into());
    }
    let hers = task.membership_id == Some(actor.membership);
    // What hung on someone who has left is given back by whoever is still there (F15).
    let mine = hers || (task.gone && step == Step::GivenBack);
    let state = task.state();
    let next = state.after(step, mine).ok_or(Refusal::Done)?;
    let now = desk.now();
    let has_it = matches!(next, State::Taken | State::Done).then_some(actor.membership);
    let taken_at = match next {
        State::Taken => Some(now),
        State::Done => task.taken_at(),
        State::Open | State::Invited => None,
    };
    let mut moved = sql!(
        "update task set state = ?, membership_id = ?, taken_at = ?",
        next.code(),
        has_it,
        taken_at
    );
    // What was said of another's turn says nothing of the next one's.
    if next != State::Done {
        moved = moved.text(", duty = null, duty_at = null");
    }
    let moved = moved.and(
        " where municipality_id = ? and id = ? and state = ?",
        [m.into(), id.into(), state.code().into()],
    );
    // Someone else may have been asked or have taken it since it was read.
    let moved = moved.when(" and membership_id = ?", task.membership_id);
    if tx.run(moved).await? == 0 {
        return Err(Refusal::Done);
    }
    tx.run(keep_step(desk, actor, &[id], step)).await?;
    let verb = match step {
        Step::Accepted => journal::Verb::TaskAccepted,
        Step::Declined => journal::Verb::TaskDeclined,
        Step::GivenBack => journal::Verb::TaskGivenBack,
        Step::Done | Step::Offered | Step::Invited => journal::Verb::TaskDone,
    };
    journal::write(&mut tx, actor, verb, id, &[task.initiative_id], now).await?;
    tx.commit().await?;
    Ok(task.initiative_id)
}

/// *Has it become a duty?* Anyone who is in it may say so (F6).
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but parties and facilitators; [`Refusal::Done`] when nobody
/// has it.
pub async fn say_duty(desk: &Desk, actor: &Actor, id: Id, says: Duty) -> Outcome<Id> {
    let mut tx = desk.db.write().await?;
    let task = open(&mut tx, actor, id).await?;
    let now = desk.now();
    let said = sql!(
        "update task set duty = ?, duty_at = ? where municipality_id = ? and id = ? and state = 'taken'",
        says.code(),
        now,
        actor.municipality,
        id
    );
    if tx.run(said).await? == 0 {
        return Err(Refusal::Done);
    }
    let verb = journal::Verb::TaskDutySaid;
    journal::write(&mut tx, actor, verb, id, &[task.initiative_id], now).await?;
    tx.commit().await?;
    Ok(task.initiative_id)
}
