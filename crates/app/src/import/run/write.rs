//! Writes a part of a run, each table in one statement.
use super::{hang, trace};
use crate::desk::{Desk, Outcome};
use crate::hsds::take;
use crate::import::STATEMENT;
use crate::import::hsds::Told;
use crate::journal;
use crate::offer::Saying;
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::DEFAULT_CADENCE_MONTHS;
use samskab_domain::organisation::Form;
use samskab_hsds::{Object, Organization};
use samskab_locale::{fold, sort_key};
use std::collections::HashMap;

/// Runs an insert of as many rows as there are.
pub(super) async fn insert<const N: usize>(
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

/// Texts in other languages.
pub(super) const TRANSLATION: &str = "insert into translation (municipality_id, subject_kind, subject_id, field, language, body, source_version, \
                                      state, created_at) values ";

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
    if rows.is_empty() {
        return Ok(());
    }
    let ids: Vec<Id> = all.keys().copied().collect();
    let mut tx = desk.db.write().await?;
    insert(
        &mut tx,
        "insert into organisation (municipality_id, id, name, sort_key, sector, form, cvr, email, phone, about, language, source, \
         created_at) values ",
        rows,
        " on conflict (municipality_id, id) do update set name = excluded.name, sort_key = excluded.sort_key, cvr = excluded.cvr, \
         email = excluded.email, phone = excluded.phone, about = excluded.about, source = excluded.source \
         where organisation.source is not null",
    )
    .await?;
    journal::write(&mut tx, actor, journal::Verb::RowsImported, m, &ids, now).await?;
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
    let ids: Vec<Id> = all.iter().map(|told| told.id()).collect();
    let before = locations_of(tx, m, &ids).await?;
    let said = Saying::of_many(tx, m, &ids).await?;
    clear(tx, m, &ids).await?;
    insert(
        tx,
        OFFER,
        all.iter()
            .map(|told| offer_values(told, actor, now))
            .collect(),
        OFFER_AGAIN,
    )
    .await?;
    let new: Vec<Id> = ids
        .into_iter()
        .filter(|id| !said.contains_key(id))
        .collect();
    follow_topics(tx, m, &new).await?;
    hang::all(tx, desk, m, all).await?;
    forget_locations(tx, m, before).await?;
    trace::keep(tx, desk, actor, &said, now).await
}

/// Where the municipality has said how often a group of topics is checked, they follow it.
async fn follow_topics(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<()> {
    let follow = sql!(
        "update offer set cadence = (select months from topic_cadence \
         where topic_cadence.municipality_id = offer.municipality_id \
         and topic_cadence.topic_group = offer.topic_group) where municipality_id = ? and topic_group in \
         (select topic_group from topic_cadence where municipality_id = ?) and id in ",
        m,
        m
    );
    tx.run(follow.list(ids.iter().copied())).await?;
    Ok(())
}

const OFFER: &str = "insert into offer (municipality_id, id, area_id, topic_group, name, summary, description, for_whom, language, price, \
     email, url, state, cadence, known_day, minimum_age, maximum_age, cost, access, sort_key, search_text, version, created_by, created_at, \
     changed_at, source) values ";

const OFFER_AGAIN: &str = " on conflict (municipality_id, id) do update set area_id = excluded.area_id, topic_group = excluded.topic_group, \
     name = excluded.name, summary = excluded.summary, description = excluded.description, for_whom = excluded.for_whom, \
     language = excluded.language, price = excluded.price, email = excluded.email, url = excluded.url, state = excluded.state, \
     known_day = excluded.known_day, minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age, cost = excluded.cost, \
     access = nullif(coalesce(excluded.access, offer.access), ''), sort_key = excluded.sort_key, search_text = excluded.search_text, version = offer.version + 1, changed_at = excluded.changed_at, \
     source = excluded.source where offer.merged_into is null";

fn offer_values(told: &Told, actor: &Actor, now: Moment) -> [Value; 26] {
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
        told.cost.map(Coded::code).into(),
        told.access.clone().into(),
        sort_key(&told.name).into(),
        fold(&searched.join(" ")).into(),
        1.into(),
        actor.membership.into(),
        now.into(),
        now.into(),
        told.source.clone().map(serde_json::Value::Object).into(),
    ]
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
