//! The rows that offers and what hangs on them are made of.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, Row, Sql, sql};
use samskab_domain::kernel::Id;

#[derive(Clone, FromRow)]
pub(super) struct OfferRow {
    pub id: Id,
    pub area_id: Id,
    pub topic_group: String,
    pub name: String,
    pub summary: String,
    pub description: Option<String>,
    pub for_whom: Option<String>,
    pub language: String,
    pub price: Option<String>,
    pub access: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    pub state: String,
    pub cadence: i64,
    pub checked_day: Option<String>,
    pub known_day: Option<String>,
    pub minimum_age: Option<i64>,
    pub maximum_age: Option<i64>,
    pub cost: Option<String>,
    pub version: i64,
    pub changed_at: KeptMoment,
    pub source: Option<serde_json::Value>,
}

#[derive(FromRow)]
pub(super) struct BearerRow {
    pub offer_id: Id,
    #[sqlx(flatten)]
    pub organisation: OrganisationRow,
}

#[derive(Clone, FromRow)]
pub(super) struct OrganisationRow {
    pub organisation_id: Id,
    pub name: String,
    pub about: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub cvr: Option<String>,
    pub source: Option<serde_json::Value>,
}

#[derive(FromRow)]
pub(super) struct PlaceRow {
    pub offer_id: Id,
    pub place_id: Id,
    pub location_id: Id,
    pub name: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub country: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub transport: Option<String>,
}

#[derive(FromRow)]
pub(super) struct PhoneRow {
    pub offer_id: Id,
    pub id: Id,
    pub number: String,
    pub about: Option<String>,
}

#[derive(FromRow)]
pub(super) struct ContactRow {
    pub offer_id: Id,
    pub id: Id,
    pub title: String,
    pub from_day: String,
}

#[derive(FromRow)]
pub(super) struct TextRow {
    pub offer_id: Id,
    pub body: String,
}

#[derive(FromRow)]
pub(super) struct TopicRow {
    pub offer_id: Id,
    pub topic_id: Id,
}

#[derive(FromRow)]
pub(super) struct AmountRow {
    pub offer_id: Id,
    pub id: Id,
    pub amount: f64,
    pub currency: String,
}

#[derive(FromRow)]
pub(super) struct CapacityRow {
    pub offer_id: Id,
    pub id: Id,
    pub available: i64,
    pub maximum: Option<i64>,
    pub updated_at: KeptMoment,
}

#[derive(FromRow)]
pub(super) struct TranslationRow {
    pub offer_id: Id,
    pub field: String,
    pub language: String,
    pub body: String,
    pub source_version: i64,
}

#[derive(FromRow)]
pub(super) struct VerificationRow {
    pub offer_id: Id,
    pub how: Option<String>,
}

/// The columns of [`OfferRow`].
const OFFER: &str = "select id, area_id, topic_group, name, summary, description, for_whom, language, price, access, \
     email, url, state, cadence, checked_day, known_day, minimum_age, maximum_age, cost, version, changed_at, source from offer ";

/// Offers in the order of their ids.
pub(super) async fn offers(desk: &Desk, m: Id, ids: &[Id]) -> Outcome<Vec<OfferRow>> {
    of(
        desk,
        sql!(OFFER).and("where municipality_id = ? and id in ", [m.into()]),
        ids,
        " order by id",
    )
    .await
}

/// Rows of a query that ends where the offers are to be named.
pub(super) async fn of<T: Row>(
    desk: &Desk,
    sql: Sql,
    ids: &[Id],
    end: &'static str,
) -> Outcome<Vec<T>> {
    Ok(desk.db.all(sql.list(ids.iter().copied()).text(end)).await?)
}

/// Who bears these offers.
pub(super) async fn bearers(desk: &Desk, m: Id, ids: &[Id]) -> Outcome<Vec<BearerRow>> {
    let sql = sql!(
        "select bearer.offer_id, organisation.id as organisation_id, organisation.name, organisation.about, \
         organisation.email, organisation.phone, organisation.cvr, organisation.source from offer_bearer bearer \
         join organisation on organisation.municipality_id = bearer.municipality_id \
         and organisation.id = bearer.organisation_id where bearer.municipality_id = ? and bearer.offer_id in ",
        m
    );
    of(
        desk,
        sql,
        ids,
        " order by organisation.sort_key, organisation.id",
    )
    .await
}

/// Where these offers are.
pub(super) async fn places(desk: &Desk, m: Id, ids: &[Id]) -> Outcome<Vec<PlaceRow>> {
    let sql = sql!(
        "select link.offer_id, coalesce(link.id, location.id) as place_id, location.id as location_id, location.name, \
         location.address, location.postcode, location.city, location.country, location.latitude, location.longitude, \
         location.transport from offer_location link join location on location.municipality_id = link.municipality_id \
         and location.id = link.location_id where link.municipality_id = ? and link.offer_id in ",
        m
    );
    of(desk, sql, ids, " order by link.offer_id, link.location_id").await
}

/// Rows of these offers from a table that names them.
pub(super) async fn from<T: Row>(
    desk: &Desk,
    m: Id,
    select: &'static str,
    ids: &[Id],
    end: &'static str,
) -> Outcome<Vec<T>> {
    let sql = sql!(select).and(" where municipality_id = ? and offer_id in ", [m.into()]);
    of(desk, sql, ids, end).await
}
