//! Who is invited, and the mail that tells them.
use super::call::Of;
use super::candidates::of_meeting;
use super::table::{Meeting, led};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, mail};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Why};
use std::collections::HashSet;

/// Someone to invite.
#[derive(Clone, Copy, Debug, FromRow)]
pub(super) struct Asked {
    pub membership_id: Id,
    pub person_id: Id,
}

/// So many are invited at once at the most.
const ASKED_MAX: i64 = 200;
/// Rows written in one statement.
const ROWS: usize = 1_000;

/// Who hears of a meeting when it is called. Of an initiative: those who joined it, and where a
/// party has nobody in it yet, those who speak for it. Of an area: those at work in it. And
/// whoever calls it.
pub(super) async fn asked_of(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    of: Of,
) -> Outcome<Vec<Asked>> {
    let at_work = sql!(
        "select membership.id as membership_id, membership.person_id from membership \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         and person.left_at is null where membership.municipality_id = ? and membership.from_day <= ? \
         and (membership.until_day is null or membership.until_day > ?)",
        actor.municipality,
        desk.today(),
        desk.today()
    );
    let asked = match of {
        Of::Initiative(id) => at_work.and(
            " and (membership.id = ? or exists (select 1 from initiative_party party \
             where party.municipality_id = membership.municipality_id and party.initiative_id = ? \
             and party.organisation_id = membership.organisation_id and party.left_at is null \
             and (party.membership_id = membership.id or (membership.role in ('coordinator', 'leader') \
             and not exists (select 1 from initiative_party joined where joined.municipality_id = party.municipality_id \
             and joined.initiative_id = party.initiative_id and joined.organisation_id = party.organisation_id \
             and joined.left_at is null and joined.membership_id is not null)))))",
            [actor.membership.into(), id.into()],
        ),
        Of::Area(area) => at_work.and(
            " and (membership.id = ? or (membership.role in ('frontline', 'coordinator', 'leader', 'facilitator') \
             and (exists (select 1 from membership_area own where own.municipality_id = membership.municipality_id \
             and own.membership_id = membership.id and own.area_id = ?) or (not exists (select 1 from membership_area own \
             where own.municipality_id = membership.municipality_id and own.membership_id = membership.id) \
             and exists (select 1 from organisation_area theirs where theirs.municipality_id = membership.municipality_id \
             and theirs.organisation_id = membership.organisation_id and theirs.area_id = ?)))))",
            [actor.membership.into(), area.into(), area.into()],
        ),
    };
    let sql = asked.and(" order by membership.id limit ?", [ASKED_MAX.into()]);
    let mut asked: Vec<Asked> = tx.all(sql).await?;
    let mut known = HashSet::new();
    asked.retain(|a| known.insert(a.person_id));
    Ok(asked)
}

/// Invites each to each of the meetings, and tells them in one mail about the first.
pub(super) async fn send(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    meetings: &[Id],
    asked: &[Asked],
) -> Outcome<()> {
    let now = desk.now();
    let pairs: Vec<(Id, Id)> = meetings
        .iter()
        .flat_map(|&meeting| asked.iter().map(move |a| (meeting, a.membership_id)))
        .collect();
    for some in pairs.chunks(ROWS) {
        let rows = some.iter().map(|&(meeting, membership)| {
            [
                Value::from(municipality),
                desk.id().into(),
                meeting.into(),
                membership.into(),
                now.into(),
            ]
        });
        let insert = sql!(
            "insert into meeting_invitation (municipality_id, id, meeting_id, membership_id, invited_at) values "
        );
        tx.run(insert.rows(rows)).await?;
    }
    let Some(&first) = meetings.first() else {
        return Ok(());
    };
    let to: Vec<(Id, Id)> = asked.iter().map(|a| (a.person_id, first)).collect();
    mail::ask_about(tx, desk, municipality, mail::Kind::Meeting, &to).await
}

#[derive(FromRow)]
struct InRow {
    id: Id,
}

/// Invites more people, chosen among [`super::candidates`], to this meeting and those of its row
/// that are still to come.
///
/// # Errors
/// As for leading the meeting; a remark when nobody is chosen, or someone who is no candidate.
pub async fn invite(desk: &Desk, actor: &Actor, id: Id, memberships: &[Id]) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let meeting = led(&mut tx, actor, id).await?;
    if memberships.is_empty() {
        return Err(Refusal::remark("people", Why::Missing));
    }
    let candidates = of_meeting(&mut tx, desk, actor, &meeting).await?;
    let asked: Vec<Asked> = candidates
        .iter()
        .filter(|c| memberships.contains(&c.membership_id))
        .map(|c| Asked {
            membership_id: c.membership_id,
            person_id: c.person_id,
        })
        .collect();
    if asked.len() < memberships.len() {
        return Err(Refusal::remark("people", Why::Unknown));
    }
    let mut meetings = vec![id];
    meetings.extend(rest_of_row(&mut tx, actor.municipality, &meeting).await?);
    send(&mut tx, desk, actor.municipality, &meetings, &asked).await?;
    // Of a meeting to build relations nobody is logged with whom.
    let told = asked.iter().filter(|_| meeting.purpose().keeps_minutes());
    let related: Vec<Id> = told.map(|a| a.membership_id).collect();
    let verb = journal::Verb::MeetingInvited;
    journal::write(&mut tx, actor, verb, id, &related, desk.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// The planned meetings of the same row that come after this one.
pub(super) async fn rest_of_row(
    tx: &mut Tx,
    municipality: Id,
    meeting: &Meeting,
) -> Outcome<Vec<Id>> {
    let Some(series) = meeting.series_id else {
        return Ok(vec![]);
    };
    let rest = sql!(
        "select id from meeting where municipality_id = ? and series_id = ? and state = 'planned' \
         and id <> ? and starts_at > ? order by starts_at",
        municipality,
        series,
        meeting.id,
        meeting.starts_at()
    );
    let rest: Vec<InRow> = tx.all(rest).await?;
    Ok(rest.into_iter().map(|r| r.id).collect())
}
