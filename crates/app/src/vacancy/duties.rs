//! What hangs on a person beside offers and initiatives: tasks, answers, meetings, needs she began.
use super::hanging::Thing;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Sight};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::vacancy::Kind;

/// As many of a kind as a page names; all are given on.
const MANY: i64 = 500;

/// Answers a member owes: those she was writing, was asked to look at, or nobody else there can give.
const OWED: &str = "(exists (select 1 from answer_draft draft where draft.municipality_id = answer.municipality_id \
     and draft.answer_id = answer.id and draft.saved_by = membership.id) or exists (select 1 from answer_look look \
     where look.municipality_id = answer.municipality_id and look.answer_id = answer.id and look.look is null \
     and look.asked_of = membership.id) or (answer.organisation_id = membership.organisation_id \
     and membership.role in ('coordinator', 'leader') and not exists (select 1 from membership other \
     where other.municipality_id = membership.municipality_id and other.organisation_id = membership.organisation_id \
     and other.id <> membership.id and other.until_day is null and other.role in ('coordinator', 'leader'))))";

fn owed(columns: &'static str, m: Id, membership: Id) -> Sql {
    sql!(columns)
        .text(
            " from answer join membership on membership.municipality_id = answer.municipality_id \
             join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
             where answer.kind is null and answer.withdrawn_at is null and ",
        )
        .text(OWED)
        .and(
            " and answer.municipality_id = ? and membership.id = ?",
            [m.into(), membership.into()],
        )
}

/// Adds that one of a membership's duties is open. Ends where a further condition may follow.
pub(super) fn or_duties(sql: Sql, now: Moment) -> Sql {
    sql.text(
        " or exists (select 1 from task where task.municipality_id = membership.municipality_id \
         and task.membership_id = membership.id and task.state in ('invited', 'taken')) \
         or exists (select 1 from need where need.municipality_id = membership.municipality_id \
         and need.created_by = membership.id and need.state = 'draft') or exists (select 1 from answer \
         where answer.municipality_id = membership.municipality_id and answer.kind is null \
         and answer.withdrawn_at is null and ",
    )
    .text(OWED)
    .and(
        ") or exists (select 1 from meeting where meeting.municipality_id = membership.municipality_id \
         and meeting.called_by = membership.id and meeting.state = 'planned' and meeting.ends_at > ?)",
        [now.into()],
    )
}

/// Needs she began, as far as the reader is in their circle (F19).
fn needs(sql: Sql, actor: &Actor) -> Option<Sql> {
    match actor.sight_of_drafted_needs() {
        Sight::Own => None,
        Sight::Organisation => {
            Some(sql.and(" and need.organisation_id = ?", [actor.organisation.into()]))
        }
        Sight::Areas if actor.areas.is_empty() => Some(sql),
        Sight::Areas => Some(
            sql.text(" and need.area_id in ")
                .list(actor.areas.iter().copied()),
        ),
    }
}

/// Each kind's things, as `reader` may see them.
///
/// # Errors
/// What the database answers.
pub(super) async fn hanging(
    desk: &Desk,
    reader: &Actor,
    membership: Id,
) -> Outcome<Vec<(Kind, Vec<Thing>)>> {
    let m = reader.municipality;
    let tasks = sql!(
        "select task.initiative_id as id, task.what as name from task where task.municipality_id = ? \
         and task.membership_id = ? and task.state in ('invited', 'taken') order by task.id limit ?",
        m,
        membership,
        MANY
    );
    let answers = owed("select answer.id, need.title as name", m, membership)
        .and(" order by answer.due_day, answer.id limit ?", [MANY.into()]);
    let meetings = sql!(
        "select id, title as name from meeting where municipality_id = ? and called_by = ? and state = 'planned' \
         and ends_at > ? order by starts_at, id limit ?",
        m,
        membership,
        desk.now(),
        MANY
    );
    let begun = sql!(
        "select need.id, need.title as name from need where need.municipality_id = ? and need.created_by = ? \
         and need.state = 'draft'",
        m,
        membership
    );
    let begun = needs(begun, reader).map(|sql| sql.and(" order by need.id limit ?", [MANY.into()]));
    all(desk, [Some(tasks), Some(answers), Some(meetings), begun]).await
}

/// The same of what a vacancy gave on.
///
/// # Errors
/// What the database answers.
pub(super) async fn given(
    desk: &Desk,
    reader: &Actor,
    vacancy: Id,
) -> Outcome<Vec<(Kind, Vec<Thing>)>> {
    let m = reader.municipality;
    let of = |select: &'static str| {
        sql!(select).and(
            " where duty.municipality_id = ? and duty.vacancy_id = ?",
            [m.into(), vacancy.into()],
        )
    };
    let end = |sql: Sql| sql.and(" order by duty.subject_id limit ?", [MANY.into()]);
    let tasks = of(
        "select task.initiative_id as id, task.what as name from vacancy_duty duty \
         join task on task.municipality_id = duty.municipality_id and task.id = duty.subject_id and duty.kind = 'task'",
    );
    let answers = of(
        "select answer.id, need.title as name from vacancy_duty duty \
         join answer on answer.municipality_id = duty.municipality_id and answer.id = duty.subject_id and duty.kind = 'answer' \
         join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id",
    );
    let meetings = of(
        "select meeting.id, meeting.title as name from vacancy_duty duty \
         join meeting on meeting.municipality_id = duty.municipality_id and meeting.id = duty.subject_id \
         and duty.kind = 'meeting'",
    );
    let begun = of("select need.id, need.title as name from vacancy_duty duty \
         join need on need.municipality_id = duty.municipality_id and need.id = duty.subject_id and duty.kind = 'need'");
    let begun = needs(begun, reader).map(end);
    let parts = [
        Some(end(tasks)),
        Some(end(answers)),
        Some(end(meetings)),
        begun,
    ];
    all(desk, parts).await
}

async fn all(desk: &Desk, parts: [Option<Sql>; 4]) -> Outcome<Vec<(Kind, Vec<Thing>)>> {
    let kinds = [Kind::Task, Kind::Answer, Kind::Meeting, Kind::Need];
    let mut found = Vec::new();
    for (kind, sql) in kinds.into_iter().zip(parts) {
        if let Some(sql) = sql {
            let things: Vec<Thing> = desk.db.all(sql).await?;
            found.push((kind, things));
        }
    }
    Ok(found)
}

#[derive(FromRow)]
struct Moved {
    subject_id: Id,
}

/// Rows of a statement: engines take some ten thousand values.
const STATEMENT: usize = 1_000;

/// Gives them all on. A task is never assigned: whoever takes over is asked. A need that was begun
/// keeps its writer; whoever else is in its circle goes on.
///
/// # Errors
/// What the database answers.
pub(super) async fn move_on(
    tx: &mut Tx,
    desk: &Desk,
    (m, vacancy): (Id, Id),
    (from, to): (Id, Id),
) -> Outcome<Vec<Id>> {
    let mut moved: Vec<(Kind, Id)> = Vec::new();
    let owed: Vec<Moved> = tx
        .all(owed("select answer.id as subject_id", m, from))
        .await?;
    moved.extend(owed.into_iter().map(|o| (Kind::Answer, o.subject_id)));
    let begun = sql!(
        "select id as subject_id from need where municipality_id = ? and created_by = ? and state = 'draft'",
        m,
        from
    );
    let begun: Vec<Moved> = tx.all(begun).await?;
    moved.extend(begun.into_iter().map(|b| (Kind::Need, b.subject_id)));
    for (kind, sql) in [
        (
            Kind::Task,
            sql!(
                "update task set membership_id = ?, state = 'invited', taken_at = null, duty = null, duty_at = null where municipality_id = ? \
                 and membership_id = ? and state in ('invited', 'taken') returning id as subject_id",
                to,
                m,
                from
            ),
        ),
        (
            Kind::Meeting,
            sql!(
                "update meeting set called_by = ? where municipality_id = ? and called_by = ? and state = 'planned' \
                 and ends_at > ? returning id as subject_id",
                to,
                m,
                from,
                desk.now()
            ),
        ),
    ] {
        let subjects: Vec<Moved> = tx.all(sql).await?;
        moved.extend(subjects.into_iter().map(|s| (kind, s.subject_id)));
    }
    for sql in [
        sql!(
            "update answer_draft set saved_by = ? where municipality_id = ? and saved_by = ?",
            to,
            m,
            from
        ),
        sql!(
            "update answer_look set asked_of = ? where municipality_id = ? and asked_of = ? and look is null \
             and asked_by <> ? and not exists (select 1 from answer_look other \
             where other.municipality_id = answer_look.municipality_id and other.answer_id = answer_look.answer_id \
             and other.asked_of = ? and other.look is null)",
            to,
            m,
            from,
            to,
            to
        ),
    ] {
        tx.run(sql).await?;
    }
    let rows: Vec<[Value; 4]> = moved
        .iter()
        .map(|&(kind, subject)| [m.into(), vacancy.into(), kind.code().into(), subject.into()])
        .collect();
    for rows in rows.chunks(STATEMENT) {
        let insert = sql!(
            "insert into vacancy_duty (municipality_id, vacancy_id, kind, subject_id) values "
        );
        tx.run(insert.rows(rows.iter().cloned())).await?;
    }
    Ok(moved.into_iter().map(|(_, subject)| subject).collect())
}
