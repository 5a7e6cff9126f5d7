//! Writes a part of a run, each table in one statement.
use super::offers::Told;
use super::trace;
use crate::desk::{Desk, Outcome};
use crate::hsds::take;
use crate::import::STATEMENT;
use crate::offer::{Saying, rule_values};
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::{Cost, DEFAULT_CADENCE_MONTHS};
use samskab_domain::organisation::Form;
use samskab_domain::schedule::Time;
use samskab_hsds::{Object, Organization, Place};
use samskab_locale::{fold, sort_key};
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[derive(FromRow)]
struct SourceRow {
    id: Id,
    source: Option<serde_json::Value>,
}

/// What the sources of these offers said.
pub(super) async fn sources(
    desk: &Desk,
    m: Id,
    ids: &[Id],
) -> Outcome<HashMap<Id, serde_json::Value>> {
    let sql = sql!(
        "select id, source from offer where municipality_id = ? and id in ",
        m
    );
    let rows: Vec<SourceRow> = desk.db.all(sql.list(ids.iter().copied())).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.id, row.source?)))
        .collect())
}

async fn run<const N: usize>(
    tx: &mut Tx,
    insert: &'static str,
    rows: Vec<[Value; N]>,
    end: &'static str,
) -> Outcome<()> {
    for rows in rows.chunks(STATEMENT) {
        tx.run(sql!(insert).rows(rows.iter().cloned()).text(end))
            .await?;
    }
    Ok(())
}

fn organisation_values(
    m: Id,
    language: Language,
    now: Moment,
    (id, doc): (&Id, &Object),
) -> Option<[Value; 13]> {
    let o = Organization::read(doc);
    let name = take::line(Some(&o.name))?;
    let about = take::text(Some(&o.description), take::DESCRIPTION_MAX);
    Some([
        m.into(),
        (*id).into(),
        (&name).into(),
        sort_key(&name).into(),
        Sector::Voluntary.code().into(),
        Form::Association.code().into(),
        take::cvr(o.cvr.as_deref()).into(),
        take::email(o.email.as_deref()).into(),
        o.phone.as_deref().and_then(take::phone).into(),
        about.into(),
        language.code().into(),
        serde_json::Value::Object(doc.clone()).into(),
        now.into(),
    ])
}

/// Organisations with the ids they have elsewhere. One that is here of itself stays as it is.
pub(super) async fn organisations(
    desk: &Desk,
    actor: &Actor,
    language: &Language,
    all: HashMap<Id, Object>,
) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let rows: Vec<_> = all
        .iter()
        .filter(|(id, _)| !id.is_nil())
        .filter_map(|named| organisation_values(m, *language, now, named))
        .collect();
    let mut tx = desk.db.write().await?;
    run(
        &mut tx,
        "insert into organisation (municipality_id, id, name, sort_key, sector, form, cvr, email, phone, about, language, source, \
         created_at) values ",
        rows,
        " on conflict (municipality_id, id) do update set name = excluded.name, sort_key = excluded.sort_key, cvr = excluded.cvr, \
         email = excluded.email, phone = excluded.phone, about = excluded.about, source = excluded.source \
         where organisation.source is not null",
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Offers as their sources tell them. When somebody here last checked one stays: bringing in is no
/// confirmation.
pub(super) async fn offers(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    all: &[Told],
    now: Moment,
) -> Outcome<()> {
    if all.is_empty() {
        return Ok(());
    }
    let m = actor.municipality;
    let ids: Vec<Id> = all.iter().map(|told| told.service.id).collect();
    let before = locations_of(tx, m, &ids).await?;
    let said = Saying::of_many(tx, m, &ids).await?;
    clear(tx, m, &ids).await?;
    run(
        tx,
        OFFER,
        all.iter()
            .map(|told| offer_values(told, actor, now))
            .collect(),
        OFFER_AGAIN,
    )
    .await?;
    hang(tx, desk, m, all).await?;
    places(tx, m, all).await?;
    forget_locations(tx, m, before).await?;
    trace::keep(tx, desk, actor, &said, now).await
}

const OFFER: &str = "insert into offer (municipality_id, id, area_id, topic_group, name, summary, description, for_whom, language, price, \
     email, url, state, cadence, known_day, minimum_age, maximum_age, cost, sort_key, search_text, version, created_by, created_at, \
     changed_at, source) values ";

const OFFER_AGAIN: &str = " on conflict (municipality_id, id) do update set area_id = excluded.area_id, topic_group = excluded.topic_group, \
     name = excluded.name, summary = excluded.summary, description = excluded.description, for_whom = excluded.for_whom, \
     language = excluded.language, price = excluded.price, email = excluded.email, url = excluded.url, state = excluded.state, \
     known_day = excluded.known_day, minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age, cost = excluded.cost, \
     sort_key = excluded.sort_key, search_text = excluded.search_text, version = offer.version + 1, changed_at = excluded.changed_at, \
     source = excluded.source where offer.merged_into is null";

fn offer_values(told: &Told, actor: &Actor, now: Moment) -> [Value; 25] {
    let s = &told.service;
    let places = s
        .places
        .iter()
        .flat_map(|p| [&p.location.name, &p.location.city]);
    let organization = s.organization.as_ref().map(|o| o.name.as_str());
    let searched: Vec<&str> = [told.name.as_str(), told.summary.as_str()]
        .into_iter()
        .chain(places.filter_map(|p| p.as_deref()))
        .chain(organization)
        .collect();
    [
        actor.municipality.into(),
        s.id.into(),
        told.area.into(),
        told.group.code().into(),
        (&told.name).into(),
        (&told.summary).into(),
        told.description.clone().into(),
        take::line(s.eligibility_description.as_deref()).into(),
        told.language.code().into(),
        take::line(s.fees_description.as_deref()).into(),
        take::email(s.email.as_deref()).into(),
        take::web_address(s.url.as_deref()).into(),
        told.state.code().into(),
        DEFAULT_CADENCE_MONTHS.into(),
        told.known.unwrap_or(Day::of(now)).into(),
        take::age(s.minimum_age).into(),
        take::age(s.maximum_age).into(),
        cost(told).map(Coded::code).into(),
        sort_key(&told.name).into(),
        fold(&searched.join(" ")).into(),
        1.into(),
        actor.membership.into(),
        now.into(),
        now.into(),
        serde_json::Value::Object(told.source.clone()).into(),
    ]
}

fn cost(told: &Told) -> Option<Cost> {
    let amounts: Vec<f64> = told
        .service
        .cost_options
        .iter()
        .filter_map(|c| c.amount)
        .collect();
    if amounts.iter().any(|amount| *amount > 0.0) {
        return Some(Cost::Paid);
    }
    (!amounts.is_empty()).then_some(Cost::Free)
}

#[derive(FromRow)]
struct LocationRow {
    location_id: Id,
}

async fn locations_of(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select location_id from offer_location where municipality_id = ? and offer_id in ",
        m
    );
    let rows: Vec<LocationRow> = tx.all(sql.list(ids.iter().copied())).await?;
    Ok(rows.into_iter().map(|row| row.location_id).collect())
}

/// Takes away what hangs on these offers and comes anew. A contact that a member here holds stays,
/// and so do translations people here have written.
async fn clear(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<()> {
    for delete in DEPENDENTS {
        tx.run(
            sql!(*delete)
                .and(" where municipality_id = ? and offer_id in ", [m.into()])
                .list(ids.iter().copied()),
        )
        .await?;
    }
    let contacts = sql!(
        "delete from contact where membership_id is null and municipality_id = ? and offer_id in ",
        m
    );
    tx.run(contacts.list(ids.iter().copied())).await?;
    Ok(())
}

/// What hangs on an offer and is brought in with it.
pub(super) const DEPENDENTS: &[&str] = &[
    "delete from offer_bearer",
    "delete from offer_language",
    "delete from offer_location",
    "delete from offer_topic",
    "delete from offer_accessibility",
    "delete from schedule",
    "delete from schedule_exception",
    "delete from phone",
    "delete from cost_option",
    "delete from capacity",
];

/// Places nothing is at any more.
pub(super) async fn forget_locations(tx: &mut Tx, m: Id, ids: Vec<Id>) -> Outcome<()> {
    let gone = sql!("delete from location where municipality_id = ? and id in ", m).list(ids).text(
        " and not exists (select 1 from offer_location link where link.municipality_id = location.municipality_id \
         and link.location_id = location.id)",
    );
    tx.run(gone).await?;
    Ok(())
}

fn of(told: &Told) -> Id {
    told.service.id
}

async fn hang(tx: &mut Tx, desk: &Desk, m: Id, all: &[Told]) -> Outcome<()> {
    let bearers = all
        .iter()
        .map(|t| [m.into(), of(t).into(), t.bearer.into()]);
    run(
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
            .map(move |code| [m.into(), of(t).into(), code.into()])
    });
    run(
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
            .map(move |topic| [m.into(), of(t).into(), (*topic).into()])
    });
    run(
        tx,
        "insert into offer_topic (municipality_id, offer_id, topic_id) values ",
        topics.collect(),
        "",
    )
    .await?;
    let features = all.iter().flat_map(|t| {
        t.accessibility
            .iter()
            .map(move |f| [m.into(), of(t).into(), f.code().into()])
    });
    run(
        tx,
        "insert into offer_accessibility (municipality_id, offer_id, feature) values ",
        features.collect(),
        "",
    )
    .await?;
    let phones = all.iter().flat_map(|t| {
        t.service.phones.iter().filter_map(move |p| {
            let number = take::phone(&p.number)?;
            Some([
                m.into(),
                desk.id().into(),
                of(t).into(),
                number.into(),
                take::line(p.description.as_deref()).into(),
            ])
        })
    });
    run(
        tx,
        "insert into phone (municipality_id, id, offer_id, number, about) values ",
        phones.collect(),
        "",
    )
    .await?;
    times(tx, desk, m, all).await?;
    let amounts = all.iter().flat_map(|t| {
        t.service.cost_options.iter().filter_map(move |c| {
            let amount = c.amount.filter(|amount| *amount > 0.0)?;
            let currency = c.currency.clone().unwrap_or_else(|| "DKK".to_owned());
            Some([
                m.into(),
                desk.id().into(),
                of(t).into(),
                amount.into(),
                currency.into(),
            ])
        })
    });
    run(
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
                of(t).into(),
                whole(c.available)?.into(),
                maximum.into(),
                counted.into(),
            ])
        })
    });
    run(tx, "insert into capacity (municipality_id, id, offer_id, available, maximum, updated_at) values ", capacities.collect(), "").await?;
    words(tx, desk, m, all).await
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
                t.service.id.into(),
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
    let insert = "insert into schedule (municipality_id, id, offer_id, body, freq, every, weekdays, month_days, occurrences, starts_at, \
                  ends_at, from_day, until_day) values ";
    run(tx, insert, schedules.collect(), "").await?;
    let exceptions = all.iter().flat_map(|t| {
        t.exceptions.iter().map(move |e| {
            let (starts, ends) = (e.times.map(|t| t.0), e.times.and_then(|t| t.1));
            [
                m.into(),
                t.service.id.into(),
                e.day.into(),
                text(starts),
                text(ends),
            ]
        })
    });
    run(tx, "insert into schedule_exception (municipality_id, offer_id, day, starts_at, ends_at) values ", exceptions.collect(), "").await
}

/// Roles to ask for, and the texts in other languages.
async fn words(tx: &mut Tx, desk: &Desk, m: Id, all: &[Told]) -> Outcome<()> {
    let today = desk.today();
    let contacts = all.iter().flat_map(|t| {
        let titles: BTreeSet<String> = t
            .service
            .contacts
            .iter()
            .filter_map(|c| take::line(c.title.as_deref()))
            .collect();
        titles.into_iter().map(move |title| {
            [
                m.into(),
                desk.id().into(),
                t.service.id.into(),
                title.into(),
                today.into(),
            ]
        })
    });
    run(
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
                t.service.id.into(),
                (*field).into(),
                language.code().into(),
                text.into(),
                version.into(),
                "written".into(),
                now.into(),
            ]
        })
    });
    let insert = "insert into translation (municipality_id, subject_kind, subject_id, field, language, body, source_version, state, \
                  created_at) values ";
    let again = " on conflict (municipality_id, subject_id, field, language) do update set body = excluded.body, \
                 source_version = excluded.source_version, state = excluded.state, created_at = excluded.created_at";
    run(tx, insert, translations.collect(), again).await
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
                .entry((told.service.id, place.location.id))
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
    run(
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
    run(
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

/// Takes offers out, with all that hangs on them.
pub(super) async fn remove(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<()> {
    let before = locations_of(tx, m, ids).await?;
    clear(tx, m, ids).await?;
    trace::forget(tx, m, ids).await?;
    for delete in ["delete from closure", "delete from contact"] {
        let delete: Sql =
            sql!(delete).and(" where municipality_id = ? and offer_id in ", [m.into()]);
        tx.run(delete.list(ids.iter().copied())).await?;
    }
    forget_locations(tx, m, before).await?;
    tx.run(
        sql!("delete from offer where municipality_id = ? and id in ", m).list(ids.iter().copied()),
    )
    .await?;
    Ok(())
}

/// Puts back what the sources of offers had said; none for one that had no source.
pub(super) async fn put_sources(
    tx: &mut Tx,
    m: Id,
    all: Vec<(Id, Option<serde_json::Value>)>,
) -> Outcome<()> {
    let own: Vec<Id> = all
        .iter()
        .filter(|(_, source)| source.is_none())
        .map(|(id, _)| *id)
        .collect();
    let none = sql!(
        "update offer set source = null where municipality_id = ? and id in ",
        m
    )
    .list(own);
    tx.run(none).await?;
    for (id, source) in all.into_iter().filter(|(_, source)| source.is_some()) {
        tx.run(sql!(
            "update offer set source = ? where municipality_id = ? and id = ?",
            source,
            m,
            id
        ))
        .await?;
    }
    Ok(())
}
