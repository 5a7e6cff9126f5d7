//! Meetings that only lead to meetings (F9).
use super::Meeting;
use super::table::row;
use crate::desk::{Desk, Outcome};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::meeting::closing::{Loop, in_a_loop};

/// So many of the latest are looked at.
const LOOKED_AT: i64 = 24;

/// The practice meetings in a row of an initiative, or of an area itself, from which no change came.
///
/// # Errors
/// What the database answers.
pub async fn loop_of(
    desk: &Desk,
    municipality: Id,
    area: Id,
    initiative: Option<Id>,
) -> Outcome<Option<Loop>> {
    let sql =
        row(municipality).text(" and meeting.state = 'closed' and meeting.purpose = 'practice'");
    let sql = match initiative {
        Some(initiative) => sql.and(" and meeting.initiative_id = ?", [initiative.into()]),
        None => sql.and(
            " and meeting.initiative_id is null and meeting.area_id = ?",
            [area.into()],
        ),
    };
    let sql = sql.and(
        " order by meeting.starts_at desc limit ?",
        [LOOKED_AT.into()],
    );
    let held: Vec<Meeting> = desk.db.all(sql).await?;
    let closed: Vec<(Moment, bool)> = held
        .iter()
        .filter_map(|m| Some((m.closed_at()?, m.changes > 0)))
        .collect();
    Ok(in_a_loop(&closed))
}
