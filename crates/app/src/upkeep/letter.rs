//! What the mail that asks names.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;

#[derive(FromRow)]
struct Named {
    name: String,
    total: i64,
}

/// Names a mail holds at the most; the page it opens has them all.
const NAMES: i64 = 10;

/// The first names of the offers a batch asks about, and how many there are.
///
/// # Errors
/// What the database answers.
pub(crate) async fn names(desk: &Desk, m: Id, batch: Id) -> Outcome<(Vec<String>, i64)> {
    let sql = sql!(
        "select offer.name, count(*) over () as total from reminder \
         join offer on offer.municipality_id = reminder.municipality_id and offer.id = reminder.offer_id \
         where reminder.municipality_id = ? and reminder.batch_id = ? order by offer.sort_key, offer.id limit ?",
        m,
        batch,
        NAMES
    );
    let named: Vec<Named> = desk.db.all(sql).await?;
    let total = named.first().map_or(0, |n| n.total);
    Ok((named.into_iter().map(|n| n.name).collect(), total))
}
