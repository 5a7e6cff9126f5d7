//! Which offers are asked for.
use super::served::and_served;
use super::{Found, PageWish, Vocabulary};
use crate::desk::{Desk, Outcome};
use crate::offer::{self, patterns};
use samskab_database::{FromRow, Sql, Value, sql};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::schedule::Time;
use std::collections::HashMap;
use std::sync::Arc;

/// What of the list is wished: the standard's filters and those of its profile for the United
/// Kingdom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    pub search: String,
    pub taxonomy_term: Option<Id>,
    pub taxonomy: Option<Id>,
    pub organization: Option<Id>,
    /// Those that changed at that moment or later.
    pub modified_after: Option<Moment>,
    /// Those that take someone of this age or older.
    pub minimum_age: Option<i64>,
    /// Those that take someone of this age or younger.
    pub maximum_age: Option<i64>,
    /// Two letters of a weekday.
    pub day: Option<&'static str>,
    pub start_time: Option<Time>,
    pub end_time: Option<Time>,
    pub near: Option<Near>,
}

/// A postcode, and how far from the middle of it, in metres.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    pub postcode: String,
    pub within: Option<f64>,
}

#[derive(FromRow)]
struct Row {
    id: Id,
}

#[derive(FromRow)]
struct Middle {
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// So many offers after another in the order of their ids, to go through them all.
///
/// # Errors
/// What the database answers.
pub async fn find_after(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    wish: &Wish,
    (after, many): (Option<Id>, i64),
) -> Outcome<Vec<Id>> {
    let Some(wanted) = wanted(desk, m, vocabulary, wish).await? else {
        return Ok(vec![]);
    };
    let ids = sql!(
        "select offer.id from offer where offer.municipality_id = ?",
        m
    );
    let ids = and_served(ids, desk.today(), wish.modified_after);
    let ids = wanted.after(ids).when(" and offer.id > ?", after);
    let rows: Vec<Row> = desk
        .db
        .all(ids.and(" order by offer.id limit ?", [many.into()]))
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The offers of one page, and how many there are in all: by words the best first, else the oldest.
///
/// # Errors
/// What the database or the index answers.
pub async fn find(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    wish: &Wish,
    page: PageWish,
) -> Outcome<Found<Id>> {
    if wish.search.trim().is_empty() {
        let all = all(desk, m, vocabulary, wish);
        return Ok(page.of(&desk.lists.offers.get(desk, m, wish, all).await?));
    }
    // Not kept: the index may be on its way to what the journal tells.
    let Some(wanted) = wanted(desk, m, vocabulary, wish).await? else {
        return Ok(Found::default());
    };
    let hits = wanted.hits.clone().unwrap_or_default();
    Ok(best_first(asked(desk, m, wish, wanted).await?, &hits, page))
}

/// Every offer citizens meet, in the order of their ids.
///
/// # Errors
/// What the database answers.
pub(crate) async fn shown(desk: &Desk, m: Id) -> Outcome<Arc<Vec<Id>>> {
    let wish = Wish::default();
    let all = asked(desk, m, &wish, Wanted::default());
    desk.lists.offers.get(desk, m, &wish, all).await
}

async fn all(desk: &Desk, m: Id, vocabulary: &Vocabulary, wish: &Wish) -> Outcome<Vec<Id>> {
    match wanted(desk, m, vocabulary, wish).await? {
        Some(wanted) => asked(desk, m, wish, wanted).await,
        None => Ok(vec![]),
    }
}

/// All that are asked for, in the order of their ids.
async fn asked(desk: &Desk, m: Id, wish: &Wish, wanted: Wanted) -> Outcome<Vec<Id>> {
    let ids = sql!(
        "select offer.id from offer where offer.municipality_id = ?",
        m
    );
    let ids = and_served(ids, desk.today(), wish.modified_after);
    let ids = wanted.after(ids).text(" order by offer.id");
    let rows: Vec<Row> = desk.db.all(ids).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// What the index did not find, since it is told of only because it went away, comes last.
fn best_first(mut ids: Vec<Id>, hits: &[Id], page: PageWish) -> Found<Id> {
    let places: HashMap<Id, usize> = hits.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    ids.sort_by_key(|id| places.get(id).copied().unwrap_or(usize::MAX));
    page.of(&ids)
}

/// Conditions on `offer`, each with its values.
#[derive(Clone, Default)]
pub(super) struct Wanted {
    conditions: Vec<(&'static str, Vec<Value>)>,
    /// Those whose words fit, the best first; none where no words were asked for.
    hits: Option<Vec<Id>>,
    /// Whether what went away counts too: the index has forgotten it, its row has not.
    gone_too: Option<Vec<String>>,
}

impl Wanted {
    fn and(&mut self, text: &'static str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push((text, values.into_iter().collect()));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.hits.is_none()
    }

    /// The conditions after a query on `offer`.
    pub(super) fn after(self, sql: Sql) -> Sql {
        let sql = match self.hits {
            None => sql,
            Some(hits) => {
                let sql = sql.text(" and (offer.id in ").list(hits);
                let words = self.gone_too.filter(|words| !words.is_empty());
                let sql = match words {
                    None => sql,
                    Some(words) => words
                        .into_iter()
                        .fold(sql.text(" or (offer.id is not null"), |sql, word| {
                            sql.and(" and offer.search_text like ? escape '\\'", [word.into()])
                        })
                        .text(")"),
                };
                sql.text(")")
            }
        };
        self.conditions
            .into_iter()
            .fold(sql, |sql, (text, values)| sql.and(text, values))
    }
}

/// As many are found by words: nobody reads on past a thousand of which the last fit least.
const HITS: usize = 1_000;

/// None when nothing can be meant.
pub(super) async fn wanted(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    wish: &Wish,
) -> Outcome<Option<Wanted>> {
    let mut wanted = Wanted::default();
    if !wish.search.trim().is_empty() {
        wanted.hits = Some(offer::with_words(desk, m, &wish.search, HITS).await?);
        wanted.gone_too = wish.modified_after.map(|_| patterns(&wish.search));
    }
    if wish.taxonomy.is_some_and(|id| !vocabulary.has(id)) {
        return Ok(None);
    }
    if let Some(term) = wish.taxonomy_term {
        match vocabulary.meaning(term) {
            Some(meaning) => meaning.and_about(&mut wanted, m),
            None => return Ok(None),
        }
    }
    if let Some(organization) = wish.organization {
        wanted.and(
            " and exists (select 1 from offer_bearer bearer where bearer.municipality_id = offer.municipality_id \
             and bearer.offer_id = offer.id and bearer.organisation_id = ?)",
            [organization.into()],
        );
    }
    if let Some(age) = wish.minimum_age {
        wanted.and(
            " and (offer.maximum_age is null or offer.maximum_age >= ?)",
            [age.into()],
        );
    }
    if let Some(age) = wish.maximum_age {
        wanted.and(
            " and (offer.minimum_age is null or offer.minimum_age <= ?)",
            [age.into()],
        );
    }
    times(&mut wanted, wish);
    if let Some(near) = &wish.near {
        and_near(desk, m, &mut wanted, near).await?;
    }
    Ok(Some(wanted))
}

impl super::vocabulary::Meaning {
    fn and_about(self, wanted: &mut Wanted, m: Id) {
        match self {
            Self::Area(id) => wanted.and(" and offer.area_id = ?", [id.into()]),
            Self::Group(code) => wanted.and(" and offer.topic_group = ?", [code.into()]),
            Self::Topic(id) => wanted.and(
                " and offer.id in (select offer_id from offer_topic where municipality_id = ? and topic_id = ?)",
                [m.into(), id.into()],
            ),
        }
    }
}

fn times(wanted: &mut Wanted, wish: &Wish) {
    if wish.day.is_none() && wish.start_time.is_none() && wish.end_time.is_none() {
        return;
    }
    wanted.and(
        " and exists (select 1 from schedule where schedule.municipality_id = offer.municipality_id \
         and schedule.offer_id = offer.id",
        [],
    );
    if let Some(day) = wish.day {
        wanted.and(" and schedule.weekdays like ?", [format!("%{day}%").into()]);
    }
    if let Some(time) = wish.start_time {
        wanted.and(" and schedule.starts_at >= ?", [time.to_string().into()]);
    }
    if let Some(time) = wish.end_time {
        wanted.and(" and schedule.ends_at <= ?", [time.to_string().into()]);
    }
    wanted.and(")", []);
}

/// Metres from one degree of latitude to the next, on a globe of 6,371 km.
const DEGREE: f64 = 111_195.0;

/// In the postcode or, when a distance is given, so near to the middle of the places known in it,
/// on a plane that touches the globe there: less than one in a thousand wrong at 50 km.
async fn and_near(desk: &Desk, m: Id, wanted: &mut Wanted, near: &Near) -> Outcome<()> {
    let middle = sql!(
        "select avg(latitude) as latitude, avg(longitude) as longitude from location where municipality_id = ? and postcode = ?",
        m,
        &near.postcode
    );
    let middle: Option<Middle> = desk.db.first(middle).await?;
    let middle = middle.and_then(|middle| middle.latitude.zip(middle.longitude));
    wanted.and(
        " and exists (select 1 from offer_location link join location on location.municipality_id = link.municipality_id \
         and location.id = link.location_id where link.municipality_id = offer.municipality_id and link.offer_id = offer.id \
         and (location.postcode = ?",
        [(&near.postcode).into()],
    );
    if let Some(((latitude, longitude), within)) = middle.zip(near.within) {
        let (north, east) = (DEGREE, DEGREE * latitude.to_radians().cos());
        wanted.and(
            " or (location.latitude - ?) * (location.latitude - ?) * ? + (location.longitude - ?) * (location.longitude - ?) * ? <= ?",
            [
                latitude.into(),
                latitude.into(),
                (north * north).into(),
                longitude.into(),
                longitude.into(),
                (east * east).into(),
                (within * within).into(),
            ],
        );
    }
    wanted.and("))", []);
    Ok(())
}
