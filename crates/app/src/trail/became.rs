//! What the needs a story was gathered under became: a step of its trail, so that it does not end where its need does.
use super::follow::{Need, by};
use super::{At, Link, Step};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::need::Succession;

#[derive(FromRow)]
pub(super) struct Row {
    from_id: Id,
    to_id: Id,
    kind: String,
    created_at: KeptMoment,
    role: String,
    organisation: String,
}

/// Among the needs a reader sees, which became which.
pub(super) async fn successions(
    desk: &Desk,
    municipality: Id,
    visible: &[Id],
) -> Outcome<Vec<Row>> {
    if visible.len() < 2 {
        return Ok(vec![]);
    }
    let sql = sql!(
        "select succession.from_id, succession.to_id, succession.kind, succession.created_at, membership.role, \
         organisation.name as organisation from need_succession succession \
         join membership on membership.municipality_id = succession.municipality_id \
         and membership.id = succession.created_by \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where succession.municipality_id = ? and succession.from_id in ",
        municipality
    )
    .list(visible.iter().copied())
    .text(" and succession.to_id in ")
    .list(visible.iter().copied());
    Ok(desk.db.all(sql).await?)
}

/// Whether a story came under `need` because another need became it.
pub(super) fn came_by(successions: &[Row], need: &Need) -> bool {
    let same = |row: &Row| row.to_id == need.id && *row.created_at == *need.linked_at;
    successions.iter().any(same)
}

/// The steps.
pub(super) fn became(successions: &[Row], needs: &[Need]) -> Vec<At> {
    let link = |id: Id| -> Option<Link> { Some(needs.iter().find(|n| n.id == id)?.link()) };
    let step = |row: &Row| {
        Some(At {
            at: *row.created_at,
            to_come: false,
            by: by(Some(&row.role), &row.organisation),
            step: Step::Became {
                before: link(row.from_id)?,
                need: link(row.to_id)?,
                kind: Succession::from_code(&row.kind)?,
            },
        })
    };
    successions.iter().filter_map(step).collect()
}
