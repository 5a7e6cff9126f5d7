//! Offers as they stand on paper: enough to go there or to ring.
use super::find::fitting;
use super::list::{ListItem, Row, Wish, items, narrowed, select};
use super::read::Location;
use super::table::and_shown;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::offer::Cost;

/// An offer on paper.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub offer: ListItem,
    pub places: Vec<Location>,
    pub phones: Vec<String>,
    /// The role to ask for, as it was written.
    pub contact: Option<String>,
    /// What it costs, as it was written, and what of that is known in every language.
    pub price: Option<String>,
    pub cost: Option<Cost>,
}

/// As many offers as fit in a folder.
pub const SHEETS: usize = 60;

#[derive(FromRow)]
struct Words {
    offer_id: Id,
    body: String,
}

#[derive(FromRow)]
struct Price {
    offer_id: Id,
    price: Option<String>,
    cost: Option<String>,
}

#[derive(FromRow)]
struct Where {
    offer_id: Id,
    name: Option<String>,
    address: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
}

/// The offers citizens meet that `wish` narrows down to, and those among them that are `chosen`
/// where any are; by name, up to [`SHEETS`].
///
/// # Errors
/// What the database answers.
pub async fn sheets(desk: &Desk, m: Id, wish: &Wish, chosen: &[Id]) -> Outcome<Vec<Sheet>> {
    let sql = select(m, wish.language).text(" and offer.state = 'published'");
    let found = fitting(desk, m, wish, SHEETS).await?;
    let sql = narrowed(and_shown(sql, desk.today()), wish, found.as_deref());
    let sql = match chosen {
        [] => sql,
        chosen => sql
            .text(" and offer.id in ")
            .list(chosen.iter().copied().take(SHEETS)),
    };
    let limit = i64::try_from(SHEETS).unwrap_or(i64::MAX);
    let rows: Vec<Row> = desk
        .db
        .all(sql.and(" order by offer.sort_key, offer.id limit ?", [limit.into()]))
        .await?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    let of = |text: &'static str| sql!(text, m).list(ids.iter().copied());
    let places: Vec<Where> = desk
        .db
        .all(
            of("select link.offer_id, location.name, location.address, location.postcode, location.city \
                from offer_location link join location on location.municipality_id = link.municipality_id \
                and location.id = link.location_id where link.municipality_id = ? and link.offer_id in ")
            .text(" order by link.offer_id, link.location_id"),
        )
        .await?;
    let phones = words(
        desk,
        of("select offer_id, number as body from phone where municipality_id = ? and offer_id in ")
            .text(" order by offer_id, id"),
    )
    .await?;
    let contacts = words(
        desk,
        of("select offer_id, title as body from contact where until_day is null and municipality_id = ? and offer_id in ")
            .text(" order by offer_id, id"),
    )
    .await?;
    let prices =
        of("select id as offer_id, price, cost from offer where municipality_id = ? and id in ");
    let prices: Vec<Price> = desk.db.all(prices).await?;
    let first = |words: &[Words], id: Id| {
        let found = words.iter().find(|words| words.offer_id == id);
        found.map(|words| words.body.clone())
    };
    let offers = items(desk, m, rows, wish.language).await?;
    Ok(offers
        .into_iter()
        .map(|offer| {
            let id = offer.id();
            let own = places.iter().filter(|place| place.offer_id == id);
            let numbers = phones.iter().filter(|phone| phone.offer_id == id);
            let price = prices.iter().find(|price| price.offer_id == id);
            Sheet {
                places: own.map(Where::location).collect(),
                phones: numbers.map(|phone| phone.body.clone()).collect(),
                contact: first(&contacts, id),
                price: price.and_then(|price| price.price.clone()),
                cost: price.and_then(|price| Cost::from_code(price.cost.as_deref()?)),
                offer,
            }
        })
        .collect())
}

impl Where {
    fn location(&self) -> Location {
        Location {
            name: self.name.clone(),
            address: self.address.clone(),
            postcode: self.postcode.clone(),
            city: self.city.clone(),
            transport: None,
        }
    }
}

async fn words(desk: &Desk, sql: Sql) -> Outcome<Vec<Words>> {
    Ok(desk.db.all(sql).await?)
}
