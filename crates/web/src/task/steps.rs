//! One button each: taking it, no thanks, giving it back, done, and whether it has become a duty.
use crate::kit::{Answer, Fail, Flash, Form, Target, Visitor, to};
use samskab_app::{Outcome, Refusal, task};
use samskab_domain::kernel::Id;
use samskab_domain::task::{Duty, InviteDraft};

/// On to the initiative's tasks. What somebody else was quicker with is seen there.
fn finish(v: &Visitor, done: Outcome<Id>, flash: Flash) -> Answer {
    match done {
        Ok(initiative) => {
            let place = v.at(&format!("/initiatives/{initiative}/tasks"));
            Ok(to(&place, Some(flash)))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/tasks/{id}/accept`
pub async fn accept(v: Visitor, Target(id): Target) -> Answer {
    finish(
        &v,
        task::accept(v.desk(), v.actor()?, id).await,
        Flash::TaskTaken,
    )
}

/// `POST /{m}/tasks/{id}/decline`
pub async fn decline(v: Visitor, Target(id): Target) -> Answer {
    finish(
        &v,
        task::decline(v.desk(), v.actor()?, id).await,
        Flash::TaskDeclined,
    )
}

/// `POST /{m}/tasks/{id}/give-back`
pub async fn give_back(v: Visitor, Target(id): Target) -> Answer {
    finish(
        &v,
        task::give_back(v.desk(), v.actor()?, id).await,
        Flash::TaskGivenBack,
    )
}

/// `POST /{m}/tasks/{id}/done`
pub async fn done(v: Visitor, Target(id): Target) -> Answer {
    finish(&v, task::done(v.desk(), v.actor()?, id).await, Flash::Saved)
}

/// `POST /{m}/tasks/{id}/duty`
pub async fn duty(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let actor = v.actor()?;
    task::one(v.desk(), actor, id).await?;
    let Some(says) = sent.choice::<Duty>("duty") else {
        return Err(Fail::Unreadable);
    };
    finish(
        &v,
        task::say_duty(v.desk(), actor, id, says).await,
        Flash::Saved,
    )
}

/// `POST /{m}/tasks/{id}/invite`
pub async fn invite(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = InviteDraft {
        membership: sent.text("membership"),
    };
    match task::invite(v.desk(), v.actor()?, id, &draft).await {
        Err(Refusal::Remarks(remarks)) => super::form::again(&v, id, &remarks).await,
        done => finish(&v, done, Flash::TaskInvited),
    }
}
