//! What there is to come to in the time ahead: every time of every offer, in order.
use super::find::fitting;
use super::list::{ListItem, Row, Wish, items, narrowed, select};
use super::table::and_shown;
use super::when::calendars;
use crate::desk::{Desk, Outcome};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_domain::schedule::Occurrence;

/// How many offers' times are worked out at once.
const OFFERS: i64 = 400;

/// The times ahead.
#[derive(Clone, Debug)]
pub struct Coming {
    /// In order; each with its offer's place in `offers`.
    pub times: Vec<(Occurrence, usize)>,
    pub offers: Vec<ListItem>,
    /// There are more offers than were looked through.
    pub more: bool,
}

/// Times from `from` up to and with `until` that are not over, of the offers citizens meet and
/// `wish` narrows down to; of one offer where `only` names it. Holidays, closures and days that
/// are otherwise are taken into account.
///
/// # Errors
/// What the database answers.
pub async fn coming(
    desk: &Desk,
    m: Id,
    (wish, only): (&Wish, Option<Id>),
    (from, until): (Day, Day),
) -> Outcome<Coming> {
    let sql = select(m, wish.language).text(
        " and offer.state = 'published' and (exists (select 1 from schedule \
         where schedule.municipality_id = offer.municipality_id and schedule.offer_id = offer.id \
         and schedule.freq is not null) or exists (select 1 from schedule_exception other \
         where other.municipality_id = offer.municipality_id and other.offer_id = offer.id \
         and other.starts_at is not null))",
    );
    let sql = and_shown(sql, desk.today()).when(" and offer.id = ?", only);
    let many = usize::try_from(OFFERS).unwrap_or(usize::MAX);
    let found = fitting(desk, m, wish, many + 1).await?;
    let sql = narrowed(sql, wish, found.as_deref()).and(
        " order by offer.sort_key, offer.id limit ?",
        [(OFFERS + 1).into()],
    );
    let mut rows: Vec<Row> = desk.db.all(sql).await?;
    let cut = found.is_some_and(|found| found.len() > many);
    let more = cut || rows.len() > many;
    rows.truncate(many);
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    let calendars = calendars(desk, m, &ids).await?;
    let now = desk.now();
    let mut times: Vec<(Occurrence, usize)> = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        let found = calendars
            .get(id)
            .map(|calendar| calendar.between(from, until));
        let chosen = |time: &Occurrence| {
            let when = wish.narrowed.when;
            now < time.is_over_at() && when.is_none_or(|when| when.holds(*time, now))
        };
        let ahead = found.into_iter().flatten().filter(chosen);
        times.extend(ahead.map(|occurrence| (occurrence, place)));
    }
    times.sort_unstable();
    Ok(Coming {
        times,
        offers: items(desk, m, rows, wish.language).await?,
        more,
    })
}
