//! An initiative is opened from an answer, a need or a problem; the others are invited, of both sectors in all.
use super::considered;
use super::invitation::insert_invitations;
use super::origin::{Origin, origin};
use super::start_trial::open_area;
use super::table::{NewParty, NewRow, insert, insert_parties};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, organisation};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::initiative::{Draft, State, both_sectors};
use samskab_domain::kernel::{Id, Language, Why};

/// The opener's own organisation is a party, but for a facilitator, who is neutral. All others are
/// invited, and are in it from their yes: a relation is no duty (F5).
///
/// # Errors
/// Denied to those who open none; [`Refusal::Missing`] for an answer or a need she may not
/// see; remarks for each field, also when only one sector would be in it.
pub async fn open(
    desk: &Desk,
    actor: &Actor,
    from: &Origin,
    draft: &Draft,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::OpenInitiative)?;
    let seen = origin(desk, actor, from).await?;
    let initiative = considered(draft.consider(), &draft.texts(), draft.harmless)?;
    let parties = parties(desk, actor, &initiative.parties).await?;
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    let area = open_area(&mut tx, actor.municipality, initiative.area).await?;
    let need = seen.need.map(|n| n.id);
    let row = NewRow {
        id,
        area,
        title: &initiative.title,
        problem: &initiative.problem,
        language,
        state: State::Problem,
        lane: false,
        observation: None,
        need,
        answer: from.answer,
        until: None,
        notice: initiative.notice.as_deref(),
        now,
    };
    tx.run(insert(actor, &row)).await?;
    let neutral = actor.role == Role::Facilitator;
    if !neutral {
        let own = NewParty {
            id: desk.id(),
            initiative: id,
            organisation: actor.organisation,
            membership: Some(actor.membership),
            practitioner: false,
            aim: initiative.aim.as_deref(),
            reasons: &[],
            language,
            now,
        };
        tx.run(insert_parties(actor.municipality, [own])).await?;
    }
    let others = parties.iter().copied();
    let invited: Vec<Id> = others
        .filter(|o| neutral || *o != actor.organisation)
        .collect();
    tx.run(insert_invitations(desk, actor, id, &invited, false))
        .await?;
    let related: Vec<Id> = from.answer.into_iter().chain(need).chain(parties).collect();
    let verb = journal::Verb::InitiativeOpened;
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// Each organisation once, all of them this municipality's, both sectors among them.
async fn parties(desk: &Desk, actor: &Actor, chosen: &[Id]) -> Outcome<Vec<Id>> {
    let mut parties = chosen.to_vec();
    if actor.role != Role::Facilitator {
        parties.push(actor.organisation);
    }
    parties.sort_unstable();
    parties.dedup();
    let sectors = organisation::sectors(desk, actor.municipality, &parties).await?;
    if sectors.len() < parties.len() {
        return Err(Refusal::remark("parties", Why::Unknown));
    }
    both_sectors("parties", &sectors)?;
    Ok(parties)
}
