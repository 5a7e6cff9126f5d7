//! *Is it still right?*: the offers one keeps that nobody has checked for a while.
use super::table::{and_checked_before, and_kept_by};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_domain::offer::{Freshness, freshness, hidden};

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct CheckWish {
    /// Where the page begins.
    pub after: Option<String>,
}

/// An offer to look at, with what is easily wrong.
#[derive(Clone, Debug, FromRow)]
pub struct CheckItem {
    pub id: Id,
    pub name: String,
    checked_day: Option<String>,
    known_day: Option<String>,
    cadence: i64,
    pub schedule: Option<String>,
    pub phone: Option<String>,
    pub contact: Option<String>,
}

impl CheckItem {
    pub fn checked(&self) -> Option<Day> {
        self.checked_day.as_deref().and_then(Day::parse)
    }

    pub fn freshness(&self, today: Day) -> Freshness {
        freshness(today, self.checked(), self.cadence)
    }

    /// Citizens no longer meet it.
    pub fn hidden(&self, today: Day) -> bool {
        let known = self.checked_day.as_ref().or(self.known_day.as_ref());
        hidden(today, known.and_then(|day| Day::parse(day)), self.cadence)
    }

    fn key(&self) -> String {
        let day = self.checked_day.as_deref().unwrap_or_default();
        format!("{day}.{}", self.id.simple())
    }
}

/// Those due or stale, the oldest check first.
///
/// # Errors
/// Denied to those who keep none.
pub async fn checks(desk: &Desk, actor: &Actor, wish: &CheckWish) -> Outcome<Page<CheckItem>> {
    actor.may(Act::KeepOffers)?;
    let sql = sql!(
        "select offer.id, offer.name, offer.checked_day, offer.known_day, offer.cadence, \
         (select min(schedule.body) from schedule where schedule.municipality_id = offer.municipality_id \
         and schedule.offer_id = offer.id) as schedule, \
         (select min(phone.number) from phone where phone.municipality_id = offer.municipality_id \
         and phone.offer_id = offer.id) as phone, \
         (select min(contact.title) from contact where contact.municipality_id = offer.municipality_id \
         and contact.offer_id = offer.id and contact.until_day is null) as contact \
         from offer where offer.state = 'published' and offer.municipality_id = ?",
        actor.municipality
    );
    let sql = and_kept_by(sql, actor);
    let mut sql = and_checked_before(sql, desk.today(), Freshness::Checked);
    if let Some((day, id)) = wish.after.as_deref().and_then(place) {
        sql = sql.and(
            " and (coalesce(offer.checked_day, ''), offer.id) > (?, ?)",
            [day.into(), id.into()],
        );
    }
    let limit = Page::<CheckItem>::LIMIT;
    let sql = sql.and(
        " order by coalesce(offer.checked_day, ''), offer.id limit ?",
        [limit.into()],
    );
    let rows = desk.db.all(sql).await?;
    Ok(Page::of(rows, CheckItem::key))
}

/// The place a key from an address stands for; nonsense begins at the beginning.
fn place(key: &str) -> Option<(&str, Id)> {
    let (day, id) = key.split_once('.')?;
    let known = day.is_empty() || Day::parse(day).is_some();
    Some((day, id.parse().ok()?)).filter(|_| known)
}
