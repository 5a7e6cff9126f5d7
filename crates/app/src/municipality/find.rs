//! A municipality by the slug in its addresses.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;

/// What every page knows about the site it belongs to.
#[derive(Clone, Debug, FromRow)]
pub struct Municipality {
    pub id: Id,
    pub slug: String,
    pub name: String,
    pub language: String,
    pub primary_colour: String,
    pub answer_days: i64,
    pub fictive: bool,
}

pub(super) const COLUMNS: &str =
    "select id, slug, name, language, primary_colour, answer_days, fictive from municipality";

/// # Errors
/// [`Refusal::Missing`] when there is none.
pub async fn find(desk: &Desk, slug: &str) -> Outcome<Municipality> {
    let sql = sql!(COLUMNS).and(" where slug = ?", [slug.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}
