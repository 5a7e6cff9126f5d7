//! Initiatives nothing has been heard of for long: noticed by those who are in them, and by nobody else.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::initiative::QUIET_DAYS;
use samskab_domain::kernel::{Id, Moment};

/// One that has gone quiet.
#[derive(Clone, Debug, FromRow)]
pub struct Quiet {
    pub id: Id,
    pub title: String,
}

/// Of the actor's organisation; those that rest are not asked about.
///
/// # Errors
/// What the database answers.
pub async fn quiet(desk: &Desk, actor: &Actor, few: i64) -> Outcome<Vec<Quiet>> {
    let since = desk.now().plus(-QUIET_DAYS * Moment::DAY);
    let sql = sql!(
        "select initiative.id, initiative.title from initiative where initiative.municipality_id = ? \
         and initiative.state <> 'ended' and initiative.paused_at is null and initiative.created_at < ? \
         and exists (select 1 from initiative_party party where party.municipality_id = initiative.municipality_id \
         and party.initiative_id = initiative.id and party.organisation_id = ? and party.left_at is null) \
         and not exists (select 1 from initiative_note note where note.municipality_id = initiative.municipality_id \
         and note.initiative_id = initiative.id and note.created_at >= ?) \
         and not exists (select 1 from practice_change change where change.municipality_id = initiative.municipality_id \
         and change.initiative_id = initiative.id and (change.created_at >= ? or change.outcome_at >= ?)) \
         and not exists (select 1 from task where task.municipality_id = initiative.municipality_id \
         and task.initiative_id = initiative.id and (task.created_at >= ? or task.taken_at >= ?)) \
         and not exists (select 1 from meeting where meeting.municipality_id = initiative.municipality_id \
         and meeting.initiative_id = initiative.id and meeting.state <> 'cancelled' and meeting.starts_at >= ?) \
         and not exists (select 1 from understanding where understanding.municipality_id = initiative.municipality_id \
         and understanding.initiative_id = initiative.id and understanding.written_at >= ?) \
         order by initiative.id limit ?",
        actor.municipality,
        since,
        actor.organisation,
        since,
        since,
        since,
        since,
        since,
        since,
        since,
        few
    );
    Ok(desk.db.all(sql).await?)
}
