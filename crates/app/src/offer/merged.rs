//! Where an offer went.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;

#[derive(FromRow)]
struct Merged {
    merged_into: Option<Id>,
}

/// The offer that took the place of this one. Ids are never used again: an old address leads on.
///
/// # Errors
/// What the database answers.
pub async fn merged_into(desk: &Desk, m: Id, id: Id) -> Outcome<Option<Id>> {
    let sql = sql!(
        "select merged_into from offer where municipality_id = ? and id = ?",
        m,
        id
    );
    let merged: Option<Merged> = desk.db.first(sql).await?;
    Ok(merged.and_then(|merged| merged.merged_into))
}
