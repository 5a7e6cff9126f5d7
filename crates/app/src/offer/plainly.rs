//! Offers found by the database alone, while the first index is made.
use super::list::{Wish, narrowed, patterns};
use super::table::and_shown;
use super::when::calendars;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::offer::Choice;
use samskab_domain::schedule::Calendar;
use samskab_search::directory::{Found, Hit};

/// Where an offer stands in the order of the alphabet.
#[derive(Clone, FromRow)]
struct Place {
    id: Id,
    sort_key: Vec<u8>,
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// So many are looked at for their times at once, and so often at the most: rather a short page than a long wait.
const AT_ONCE: usize = 400;
const LOOKS: usize = 25;

/// Offers that hold every typed word, in the order of the alphabet, from where the page begins. How many there are in all
/// is known where nothing is typed and no time chosen; else how many are on the page, for counting them is reading all.
pub(super) async fn plainly(desk: &Desk, m: Id, wish: &Wish, most: usize) -> Outcome<Found> {
    let begin = begin(desk, m, wish).await?;
    let found = match wish.narrowed.when {
        None => page(desk, m, wish, begin, most).await?,
        Some(when) => at_the_time(desk, m, wish, (when, begin), most).await?,
    };
    let total = match wish.narrowed.when.is_none() && wish.q.trim().is_empty() {
        true => in_all(desk, m, wish).await?,
        false => found.len(),
    };
    let hit = |place: &Place| Hit {
        id: place.id.as_u128(),
        score: 1.0,
    };
    Ok(Found {
        total,
        hits: found.iter().map(hit).collect(),
        ..Found::default()
    })
}

async fn in_all(desk: &Desk, m: Id, wish: &Wish) -> Outcome<usize> {
    let count = sql!(
        "select count(*) as count from offer where offer.state = 'published' and offer.municipality_id = ?",
        m
    );
    let count: Option<Count> = desk.db.first(and_wished(desk, count, wish)).await?;
    let count = count.map_or(0, |count| count.count);
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Adds what was typed and chosen, but for the time.
fn and_wished(desk: &Desk, sql: Sql, wish: &Wish) -> Sql {
    let sql = and_shown(narrowed(sql, wish, None), desk.today());
    let chosen = &wish.narrowed;
    let sql = sql
        .when(" and offer.cost = ?", chosen.cost.map(Coded::code))
        .when(
            " and exists (select 1 from offer_language told where told.municipality_id = offer.municipality_id \
             and told.offer_id = offer.id and told.language = ?)",
            chosen.spoken.clone(),
        )
        .when(
            " and exists (select 1 from offer_accessibility has where has.municipality_id = offer.municipality_id \
             and has.offer_id = offer.id and has.feature = ?)",
            chosen.accessibility.map(Coded::code),
        );
    patterns(&wish.q).into_iter().fold(sql, |sql, word| {
        sql.and(" and offer.search_text like ? escape '\\'", [word.into()])
    })
}

/// Where the page begins; nonsense begins at the beginning.
async fn begin(desk: &Desk, m: Id, wish: &Wish) -> Outcome<Option<Place>> {
    let after = wish.after.as_deref().and_then(|id| id.parse::<Id>().ok());
    let Some(after) = after else {
        return Ok(None);
    };
    let place = sql!(
        "select id, sort_key from offer where municipality_id = ? and id = ?",
        m,
        after
    );
    Ok(desk.db.first(place).await?)
}

/// As many as are wished after a place.
async fn page(
    desk: &Desk,
    m: Id,
    wish: &Wish,
    after: Option<Place>,
    most: usize,
) -> Outcome<Vec<Place>> {
    let sql = sql!(
        "select offer.id, offer.sort_key from offer where offer.state = 'published' and offer.municipality_id = ?",
        m
    );
    let sql = and_wished(desk, sql, wish);
    let sql = match after {
        Some(Place { id, sort_key }) => sql.and(
            " and (offer.sort_key, offer.id) > (?, ?)",
            [sort_key.into(), id.into()],
        ),
        None => sql,
    };
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let sql = sql.and(" order by offer.sort_key, offer.id limit ?", [most.into()]);
    Ok(desk.db.all(sql).await?)
}

/// The database knows rules and not days: calendars are laid out some hundred at a time until the page is full.
async fn at_the_time(
    desk: &Desk,
    m: Id,
    wish: &Wish,
    (when, mut after): (Choice, Option<Place>),
    most: usize,
) -> Outcome<Vec<Place>> {
    let mut found = Vec::new();
    for _ in 0..LOOKS {
        let looked_at = page(desk, m, wish, after, AT_ONCE).await?;
        let ids: Vec<Id> = looked_at.iter().map(|place| place.id).collect();
        let calendars = calendars(desk, m, &ids).await?;
        let open = |place: &&Place| {
            let calendar = calendars.get(&place.id);
            calendar.is_some_and(|calendar| is_open(calendar, when, desk.now()))
        };
        found.extend(looked_at.iter().filter(open).cloned());
        if found.len() >= most || looked_at.len() < AT_ONCE {
            break;
        }
        after = looked_at.into_iter().next_back();
    }
    found.truncate(most);
    Ok(found)
}

fn is_open(calendar: &Calendar, when: Choice, now: Moment) -> bool {
    let today = Day::of(now);
    // What began yesterday may still be on.
    let times = calendar.between(today.plus(-1), today.plus(6)).into_iter();
    let mut ahead = times.filter(|time| when == Choice::Now || time.day >= today);
    ahead.any(|time| when.holds(time, now))
}
