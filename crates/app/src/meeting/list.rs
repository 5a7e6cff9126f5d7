//! Meetings to come, and those that were held.
use super::table::{Meeting, select};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::Sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Moment};

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub area: Option<Id>,
    /// Where the page of those to come begins.
    pub from: Option<String>,
    /// Where that of those that were held does.
    pub before: Option<String>,
}

/// The place in a list of meetings: when one starts, and which.
fn key(meeting: &Meeting) -> String {
    format!("{}.{}", meeting.starts_at().0, meeting.id.simple())
}

fn read_key(key: &str) -> Option<(Moment, Id)> {
    let (at, id) = key.split_once('.')?;
    Some((Moment(at.parse().ok()?), id.parse().ok()?))
}

/// Those to come that the actor sees, the soonest first: cancelled ones too, so that nobody
/// comes in vain.
///
/// # Errors
/// Denied to those who see none.
pub async fn planned(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Meeting>> {
    actor.may(Act::SeeMeetings)?;
    let sql = select(actor)
        .and(
            " and meeting.ends_at > ? and meeting.state <> 'closed'",
            [desk.now().into()],
        )
        .when(" and meeting.area_id = ?", wish.area);
    let beyond = " and (meeting.starts_at, meeting.id) > (?, ?)";
    let order = " order by meeting.starts_at, meeting.id limit ?";
    page(desk, sql, wish.from.as_deref(), beyond, order).await
}

/// Those that were held, the newest first: what is not closed yet among them.
///
/// # Errors
/// Denied to those who see none.
pub async fn held(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Meeting>> {
    actor.may(Act::SeeMeetings)?;
    let sql = select(actor)
        .and(
            " and meeting.state <> 'cancelled' and (meeting.ends_at <= ? or meeting.state = 'closed')",
            [desk.now().into()],
        )
        .when(" and meeting.area_id = ?", wish.area);
    let beyond = " and (meeting.starts_at, meeting.id) < (?, ?)";
    let order = " order by meeting.starts_at desc, meeting.id desc limit ?";
    page(desk, sql, wish.before.as_deref(), beyond, order).await
}

/// A page of what `sql` finds, beyond the place that `from` names.
async fn page(
    desk: &Desk,
    sql: Sql,
    from: Option<&str>,
    beyond: &'static str,
    order: &'static str,
) -> Outcome<Page<Meeting>> {
    let sql = match from.and_then(read_key) {
        Some((at, id)) => sql.and(beyond, [at.into(), id.into()]),
        None => sql,
    };
    let limit = Page::<Meeting>::LIMIT;
    Ok(Page::of(
        desk.db.all(sql.and(order, [limit.into()])).await?,
        key,
    ))
}

/// How many meetings an initiative shows.
const OF_INITIATIVE: i64 = 100;

/// The meetings of an initiative that the actor sees, the oldest first.
///
/// # Errors
/// What the database answers.
pub async fn of_initiative(desk: &Desk, actor: &Actor, initiative: Id) -> Outcome<Vec<Meeting>> {
    if actor.may(Act::SeeMeetings).is_err() {
        return Ok(vec![]);
    }
    let sql = select(actor).and(
        " and meeting.initiative_id = ? order by meeting.starts_at desc limit ?",
        [initiative.into(), OF_INITIATIVE.into()],
    );
    let mut meetings: Vec<Meeting> = desk.db.all(sql).await?;
    meetings.reverse();
    Ok(meetings)
}

/// One meeting, when the actor sees it.
///
/// # Errors
/// What the database answers.
pub(crate) async fn seen(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Option<Meeting>> {
    if actor.may(Act::SeeMeetings).is_err() {
        return Ok(None);
    }
    let sql = select(actor).and(" and meeting.id = ?", [id.into()]);
    Ok(desk.db.first(sql).await?)
}
