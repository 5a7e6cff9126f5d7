//! The tasks of an initiative, and what one is asked for oneself.
use super::table::{Task, read, select};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;

/// How many tasks a page shows.
const SHOWN: i64 = 200;

/// In the order they were put up; what is done comes last.
///
/// # Errors
/// What the database answers.
pub async fn of_initiative(desk: &Desk, municipality: Id, initiative: Id) -> Outcome<Vec<Task>> {
    let sql = select(municipality).and(
        " and task.initiative_id = ? order by case when task.state = 'done' then 1 else 0 end, task.id limit ?",
        [initiative.into(), SHOWN.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// So many that someone has are looked through for what is asked about them.
const LOOKED_THROUGH: i64 = 400;

/// What is asked about today in the initiatives of an area, or in one of them: a duty, a core task on
/// the wrong side, something that is not in place.
///
/// # Errors
/// What the database answers.
pub(crate) async fn asked_about(
    desk: &Desk,
    municipality: Id,
    area: Id,
    initiative: Option<Id>,
) -> Outcome<Vec<Task>> {
    let sql = select(municipality)
        .and(
            " and (task.state = 'taken' or (task.bridge = ? and task.state <> 'done')) and exists (select 1 from initiative \
             where initiative.municipality_id = task.municipality_id and initiative.id = task.initiative_id \
             and initiative.state <> 'ended' and initiative.area_id = ?)",
            [true.into(), area.into()],
        )
        .when(" and task.initiative_id = ?", initiative)
        .and(" order by task.id limit ?", [LOOKED_THROUGH.into()]);
    let mut tasks: Vec<Task> = desk.db.all(sql).await?;
    let today = desk.today();
    tasks.retain(|task| !task.flags(today).is_empty());
    Ok(tasks)
}

/// One task, for those who see its initiative.
///
/// # Errors
/// Denied to those who see none; [`crate::Refusal::Missing`].
pub async fn one(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Task> {
    actor.may(Act::SeeInitiatives)?;
    read(desk, actor.municipality, id).await
}

/// A task the actor is asked to take.
#[derive(Clone, Debug, FromRow)]
pub struct Invitation {
    pub id: Id,
    pub what: String,
    pub initiative_id: Id,
    pub initiative: String,
    until_day: Option<String>,
}

impl Invitation {
    pub fn until(&self) -> Option<Day> {
        Day::parse(self.until_day.as_deref()?)
    }
}

/// What the actor is asked for: an invitation, with no date by which to answer.
///
/// # Errors
/// What the database answers.
pub async fn invitations(desk: &Desk, actor: &Actor, few: i64) -> Outcome<Vec<Invitation>> {
    let sql = sql!(
        "select task.id, task.what, task.initiative_id, initiative.title as initiative, task.until_day from task \
         join initiative on initiative.municipality_id = task.municipality_id and initiative.id = task.initiative_id \
         where task.municipality_id = ? and task.membership_id = ? and task.state = 'invited' \
         and initiative.state <> 'ended' order by task.id limit ?",
        actor.municipality,
        actor.membership,
        few
    );
    Ok(desk.db.all(sql).await?)
}
