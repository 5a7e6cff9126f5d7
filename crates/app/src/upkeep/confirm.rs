//! *Is it still right?* from a mail: what one was asked about, and the button that says yes.
use crate::desk::{Desk, Outcome, Refusal};
use crate::offer::{self, How};
use crate::page::Page;
use crate::token::{self, Purpose, Secret};
use crate::vacancy;
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::vacancy::Reason;

/// An offer one was asked about, with what is easily wrong.
#[derive(Clone, Debug, FromRow)]
pub struct ToConfirm {
    pub id: Id,
    pub name: String,
    language: String,
    pub schedule: Option<String>,
    pub place: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub contact: Option<String>,
    membership_id: Id,
    checked_day: Option<String>,
    asked_day: String,
}

impl ToConfirm {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// Somebody has said yes since it was asked.
    pub fn confirmed(&self) -> bool {
        self.checked()
            .is_some_and(|day| day.to_string() >= self.asked_day)
    }

    pub fn checked(&self) -> Option<Day> {
        self.checked_day.as_deref().and_then(Day::parse)
    }
}

/// What a batch asks about, as long as who was asked is still here and the offer is too.
fn select(m: Id, batch: Id) -> Sql {
    sql!(
        "select offer.id, offer.name, offer.language, offer.email, offer.checked_day, reminder.membership_id, \
         reminder.day as asked_day, \
         (select min(schedule.body) from schedule where schedule.municipality_id = offer.municipality_id \
         and schedule.offer_id = offer.id) as schedule, \
         (select min(coalesce(location.name, location.address, location.city)) from offer_location link \
         join location on location.municipality_id = link.municipality_id and location.id = link.location_id \
         where link.municipality_id = offer.municipality_id and link.offer_id = offer.id) as place, \
         (select min(phone.number) from phone where phone.municipality_id = offer.municipality_id \
         and phone.offer_id = offer.id) as phone, \
         (select min(contact.title) from contact where contact.municipality_id = offer.municipality_id \
         and contact.offer_id = offer.id and contact.until_day is null) as contact from reminder \
         join offer on offer.municipality_id = reminder.municipality_id and offer.id = reminder.offer_id \
         and offer.state = 'published' \
         join membership on membership.municipality_id = reminder.municipality_id \
         and membership.id = reminder.membership_id and membership.until_day is null \
         join person on person.municipality_id = membership.municipality_id \
         and person.id = membership.person_id and person.left_at is null \
         where reminder.municipality_id = ? and reminder.batch_id = ?",
        m,
        batch
    )
}

async fn batch(desk: &Desk, m: Id, link: &Secret) -> Outcome<Id> {
    token::look(desk, m, link, &[Purpose::StillRight], desk.now()).await
}

/// What the link's mail asked about. Looking changes nothing: mail scanners look too.
///
/// # Errors
/// [`Refusal::Missing`] for a link that has run out or was never given, and when nothing is left
/// of what it asked about.
pub async fn to_confirm(
    desk: &Desk,
    municipality: Id,
    link: &Secret,
    after: Option<Id>,
) -> Outcome<Page<ToConfirm>> {
    let sql = select(municipality, batch(desk, municipality, link).await?);
    let limit = Page::<ToConfirm>::LIMIT;
    let sql = sql
        .when(" and reminder.offer_id > ?", after)
        .and(" order by reminder.offer_id limit ?", [limit.into()]);
    let rows: Vec<ToConfirm> = desk.db.all(sql).await?;
    if rows.is_empty() {
        return Err(Refusal::Missing);
    }
    Ok(Page::of(rows, |row| row.id.to_string()))
}

/// She is not the one to ask any more: what hangs on her waits to be given on.
///
/// # Errors
/// [`Refusal::Missing`] for a link that has run out, and for an offer it did not ask about.
pub async fn not_me(desk: &Desk, municipality: Id, link: &Secret, offer: Id) -> Outcome<()> {
    let m = municipality;
    let sql = select(m, batch(desk, m, link).await?).and(" and offer.id = ?", [offer.into()]);
    let asked: Option<ToConfirm> = desk.db.first(sql).await?;
    let her = asked.ok_or(Refusal::Missing)?.membership_id;
    let mut tx = desk.db.write().await?;
    vacancy::open(&mut tx, desk, m, &[her], Reason::Reported, Some(her)).await?;
    tx.commit().await?;
    Ok(())
}

/// She says yes; one offer at a time, and each as often as she likes.
///
/// # Errors
/// [`Refusal::Missing`] for a link that has run out, and for an offer it did not ask about.
pub async fn confirm(desk: &Desk, municipality: Id, link: &Secret, offer: Id) -> Outcome<()> {
    let m = municipality;
    let sql = select(m, batch(desk, m, link).await?).and(" and offer.id = ?", [offer.into()]);
    let asked: Option<ToConfirm> = desk.db.first(sql).await?;
    let asked = asked.ok_or(Refusal::Missing)?;
    let mut tx = desk.db.write().await?;
    let by = (m, asked.membership_id);
    offer::confirm(&mut tx, desk, by, offer, How::Mail).await?;
    tx.commit().await?;
    Ok(())
}
