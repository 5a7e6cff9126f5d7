//! Offers at their places (HSDS `service_at_location`).
use super::find::wanted;
use super::served::and_served;
use super::{Audience, Found, PageWish, Shape, Vocabulary, Wish, services};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;
use samskab_hsds::Object;
use serde_json::Value;
use std::collections::HashMap;

/// One of them, by the ids it is told of by.
#[derive(Clone, FromRow)]
pub(super) struct Row {
    offer_id: Id,
    location_id: Id,
    place_id: Id,
}

const SELECT: &str = "select at.offer_id, at.location_id, coalesce(at.id, at.location_id) as place_id \
     from offer_location at join offer on offer.municipality_id = at.municipality_id and offer.id = at.offer_id \
     where at.municipality_id = ?";

/// Where one stands among all of them: its offer and its location.
pub type PlaceKey = (Id, Id);

/// So many after another in the order of their offers, to go through them all; and where the last of them stands.
///
/// # Errors
/// What the database answers.
pub async fn places_after(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    wish: &Wish,
    (after, many): (Option<PlaceKey>, i64),
    shape: Shape,
) -> Outcome<(Vec<Object>, Option<PlaceKey>)> {
    let Some(wanted) = wanted(desk, m, vocabulary, wish).await? else {
        return Ok((vec![], None));
    };
    let rows = and_served(sql!(SELECT, m), desk.today(), wish.modified_after);
    let rows = wanted.after(rows);
    let rows = match after {
        Some((offer, location)) => rows.and(
            " and (at.offer_id, at.location_id) > (?, ?)",
            [offer.into(), location.into()],
        ),
        None => rows,
    };
    let rows = rows.and(
        " order by at.offer_id, at.location_id limit ?",
        [many.into()],
    );
    let rows: Vec<Row> = desk.db.all(rows).await?;
    let last = rows.last().map(|row| (row.offer_id, row.location_id));
    Ok((told(desk, m, vocabulary, &rows, shape).await?, last))
}

/// One page of them; short, or with all of the service.
///
/// # Errors
/// What the database answers.
pub async fn places(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    wish: &Wish,
    page: PageWish,
    shape: Shape,
) -> Outcome<Found<Object>> {
    let all = all(desk, m, vocabulary, wish);
    let found = if wish.search.trim().is_empty() {
        page.of(&desk.lists.places.get(desk, m, wish, all).await?)
    } else {
        // Not kept: the index may be on its way to what the journal tells.
        page.of(&all.await?)
    };
    Ok(Found {
        total: found.total,
        pages: found.pages,
        items: told(desk, m, vocabulary, &found.items, shape).await?,
    })
}

async fn all(desk: &Desk, m: Id, vocabulary: &Vocabulary, wish: &Wish) -> Outcome<Vec<Row>> {
    let Some(wanted) = wanted(desk, m, vocabulary, wish).await? else {
        return Ok(vec![]);
    };
    let rows = and_served(sql!(SELECT, m), desk.today(), wish.modified_after);
    let rows = wanted.after(rows);
    let rows = rows.text(" order by at.offer_id, at.location_id");
    Ok(desk.db.all(rows).await?)
}

/// One of them, whole.
///
/// # Errors
/// [`Refusal::Missing`] when there is none.
pub async fn place(desk: &Desk, m: Id, id: Id) -> Outcome<Object> {
    let vocabulary = super::vocabulary(desk, m).await?;
    let row = sql!(SELECT, m).and(
        " and (at.id = ? or at.id is null and at.location_id = ?)",
        [id.into(), id.into()],
    );
    let row = and_served(row, desk.today(), None);
    let rows: Vec<Row> = desk.db.all(row).await?;
    let found = told(desk, m, &vocabulary, &rows, Shape::Full).await?;
    found.into_iter().next().ok_or(Refusal::Missing)
}

#[derive(FromRow)]
struct Since {
    place_id: Id,
}

/// The place that took the place of this one, whose offer was merged into another: the same address
/// where that one has it. Ids are never used again.
///
/// # Errors
/// What the database answers.
pub async fn place_since(desk: &Desk, m: Id, id: Id) -> Outcome<Option<Id>> {
    let since = sql!(
        "select coalesce(now.id, now.location_id) as place_id from offer_location was \
         join offer gone on gone.municipality_id = was.municipality_id and gone.id = was.offer_id \
         join offer_location now on now.municipality_id = gone.municipality_id and now.offer_id = gone.merged_into \
         join location before on before.municipality_id = was.municipality_id and before.id = was.location_id \
         join location after on after.municipality_id = now.municipality_id and after.id = now.location_id \
         where was.municipality_id = ? and (was.id = ? or was.id is null and was.location_id = ?) \
         order by case when after.id = before.id then 0 \
         when coalesce(after.address, after.name, '') = coalesce(before.address, before.name, '') then 1 else 2 end, \
         now.location_id limit 1",
        m,
        id,
        id
    );
    let since: Option<Since> = desk.db.first(since).await?;
    Ok(since
        .map(|since| since.place_id)
        .filter(|place| *place != id))
}

async fn told(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    rows: &[Row],
    shape: Shape,
) -> Outcome<Vec<Object>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.offer_id).collect();
    let whole = services(desk, m, vocabulary, &ids, (Shape::Full, Audience::Everyone)).await?;
    let by_id: HashMap<&str, &Object> = whole
        .iter()
        .filter_map(|service| Some((service.get("id")?.as_str()?, service)))
        .collect();
    let tell = |row: &Row| {
        let service = *by_id.get(row.offer_id.to_string().as_str())?;
        let places = service.get("service_at_locations")?.as_array()?;
        let id = row.place_id.to_string();
        let place = places
            .iter()
            .find(|p| p.get("id").and_then(Value::as_str) == Some(&id));
        Some(turned(place?.as_object()?, service, shape))
    };
    Ok(rows.iter().filter_map(tell).collect())
}

/// The place with the service in it, where the service had the place in it.
fn turned(place: &Object, service: &Object, shape: Shape) -> Object {
    let mut place = place.clone();
    let mut service = service.clone();
    service.remove("service_at_locations");
    if shape == Shape::Short {
        let plain =
            |object: &mut Object| object.retain(|_, value| !value.is_array() && !value.is_object());
        plain(&mut service);
        place.retain(|_, value| !value.is_array());
        if let Some(location) = place.get_mut("location").and_then(Value::as_object_mut) {
            plain(location);
        }
    }
    place.insert("service".to_owned(), Value::Object(service));
    place
}
