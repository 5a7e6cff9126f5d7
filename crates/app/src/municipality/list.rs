//! The municipalities this server holds.
use super::find::{COLUMNS, Municipality};
use crate::desk::{Desk, Outcome};
use samskab_database::sql;

/// How many a server shows on its front page.
const MANY: i64 = 200;

/// # Errors
/// What the database answers.
pub async fn list(desk: &Desk) -> Outcome<Vec<Municipality>> {
    let sql = sql!(COLUMNS).and(" order by name limit ?", [MANY.into()]);
    Ok(desk.db.all(sql).await?)
}
