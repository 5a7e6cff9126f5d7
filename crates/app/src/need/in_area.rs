//! The raised needs of an area, with what is said about them: what a seminar begins with (F26).
use super::Listed;
use super::note::Note;
use super::support;
use super::table::{Need, select};
use crate::desk::{Desk, Outcome};
use samskab_database::FromRow;
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::need::{NoteKind, Support};

/// The newest needs of an area that are raised and have no other in their place, `most` at the most.
///
/// # Errors
/// What the database answers.
pub(crate) async fn in_area(
    desk: &Desk,
    actor: &Actor,
    area: Id,
    most: i64,
) -> Outcome<Vec<Listed>> {
    let sql = select(actor).and(
        " and need.succeeded_at is null and need.state <> 'draft' and need.area_id = ? order by need.id desc limit ?",
        [area.into(), most.into()],
    );
    let needs: Vec<Need> = desk.db.all(sql).await?;
    let ids: Vec<Id> = needs.iter().map(|n| n.id).collect();
    let counts = support::counts(desk, actor.municipality, &ids).await?;
    let counts: std::collections::HashMap<Id, &support::Counts> =
        counts.iter().map(|c| (c.need_id, c)).collect();
    let listed = needs.into_iter().map(|need| {
        let support = counts.get(&need.id);
        let support = support.map_or(Support::default(), |c| c.support());
        Listed {
            evidence: support.evidence(),
            need,
        }
    });
    Ok(listed.collect())
}

#[derive(FromRow)]
struct Row {
    need_id: Id,
    #[sqlx(flatten)]
    note: Note,
}

/// How each of `needs` is understood, the oldest first.
///
/// # Errors
/// What the database answers.
pub(crate) async fn understood(
    desk: &Desk,
    municipality: Id,
    needs: &[Id],
) -> Outcome<Vec<(Id, Note)>> {
    let sql = super::note::select(municipality)
        .and(
            " and need_note.kind = ?",
            [NoteKind::Interpretation.code().into()],
        )
        .text(" and need_note.need_id in ")
        .list(needs.iter().copied())
        .text(" order by need_note.id");
    let rows: Vec<Row> = desk.db.all(sql).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.need_id, row.note))
        .collect())
}

/// What was written beside needs at `meeting`, the oldest first, as far as `actor` sees the needs.
///
/// # Errors
/// What the database answers.
pub(crate) async fn written_at(
    desk: &Desk,
    actor: &Actor,
    meeting: Id,
) -> Outcome<Vec<(Need, Note)>> {
    let sql = super::note::select(actor.municipality).and(
        " and need_note.meeting_id = ? order by need_note.id",
        [meeting.into()],
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let ids: Vec<Id> = rows.iter().map(|row| row.need_id).collect();
    let needs = super::among(desk, actor, &ids).await?;
    let with_need = rows.into_iter().filter_map(|row| {
        let need = needs.iter().find(|n| n.id == row.need_id)?;
        Some((need.clone(), row.note))
    });
    Ok(with_need.collect())
}
