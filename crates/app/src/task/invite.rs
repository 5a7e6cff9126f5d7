//! Someone in it is asked whether she would like to take a task.
use super::table::{keep_step, open};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::standing;
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Why};
use samskab_domain::task::{InviteDraft, State, Step};

/// Someone who works in one of the parties of an initiative.
#[derive(Clone, Debug, FromRow)]
pub struct Member {
    pub id: Id,
    pub name: String,
    pub organisation_id: Id,
    pub organisation: String,
}

/// How many a list to choose from holds at the most.
const MANY: i64 = 300;

/// Those who work in one of the initiative's parties.
///
/// # Errors
/// What the database answers.
pub async fn people(desk: &Desk, municipality: Id, initiative: Id) -> Outcome<Vec<Member>> {
    let sql = sql!(
        "select membership.id, person.name, membership.organisation_id, organisation.name as organisation from membership \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where membership.municipality_id = ? and person.left_at is null and membership.until_day is null \
         and membership.role in ('frontline', 'coordinator', 'leader', 'facilitator') \
         and membership.organisation_id in (select party.organisation_id from initiative_party party \
         where party.municipality_id = ? and party.initiative_id = ? and party.left_at is null) \
         order by organisation.sort_key, person.sort_key, membership.id limit ?",
        municipality,
        municipality,
        initiative,
        MANY
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Place {
    organisation_id: Id,
}

/// Asked again while someone else is asked, the newest invitation stands.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but parties and facilitators; [`Refusal::Done`] when it is
/// taken, or the initiative has ended; a remark for someone who works in none of the parties.
pub async fn invite(desk: &Desk, actor: &Actor, id: Id, draft: &InviteDraft) -> Outcome<Id> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let task = open(&mut tx, actor, id).await?;
    if !matches!(task.state(), State::Open | State::Invited) {
        return Err(Refusal::Done);
    }
    let asked = draft.consider()?;
    let parties = standing(&mut tx, actor, task.initiative_id).await?.parties;
    let place: Option<Place> = tx
        .first(sql!(
            "select organisation_id from membership where municipality_id = ? and id = ? and until_day is null \
             and role in ('frontline', 'coordinator', 'leader', 'facilitator')",
            m,
            asked
        ))
        .await?;
    if !place.is_some_and(|p| parties.contains(&p.organisation_id)) {
        return Err(Refusal::remark("membership", Why::Unknown));
    }
    let now = desk.now();
    let invited = sql!(
        "update task set state = 'invited', membership_id = ? where municipality_id = ? and id = ? \
         and state in ('open', 'invited')",
        asked,
        m,
        id
    );
    if tx.run(invited).await? == 0 {
        return Err(Refusal::Done);
    }
    tx.run(keep_step(desk, actor, &[id], Step::Invited)).await?;
    let verb = journal::Verb::TaskInvited;
    journal::write(&mut tx, actor, verb, id, &[task.initiative_id, asked], now).await?;
    tx.commit().await?;
    Ok(task.initiative_id)
}
