//! The practice lane: one practitioner of each sector tries something small at once (F10).
use super::considered;
use super::table::{NewParty, NewRow, insert, insert_parties};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, observation, organisation};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::initiative::{State, TrialDraft, both_sectors};
use samskab_domain::kernel::{Id, Language, Why};

/// From an observation the actor may read, or from none.
///
/// # Errors
/// Denied to those who start none; [`Refusal::Missing`] for a story outside her circle;
/// remarks for each field, also when both organisations are of one sector.
pub async fn start_trial(
    desk: &Desk,
    actor: &Actor,
    observation: Option<Id>,
    draft: &TrialDraft,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::StartTrial)?;
    let area_of_story = match observation {
        Some(id) => Some(
            observation::read(desk, actor, id)
                .await?
                .observation
                .area_id,
        ),
        None => None,
    };
    let trial = considered(draft.consider(desk.today()), &draft.texts(), draft.harmless)?;
    let with = organisation::sectors(desk, actor.municipality, &[trial.with]).await?;
    if with.is_empty() {
        return Err(Refusal::remark("with", Why::Unknown));
    }
    both_sectors("with", &[[actor.sector].as_slice(), &with].concat())?;
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    let area = match area_of_story.or(trial.area) {
        Some(area) => open_area(&mut tx, actor.municipality, area).await?,
        None => return Err(Refusal::remark("area", Why::Missing)),
    };
    let row = NewRow {
        id,
        area,
        title: &trial.title(),
        problem: &trial.what,
        language,
        state: State::Trial,
        lane: true,
        observation,
        need: need_of(&mut tx, actor.municipality, observation).await?,
        answer: None,
        until: Some(trial.until),
        notice: Some(&trial.notice),
        now,
    };
    tx.run(insert(actor, &row)).await?;
    let own = (actor.organisation, Some(actor.membership));
    let parties = [own, (trial.with, None)].map(|(organisation, membership)| NewParty {
        id: desk.id(),
        initiative: id,
        organisation,
        membership,
        practitioner: membership.is_some(),
        aim: None,
        reasons: &[],
        language,
        now,
    });
    tx.run(insert_parties(actor.municipality, parties)).await?;
    let related: Vec<Id> = observation.into_iter().chain([trial.with]).collect();
    journal::write(
        &mut tx,
        actor,
        journal::Verb::TrialStarted,
        id,
        &related,
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// The need that gathered the story first, so that all who told of it hear of the trial.
async fn need_of(tx: &mut Tx, municipality: Id, observation: Option<Id>) -> Outcome<Option<Id>> {
    let Some(observation) = observation else {
        return Ok(None);
    };
    let found: Option<Found> = tx
        .first(sql!(
            "select need_id as id from need_observation where municipality_id = ? and observation_id = ? \
             order by linked_at limit 1",
            municipality,
            observation
        ))
        .await?;
    Ok(found.map(|need| need.id))
}

/// The area, when it is this municipality's and open.
pub(super) async fn open_area(tx: &mut Tx, municipality: Id, area: Id) -> Outcome<Id> {
    let found: Option<Found> = tx
        .first(sql!(
            "select id from area where municipality_id = ? and id = ? and closed_at is null",
            municipality,
            area
        ))
        .await?;
    let found = found.ok_or_else(|| Refusal::remark("area", Why::Unknown))?;
    Ok(found.id)
}
