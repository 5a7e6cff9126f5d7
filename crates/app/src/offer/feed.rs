//! The times of offers as calendar programs read them (iCalendar, RFC 5545): each time by itself,
//! so that holidays, closures and days that are otherwise are already taken out.
use super::coming::coming;
use super::list::Wish;
use crate::desk::{Desk, Outcome};
use samskab_calendar::Entry;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_domain::meeting::When;
use samskab_domain::schedule::Occurrence;

/// How far ahead a calendar is told, in days.
const AHEAD: i64 = 120;

/// The times ahead of the offers that `wish` narrows down to, of one where `only` names it.
/// `address` says where an offer can be read.
///
/// # Errors
/// What the database answers.
pub async fn feed(
    desk: &Desk,
    m: Id,
    name: &str,
    (wish, only): (&Wish, Option<Id>),
    address: impl Fn(Id) -> String,
) -> Outcome<String> {
    let today = desk.today();
    let days = (today, today.plus(AHEAD));
    let coming = coming(desk, m, (wish, only), days).await?;
    let entries = coming.times.iter().filter_map(|(time, place)| {
        let offer = coming.offers.get(*place)?;
        Some(Entry {
            uid: uid(offer.id(), *time),
            sequence: 0,
            stamp: desk.now(),
            when: when(*time),
            title: offer.name().to_owned(),
            place: offer.place().unwrap_or_default().to_owned(),
            address: Some(address(offer.id())),
            cancelled: false,
            rule: None,
            left_out: vec![],
            instead_of: None,
        })
    });
    let entries: Vec<_> = entries.collect();
    Ok(samskab_calendar::feed(name, &entries))
}

/// The same for ever for one time of one offer.
fn uid(offer: Id, time: Occurrence) -> String {
    let starts = time.starts.map(|starts| starts.to_string());
    let day: Day = time.day;
    format!("{offer}-{day}-{}@samskab", starts.unwrap_or_default())
}

/// The hours where both are known and lie on one day; without an end it is over as it begins.
fn when(time: Occurrence) -> When {
    let ends = time.ends.or(time.starts);
    let hours = time
        .starts
        .zip(ends)
        .filter(|(starts, ends)| starts <= ends);
    When {
        day: time.day,
        hours,
    }
}
