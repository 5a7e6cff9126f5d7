//! The offers citizens meet, for search engines: which there are, and when each last changed.
use super::table::and_shown;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::kernel::{Id, Moment};

/// How many offers one part of the list holds.
const PART: usize = 2_000;

/// One offer of the list.
#[derive(Clone, Debug, FromRow)]
pub struct Address {
    pub id: Id,
    changed_at: KeptMoment,
}

impl Address {
    pub fn changed_at(&self) -> Moment {
        *self.changed_at
    }
}

/// After which offer each further part of the list begins.
///
/// # Errors
/// What the database answers.
pub async fn address_parts(desk: &Desk, m: Id) -> Outcome<Vec<Id>> {
    let all = crate::hsds::shown(desk, m).await?;
    Ok(all
        .chunks_exact(PART)
        .filter_map(|part| part.last().copied())
        .collect())
}

/// The part of the list that begins after an offer, or the first.
///
/// # Errors
/// What the database answers.
pub async fn addresses(desk: &Desk, m: Id, after: Option<Id>) -> Outcome<Vec<Address>> {
    let sql: Sql = sql!(
        "select offer.id, offer.changed_at from offer where offer.state = 'published' and offer.municipality_id = ?",
        m
    );
    let sql = and_shown(sql, desk.today())
        .when(" and offer.id > ?", after)
        .and(
            " order by offer.id limit ?",
            [i64::try_from(PART).unwrap_or(i64::MAX).into()],
        );
    Ok(desk.db.all(sql).await?)
}
