//! How far each of several stories has come, for lists: what everyone may see of its trail, in one step.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::citizen::Step;
use samskab_domain::kernel::Id;
use std::collections::HashMap;

#[derive(FromRow)]
struct Row {
    id: Id,
    gathered: bool,
    asked: bool,
    answered: bool,
    tried: bool,
    changed: bool,
}

/// The furthest of what has happened to each; a story that stands alone is not among them. The caller has seen
/// that the reader may read them.
///
/// # Errors
/// What the database answers.
pub async fn furthest(desk: &Desk, municipality: Id, stories: &[Id]) -> Outcome<HashMap<Id, Step>> {
    if stories.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = sql!(
        "select observation.id, \
         exists (select 1 from need_observation link where link.municipality_id = observation.municipality_id \
         and link.observation_id = observation.id) as gathered, \
         exists (select 1 from need_observation link join need on need.municipality_id = link.municipality_id \
         and need.id = link.need_id and need.raised_at is not null \
         where link.municipality_id = observation.municipality_id and link.observation_id = observation.id) as asked, \
         exists (select 1 from need_observation link join answer on answer.municipality_id = link.municipality_id \
         and answer.need_id = link.need_id and answer.kind is not null \
         where link.municipality_id = observation.municipality_id and link.observation_id = observation.id) as answered, \
         exists (select 1 from initiative where initiative.municipality_id = observation.municipality_id \
         and (initiative.observation_id = observation.id or initiative.need_id in (select link.need_id \
         from need_observation link join need on need.municipality_id = link.municipality_id \
         and need.id = link.need_id and need.raised_at is not null \
         where link.municipality_id = observation.municipality_id and link.observation_id = observation.id))) as tried, \
         exists (select 1 from initiative join practice_change \
         on practice_change.municipality_id = initiative.municipality_id and practice_change.initiative_id = initiative.id \
         where initiative.municipality_id = observation.municipality_id \
         and (initiative.observation_id = observation.id or initiative.need_id in (select link.need_id \
         from need_observation link join need on need.municipality_id = link.municipality_id \
         and need.id = link.need_id and need.raised_at is not null \
         where link.municipality_id = observation.municipality_id and link.observation_id = observation.id))) as changed \
         from observation where observation.municipality_id = ? and observation.id in ",
        municipality
    );
    let rows: Vec<Row> = desk.db.all(sql.list(stories.iter().copied())).await?;
    let step = |row: &Row| {
        [
            (row.changed, Step::Changed),
            (row.answered, Step::Answered),
            (row.asked, Step::Asked),
            (row.tried, Step::Tried),
            (row.gathered, Step::Gathered),
        ]
        .into_iter()
        .find_map(|(there, step)| there.then_some(step))
    };
    Ok(rows
        .iter()
        .filter_map(|row| Some((row.id, step(row)?)))
        .collect())
}
