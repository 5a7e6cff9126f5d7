//! Where offers are, by postcode.
use super::table::and_shown;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;

/// A postcode district with offers in it.
#[derive(Clone, Debug, FromRow)]
pub struct Place {
    pub postcode: String,
    pub city: Option<String>,
    /// How many offers.
    pub offers: i64,
}

/// How many places a page shows.
const MANY: i64 = 200;

/// The places of the offers citizens meet, by postcode.
///
/// # Errors
/// What the database answers.
pub async fn places(desk: &Desk, m: Id) -> Outcome<Vec<Place>> {
    let sql = sql!(
        "select location.postcode, min(location.city) as city, count(distinct offer.id) as offers from location \
         join offer_location link on link.municipality_id = location.municipality_id and link.location_id = location.id \
         join offer on offer.municipality_id = link.municipality_id and offer.id = link.offer_id \
         where location.municipality_id = ? and location.postcode is not null and offer.state = 'published'",
        m
    );
    let sql = and_shown(sql, desk.today()).and(
        " group by location.postcode order by location.postcode limit ?",
        [MANY.into()],
    );
    Ok(desk.db.all(sql).await?)
}
