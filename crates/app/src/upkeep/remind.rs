//! Once a working day: whoever is next is asked whether an offer still holds.
use super::reachable::Reachable;
use crate::desk::{Desk, Outcome};
use crate::mail;
use crate::offer::and_checked_before;
use samskab_database::{FromRow, Value, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::offer::Freshness;
use samskab_domain::upkeep::{Asked, Rung, next};
use std::collections::{BTreeMap, HashMap, HashSet};

#[derive(FromRow)]
struct Due {
    id: Id,
}

#[derive(FromRow)]
struct Before {
    offer_id: Id,
    person_id: Id,
    rung: String,
    day: String,
}

#[derive(FromRow)]
struct Today {
    person_id: Id,
}

/// Offers looked at in one run; more are asked about the day after.
const MANY: i64 = 5_000;

/// One mail to each person who is next for one or more offers. Run again the same day it asks
/// nobody who has been asked; a confirmation ends it for that offer.
///
/// # Errors
/// What the database answers; then nobody was asked.
pub async fn remind(desk: &Desk, municipality: Id) -> Outcome<()> {
    let (m, today) = (municipality, desk.today());
    let due = due(desk, m).await?;
    if due.is_empty() {
        return Ok(());
    }
    let reachable = Reachable::of(desk, m, &due).await?;
    let before = before(desk, m, &due).await?;
    let had_mail = asked_today(desk, m).await?;
    let mut to: BTreeMap<Id, Vec<(Id, Rung)>> = BTreeMap::new();
    for offer in due {
        let asked = before.get(&offer).map_or(&[][..], Vec::as_slice);
        let Some((rung, people)) = next(asked, reachable.rungs(offer), today) else {
            continue;
        };
        // Her turn comes tomorrow: one mail a day.
        if people.iter().any(|person| had_mail.contains(person)) {
            continue;
        }
        for person in people {
            to.entry(person).or_default().push((offer, rung));
        }
    }
    write(desk, m, &reachable, to).await
}

/// What is due and whose ladder has not come to its end.
async fn due(desk: &Desk, m: Id) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select offer.id from offer where offer.municipality_id = ? and offer.state = 'published' \
         and not exists (select 1 from reminder last where last.municipality_id = offer.municipality_id \
         and last.offer_id = offer.id and last.rung = 'facilitator' and last.day > coalesce(offer.checked_day, ''))",
        m
    );
    let sql = and_checked_before(sql, desk.today(), Freshness::Checked)
        .and(" order by offer.id limit ?", [MANY.into()]);
    let due: Vec<Due> = desk.db.all(sql).await?;
    Ok(due.into_iter().map(|d| d.id).collect())
}

/// Who was asked since each was last checked.
async fn before(desk: &Desk, m: Id, offers: &[Id]) -> Outcome<HashMap<Id, Vec<Asked>>> {
    let sql = sql!(
        "select reminder.offer_id, membership.person_id, reminder.rung, reminder.day from reminder \
         join membership on membership.municipality_id = reminder.municipality_id \
         and membership.id = reminder.membership_id \
         join offer on offer.municipality_id = reminder.municipality_id and offer.id = reminder.offer_id \
         and reminder.day > coalesce(offer.checked_day, '') \
         where reminder.municipality_id = ? and reminder.offer_id in ",
        m
    )
    .list(offers.iter().copied());
    let mut by_offer: HashMap<Id, Vec<Asked>> = HashMap::new();
    let before: Vec<Before> = desk.db.all(sql).await?;
    for b in before {
        if let (Some(rung), Some(day)) = (Rung::from_code(&b.rung), Day::parse(&b.day)) {
            let person = b.person_id;
            let asked = Asked { rung, person, day };
            by_offer.entry(b.offer_id).or_default().push(asked);
        }
    }
    Ok(by_offer)
}

async fn asked_today(desk: &Desk, m: Id) -> Outcome<HashSet<Id>> {
    let sql = sql!(
        "select distinct membership.person_id from reminder \
         join membership on membership.municipality_id = reminder.municipality_id \
         and membership.id = reminder.membership_id \
         where reminder.municipality_id = ? and reminder.day = ?",
        m,
        desk.today()
    );
    let today: Vec<Today> = desk.db.all(sql).await?;
    Ok(today.into_iter().map(|t| t.person_id).collect())
}

/// Rows of a statement: engines take some ten thousand values.
const STATEMENT: usize = 1_000;

async fn write(
    desk: &Desk,
    m: Id,
    reachable: &Reachable,
    to: BTreeMap<Id, Vec<(Id, Rung)>>,
) -> Outcome<()> {
    let today = desk.today();
    let mails: Vec<(Id, Id)> = to.keys().map(|&person| (person, desk.id())).collect();
    let rows = to
        .values()
        .zip(&mails)
        .flat_map(|(offers, &(person, batch))| {
            offers.iter().filter_map(move |&(offer, rung)| {
                let membership = reachable.membership(offer, person)?;
                Some([
                    Value::from(m),
                    offer.into(),
                    membership.into(),
                    today.into(),
                    rung.code().into(),
                    batch.into(),
                ])
            })
        });
    let rows: Vec<_> = rows.collect();
    let mut tx = desk.db.write().await?;
    for rows in rows.chunks(STATEMENT) {
        let insert = sql!(
            "insert into reminder (municipality_id, offer_id, membership_id, day, rung, batch_id) values "
        );
        tx.run(insert.rows(rows.iter().cloned())).await?;
    }
    mail::ask_about(&mut tx, desk, m, mail::Kind::StillRight, &mails).await?;
    tx.commit().await?;
    Ok(())
}
