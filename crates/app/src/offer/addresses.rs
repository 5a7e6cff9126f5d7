//! The offers citizens meet, for search engines: which there are, and when each last changed.
use super::table::and_shown;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::kernel::{Id, Moment};

/// How many offers one part of the list holds.
const PART: i64 = 2_000;

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

#[derive(FromRow)]
struct Last {
    id: Id,
}

/// After which offer each further part of the list begins.
///
/// # Errors
/// What the database answers.
pub async fn address_parts(desk: &Desk, m: Id) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select id from (select offer.id, row_number() over (order by offer.id) as place from offer \
         where offer.state = 'published' and offer.municipality_id = ?",
        m
    );
    let sql = and_shown(sql, desk.today())
        .and(") numbered where place % ? = 0 order by id", [PART.into()]);
    let lasts: Vec<Last> = desk.db.all(sql).await?;
    Ok(lasts.into_iter().map(|last| last.id).collect())
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
        .and(" order by offer.id limit ?", [PART.into()]);
    Ok(desk.db.all(sql).await?)
}
