//! Writes many offers at once, each into the tables it is made of, one statement a table.
use super::STATEMENT;
use super::offer_row::Spot;
use crate::desk::{Desk, Outcome};
use samskab_database::{Sql, Tx, Value, sql};
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::{DEFAULT_CADENCE_MONTHS, Offer};
use samskab_locale::{fold, sort_key};

/// An offer that is to be written.
pub(super) struct NewOffer {
    pub id: Id,
    pub offer: Offer,
    pub spot: Spot,
    /// Until when the source vouches for it.
    pub known: Option<Day>,
}

/// Imported offers have never been checked by anyone here: `checked_day` stays empty.
pub(super) async fn insert(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    language: Language,
    offers: &[NewOffer],
    now: Moment,
) -> Outcome<()> {
    let m = actor.municipality;
    run(
        tx,
        offer_insert(),
        offers.iter().map(|o| offer_values(o, actor, language, now)),
    )
    .await?;
    follow_topics(tx, m, offers).await?;
    let bearers = offers.iter().flat_map(|o| {
        o.offer
            .bearers
            .iter()
            .map(|b| [m.into(), o.id.into(), (*b).into()])
    });
    let insert =
        sql!("insert into offer_bearer (municipality_id, offer_id, organisation_id) values ");
    run(tx, insert, bearers).await?;
    let spoken = offers
        .iter()
        .flat_map(|o| distinct(&o.offer.languages).map(|l| [m.into(), o.id.into(), l.into()]));
    let insert = sql!("insert into offer_language (municipality_id, offer_id, language) values ");
    run(tx, insert, spoken).await?;
    places(tx, desk, m, offers).await?;
    let phones = offers.iter().filter_map(|o| {
        let number = o.offer.phone.as_ref()?;
        Some([Value::from(m), desk.id().into(), o.id.into(), number.into()])
    });
    let insert = sql!("insert into phone (municipality_id, id, offer_id, number) values ");
    run(tx, insert, phones).await?;
    let schedules = offers.iter().filter_map(|o| {
        let body = o.offer.schedule.as_ref()?;
        Some([Value::from(m), desk.id().into(), o.id.into(), body.into()])
    });
    let insert = sql!("insert into schedule (municipality_id, id, offer_id, body) values ");
    run(tx, insert, schedules).await
}

/// Where the municipality has said how often a group of topics is checked, they follow it.
async fn follow_topics(tx: &mut Tx, m: Id, offers: &[NewOffer]) -> Outcome<()> {
    for offers in offers.chunks(STATEMENT) {
        let follow = sql!(
            "update offer set cadence = (select months from topic_cadence \
             where topic_cadence.municipality_id = offer.municipality_id \
             and topic_cadence.topic_group = offer.topic_group) where municipality_id = ? and topic_group in \
             (select topic_group from topic_cadence where municipality_id = ?) and id in ",
            m,
            m
        );
        tx.run(follow.list(offers.iter().map(|o| o.id))).await?;
    }
    Ok(())
}

/// Runs an insert of as many rows as there are.
async fn run<const N: usize>(
    tx: &mut Tx,
    insert: Sql,
    rows: impl Iterator<Item = [Value; N]>,
) -> Outcome<()> {
    let rows: Vec<_> = rows.collect();
    for rows in rows.chunks(STATEMENT) {
        tx.run(insert.clone().rows(rows.iter().cloned())).await?;
    }
    Ok(())
}

fn distinct(languages: &[String]) -> impl Iterator<Item = &String> {
    let before = |i: usize, l: &String| languages.iter().take(i).any(|b| b == l);
    languages
        .iter()
        .enumerate()
        .filter(move |(i, l)| !before(*i, l))
        .map(|(_, l)| l)
}

fn offer_insert() -> Sql {
    sql!(
        "insert into offer (municipality_id, id, area_id, topic_group, name, summary, description, for_whom, \
         language, price, access, email, url, state, cadence, known_day, sort_key, search_text, version, \
         created_by, created_at, changed_at) values "
    )
}

fn offer_values(new: &NewOffer, actor: &Actor, language: Language, now: Moment) -> [Value; 22] {
    let o = &new.offer;
    let place = [&o.location_name, &o.address, &o.city];
    let searched: Vec<&str> = [o.name.as_str(), o.summary.as_str()]
        .into_iter()
        .chain(place.into_iter().filter_map(|p| p.as_deref()))
        .collect();
    [
        actor.municipality.into(),
        new.id.into(),
        o.area.into(),
        o.topic_group.code().into(),
        (&o.name).into(),
        (&o.summary).into(),
        o.description.clone().into(),
        o.for_whom.clone().into(),
        language.code().into(),
        o.price.clone().into(),
        o.access.clone().into(),
        o.email.clone().into(),
        o.url.clone().into(),
        o.state.code().into(),
        DEFAULT_CADENCE_MONTHS.into(),
        new.known.unwrap_or(Day::of(now)).into(),
        sort_key(&o.name).into(),
        fold(&searched.join(" ")).into(),
        1.into(),
        actor.membership.into(),
        now.into(),
        now.into(),
    ]
}

async fn places(tx: &mut Tx, desk: &Desk, m: Id, offers: &[NewOffer]) -> Outcome<()> {
    let (mut locations, mut links) = (Vec::new(), Vec::new());
    for NewOffer {
        id, offer: o, spot, ..
    } in offers
    {
        let words = [&o.location_name, &o.address, &o.postcode, &o.city];
        if words.iter().all(|w| w.is_none()) && spot.degrees.is_none() {
            continue;
        }
        let location = desk.id();
        let [name, address, postcode, city] = words.map(|w| Value::from(w.clone()));
        locations.push([
            m.into(),
            location.into(),
            name,
            address,
            postcode,
            city,
            (&spot.country).into(),
            spot.degrees.map(|d| d.0).into(),
            spot.degrees.map(|d| d.1).into(),
        ]);
        links.push([m.into(), (*id).into(), location.into()]);
    }
    let insert = sql!(
        "insert into location (municipality_id, id, name, address, postcode, city, country, latitude, longitude) values "
    );
    run(tx, insert, locations.into_iter()).await?;
    let insert =
        sql!("insert into offer_location (municipality_id, offer_id, location_id) values ");
    run(tx, insert, links.into_iter()).await
}

/// An offer's words in another language than its own.
pub(super) struct Words {
    pub offer: Id,
    pub name: String,
    pub summary: String,
    pub description: Option<String>,
}

/// Written by people, not by a machine.
pub(super) async fn translate(
    tx: &mut Tx,
    m: Id,
    language: Language,
    words: &[Words],
    now: Moment,
) -> Outcome<()> {
    let rows = words.iter().flat_map(|w| {
        let fields = [
            ("name", Some(&w.name)),
            ("summary", Some(&w.summary)),
            ("description", w.description.as_ref()),
        ];
        fields
            .into_iter()
            .filter_map(move |(field, body)| -> Option<[Value; 9]> {
                Some([
                    m.into(),
                    "offer".into(),
                    w.offer.into(),
                    field.into(),
                    language.code().into(),
                    body?.into(),
                    1.into(),
                    "written".into(),
                    now.into(),
                ])
            })
    });
    let insert = sql!(
        "insert into translation (municipality_id, subject_kind, subject_id, field, language, body, \
         source_version, state, created_at) values "
    );
    run(tx, insert, rows).await
}
