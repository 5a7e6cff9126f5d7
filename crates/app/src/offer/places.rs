//! Where offers are, by postcode.
use super::find::Counts;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;

/// A postcode district with offers in it.
#[derive(Clone, Debug)]
pub struct Place {
    pub postcode: String,
    pub city: Option<String>,
    /// How many offers.
    pub offers: u32,
}

/// How many places a page shows.
const MANY: usize = 200;

/// How many postcodes are looked through: Denmark has about 1,100.
const KNOWN: i64 = 2_000;

#[derive(FromRow)]
struct District {
    postcode: String,
    city: Option<String>,
}

/// The places that have any of the offers counted, by postcode.
///
/// # Errors
/// What the database answers.
pub async fn places(desk: &Desk, m: Id, counts: &Counts) -> Outcome<Vec<Place>> {
    let places = districts(desk, m).await?.into_iter();
    let places = places.map(|district| Place {
        offers: counts.of_place(&district.postcode),
        postcode: district.postcode,
        city: district.city,
    });
    Ok(places.filter(|place| place.offers > 0).take(MANY).collect())
}

/// Every postcode there is, each found from the one before: an index leaps from one to the next, however many
/// places each has.
async fn districts(desk: &Desk, m: Id) -> Outcome<Vec<District>> {
    let sql = sql!(
        "with recursive district (postcode) as ( \
         select min(postcode) from location where municipality_id = ? union all \
         select (select min(next.postcode) from location next where next.municipality_id = ? and next.postcode > district.postcode) \
         from district where district.postcode is not null) \
         select postcode, (select min(city) from location there where there.municipality_id = ? \
         and there.postcode = district.postcode) as city \
         from district where postcode is not null order by postcode limit ?",
        m,
        m,
        m,
        KNOWN
    );
    Ok(desk.db.all(sql).await?)
}
