//! Writes what hangs on offers: bearers, places, times, phones and the rest.
use super::write::{TRANSLATION, insert};
use crate::desk::{Desk, Outcome};
use crate::hsds::take;
use crate::import::hsds::Told;
use crate::offer::rule_values;
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::schedule::Time;
use samskab_hsds::Place;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Everything that hangs on offers which nothing hangs on, but what their members here hold.
pub(super) async fn all(tx: &mut Tx, desk: &Desk, m: Id, all: &[Told]) -> Outcome<()> {
    kinds(tx, m, all).await?;
    terms(tx, desk, m, all).await?;
    times(tx, desk, m, all).await?;
    words(tx, desk, m, all).await?;
    places(tx, m, all).await
}

/// Who bears it, which languages it is in, what it is about, what is there.
async fn kinds(tx: &mut Tx, m: Id, all: &[Told]) -> Outcome<()> {
    let bearers = all.iter().flat_map(|t| {
        let bearers: BTreeSet<&Id> = t.bearers.iter().collect();
        bearers
            .into_iter()
            .map(move |bearer| [m.into(), t.id().into(), (*bearer).into()])
    });
    insert(
        tx,
        "insert into offer_bearer (municipality_id, offer_id, organisation_id) values ",
        bearers.collect(),
        "",
    )
    .await?;
    let spoken = all.iter().flat_map(|t| {
        let codes = t
            .service
            .languages
            .iter()
            .filter_map(|l| take::language(l.code.as_deref()));
        let codes: BTreeSet<String> = codes.collect();
        codes
            .into_iter()
            .map(move |code| [m.into(), t.id().into(), code.into()])
    });
    insert(
        tx,
        "insert into offer_language (municipality_id, offer_id, language) values ",
        spoken.collect(),
        "",
    )
    .await?;
    let topics = all.iter().flat_map(|t| {
        let topics: BTreeSet<&Id> = t.topics.iter().collect();
        topics
            .into_iter()
            .map(move |topic| [m.into(), t.id().into(), (*topic).into()])
    });
    insert(
        tx,
        "insert into offer_topic (municipality_id, offer_id, topic_id) values ",
        topics.collect(),
        "",
    )
    .await?;
    let features = all.iter().flat_map(|t| {
        t.accessibility
            .iter()
            .map(move |f| [m.into(), t.id().into(), f.code().into()])
    });
    insert(
        tx,
        "insert into offer_accessibility (municipality_id, offer_id, feature) values ",
        features.collect(),
        "",
    )
    .await
}

/// Where to ring, what it costs, how many there is room for.
async fn terms(tx: &mut Tx, desk: &Desk, m: Id, all: &[Told]) -> Outcome<()> {
    let phones = all.iter().flat_map(|t| {
        t.service.phones.iter().filter_map(move |p| {
            let number = take::phone(&p.number)?;
            Some([
                m.into(),
                desk.id().into(),
                t.id().into(),
                number.into(),
                take::line(p.description.as_deref()).into(),
            ])
        })
    });
    insert(
        tx,
        "insert into phone (municipality_id, id, offer_id, number, about) values ",
        phones.collect(),
        "",
    )
    .await?;
    let amounts = all.iter().flat_map(|t| {
        t.service.cost_options.iter().filter_map(move |c| {
            let amount = c.amount.filter(|amount| *amount > 0.0)?;
            let currency = c.currency.clone().unwrap_or_else(|| "DKK".to_owned());
            Some([
                m.into(),
                desk.id().into(),
                t.id().into(),
                amount.into(),
                currency.into(),
            ])
        })
    });
    insert(
        tx,
        "insert into cost_option (municipality_id, id, offer_id, amount, currency) values ",
        amounts.collect(),
        "",
    )
    .await?;
    let now = desk.now();
    let capacities = all.iter().flat_map(|t| {
        let whole = |n: f64| (n.fract() == 0.0 && (0.0..1e9).contains(&n)).then_some(n as i64);
        t.service.capacities.iter().filter_map(move |c| {
            let counted = samskab_domain::calendar::parse_moment(&c.updated).unwrap_or(now);
            let maximum = c.maximum.and_then(whole);
            Some([
                m.into(),
                desk.id().into(),
                t.id().into(),
                whole(c.available)?.into(),
                maximum.into(),
                counted.into(),
            ])
        })
    });
    insert(tx, "insert into capacity (municipality_id, id, offer_id, available, maximum, updated_at) values ", capacities.collect(), "").await
}

fn text(time: Option<Time>) -> Value {
    time.map(|t| t.to_string()).into()
}

async fn times(tx: &mut Tx, desk: &Desk, m: Id, all: &[Told]) -> Outcome<()> {
    let schedules = all.iter().flat_map(|t| {
        t.schedules.iter().map(move |(words, rule)| {
            let [
                freq,
                every,
                on,
                month_days,
                count,
                starts,
                ends,
                from,
                until,
            ] = rule_values(rule.as_ref());
            let id = desk.id();
            [
                m.into(),
                id.into(),
                t.id().into(),
                words.into(),
                freq,
                every,
                on,
                month_days,
                count,
                starts,
                ends,
                from,
                until,
            ]
        })
    });
    let schedule = "insert into schedule (municipality_id, id, offer_id, body, freq, every, weekdays, month_days, occurrences, starts_at, \
                  ends_at, from_day, until_day) values ";
    insert(tx, schedule, schedules.collect(), "").await?;
    let exceptions = all.iter().flat_map(|t| {
        t.exceptions.iter().map(move |e| {
            let (starts, ends) = (e.times.map(|t| t.0), e.times.and_then(|t| t.1));
            [
                m.into(),
                t.id().into(),
                e.day.into(),
                text(starts),
                text(ends),
            ]
        })
    });
    insert(tx, "insert into schedule_exception (municipality_id, offer_id, day, starts_at, ends_at) values ", exceptions.collect(), "").await
}

#[derive(FromRow)]
struct Held {
    offer_id: Id,
    title: String,
}

/// Roles to ask for but those a member here holds, and the texts in other languages.
async fn words(tx: &mut Tx, desk: &Desk, m: Id, all: &[Told]) -> Outcome<()> {
    let today = desk.today();
    let held = sql!(
        "select offer_id, title from contact where until_day is null and municipality_id = ? and offer_id in ",
        m
    );
    let held: Vec<Held> = tx.all(held.list(all.iter().map(Told::id))).await?;
    let held: HashSet<(Id, String)> = held.into_iter().map(|h| (h.offer_id, h.title)).collect();
    let contacts = all.iter().flat_map(|t| {
        let titles: BTreeSet<String> = t
            .service
            .contacts
            .iter()
            .filter_map(|c| take::line(c.title.as_deref()))
            .filter(|title| !held.contains(&(t.id(), title.clone())))
            .collect();
        titles.into_iter().map(move |title| {
            [
                m.into(),
                desk.id().into(),
                t.id().into(),
                title.into(),
                today.into(),
            ]
        })
    });
    insert(
        tx,
        "insert into contact (municipality_id, id, offer_id, title, from_day) values ",
        contacts.collect(),
        "",
    )
    .await?;
    let now = desk.now();
    let translations = all.iter().flat_map(|t| {
        t.translations.iter().map(move |(field, language, text)| {
            let version = 1i64;
            [
                m.into(),
                "offer".into(),
                t.id().into(),
                field.code().into(),
                language.code().into(),
                text.into(),
                version.into(),
                "written".into(),
                now.into(),
            ]
        })
    });
    let again = " on conflict (municipality_id, subject_id, field, language) do update set body = excluded.body, \
                 source_version = excluded.source_version, state = excluded.state, created_at = excluded.created_at";
    insert(tx, TRANSLATION, translations.collect(), again).await
}

async fn places(tx: &mut Tx, m: Id, all: &[Told]) -> Outcome<()> {
    let mut locations: BTreeMap<Id, &Place> = BTreeMap::new();
    let mut links: BTreeMap<(Id, Id), Id> = BTreeMap::new();
    for told in all {
        for place in told
            .service
            .places
            .iter()
            .filter(|p| !p.location.id.is_nil())
        {
            locations.insert(place.location.id, place);
            links
                .entry((told.id(), place.location.id))
                .or_insert(place.id);
        }
    }
    let rows = locations.values().map(|place| {
        let l = &place.location;
        let danish = l
            .postal_code
            .as_deref()
            .filter(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit()));
        [
            m.into(),
            l.id.into(),
            take::line(l.name.as_deref()).into(),
            take::line(l.address.as_deref()).into(),
            danish.into(),
            take::text(l.city.as_deref(), 80).into(),
            country(&l.country).into(),
            l.latitude.into(),
            l.longitude.into(),
            take::text(l.transportation.as_deref(), 1_000).into(),
        ]
    });
    insert(
        tx,
        "insert into location (municipality_id, id, name, address, postcode, city, country, latitude, longitude, transport) values ",
        rows.collect(),
        " on conflict (municipality_id, id) do update set name = excluded.name, address = excluded.address, \
         postcode = excluded.postcode, city = excluded.city, country = excluded.country, latitude = excluded.latitude, \
         longitude = excluded.longitude, transport = excluded.transport",
    )
    .await?;
    let rows = links.into_iter().map(|((offer, location), place)| {
        let place = Some(place).filter(|id| !id.is_nil());
        [m.into(), offer.into(), location.into(), place.into()]
    });
    insert(
        tx,
        "insert into offer_location (municipality_id, offer_id, location_id, id) values ",
        rows.collect(),
        "",
    )
    .await
}

fn country(code: &str) -> String {
    let code = code.trim().to_uppercase();
    if code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()) {
        code
    } else {
        "ZZ".to_owned()
    }
}
