//! The `offer` table and its bearers.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::{self as rules, DEFAULT_CADENCE_MONTHS, Freshness, State};
use samskab_domain::topic::TopicGroup;
use samskab_locale::{fold, sort_key};

#[derive(FromRow)]
struct Named {
    name: String,
}

/// What the plain search looks through.
pub(super) async fn search_text(
    tx: &mut Tx,
    municipality: Id,
    offer: &rules::Offer,
) -> Outcome<String> {
    let sql = sql!(
        "select name from organisation where municipality_id = ? and id in ",
        municipality
    )
    .list(offer.bearers.iter().copied())
    .text(" order by sort_key");
    let bearers: Vec<Named> = tx.all(sql).await?;
    let optional = [
        &offer.for_whom,
        &offer.location_name,
        &offer.city,
        &offer.postcode,
    ];
    let words: Vec<&str> = [offer.name.as_str(), &offer.summary]
        .into_iter()
        .chain(optional.into_iter().filter_map(Option::as_deref))
        .chain(bearers.iter().map(|b| b.name.as_str()))
        .collect();
    Ok(fold(&words.join(" ")))
}

#[derive(FromRow)]
struct Cadence {
    months: i64,
}

/// How many months lie between checks: what the offer says itself, else what its topic group does.
async fn cadence(
    tx: &mut Tx,
    municipality: Id,
    own: Option<i64>,
    group: TopicGroup,
) -> Outcome<i64> {
    if let Some(own) = own {
        return Ok(own);
    }
    let set: Option<Cadence> = tx
        .first(sql!(
            "select months from topic_cadence where municipality_id = ? and topic_group = ?",
            municipality,
            group.code()
        ))
        .await?;
    Ok(set.map_or(DEFAULT_CADENCE_MONTHS, |set| set.months))
}

/// Keeps how often an offer is checked.
///
/// # Errors
/// What the database answers.
pub(super) async fn put_cadence(tx: &mut Tx, m: Id, id: Id, offer: &rules::Offer) -> Outcome<()> {
    let months = cadence(tx, m, offer.cadence, offer.topic_group).await?;
    tx.run(sql!(
        "update offer set cadence = ?, own_cadence = ? where municipality_id = ? and id = ?",
        months,
        offer.cadence.is_some(),
        m,
        id
    ))
    .await?;
    Ok(())
}

pub(super) fn insert(
    actor: &Actor,
    id: Id,
    offer: &rules::Offer,
    language: Language,
    search_text: String,
    now: Moment,
) -> Sql {
    sql!(
        "insert into offer (municipality_id, id, area_id, topic_group, name, summary, description, for_whom, \
         language, price, access, email, url, state, cadence, known_day, sort_key, search_text, version, \
         created_by, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        offer.area,
        offer.topic_group.code(),
        &offer.name,
        &offer.summary,
        offer.description.clone(),
        offer.for_whom.clone(),
        language.code(),
        offer.price.clone(),
        offer.access.clone(),
        offer.email.clone(),
        offer.url.clone(),
        offer.state.code(),
        DEFAULT_CADENCE_MONTHS,
        Day::of(now),
        sort_key(&offer.name),
        search_text,
        1,
        actor.membership,
        now,
        now
    )
}

/// Everything but when it was checked: editing is no confirmation. It changes no row when another version stands
/// there than the one that was changed.
pub(super) fn update(
    municipality: Id,
    id: Id,
    offer: &rules::Offer,
    search_text: String,
    now: Moment,
) -> Sql {
    sql!(
        "update offer set area_id = ?, topic_group = ?, name = ?, summary = ?, description = ?, for_whom = ?, \
         price = ?, access = ?, email = ?, url = ?, state = ?, sort_key = ?, search_text = ?, \
         version = version + 1, changed_at = ? where municipality_id = ? and id = ?",
        offer.area,
        offer.topic_group.code(),
        &offer.name,
        &offer.summary,
        offer.description.clone(),
        offer.for_whom.clone(),
        offer.price.clone(),
        offer.access.clone(),
        offer.email.clone(),
        offer.url.clone(),
        offer.state.code(),
        sort_key(&offer.name),
        search_text,
        now,
        municipality,
        id
    )
    .when(" and version = ?", offer.version)
}

#[derive(FromRow)]
struct Kept {
    state: String,
    language: String,
    merged_into: Option<Id>,
}

#[derive(FromRow)]
struct Borne {
    organisation_id: Id,
}

/// Where an offer stands and the language it is written in, for one who may keep it.
///
/// # Errors
/// [`Refusal::Missing`] when it is not this municipality's, and when it has become part of another; denied to all but
/// those who keep it.
pub(crate) async fn keepable(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<(State, Language)> {
    match kept(tx, actor, id).await? {
        (_, _, Some(_)) => Err(Refusal::Missing),
        (state, language, None) => Ok((state, language)),
    }
}

/// The same, and the offer it has become part of.
///
/// # Errors
/// As [`keepable`], but not for one that has become part of another.
pub(super) async fn kept(
    tx: &mut Tx,
    actor: &Actor,
    id: Id,
) -> Outcome<(State, Language, Option<Id>)> {
    let m = actor.municipality;
    let kept: Option<Kept> = tx
        .first(sql!(
            "select state, language, merged_into from offer where municipality_id = ? and id = ?",
            m,
            id
        ))
        .await?;
    let kept = kept.ok_or(Refusal::Missing)?;
    let bearers = bearers_before(tx, m, id).await?;
    actor.may_keep_offer(&bearers)?;
    let state = State::from_code(&kept.state).unwrap_or(State::Draft);
    let language = Language::from_code(&kept.language).unwrap_or_default();
    Ok((state, language, kept.merged_into))
}

fn borne(m: Id, id: Id) -> Sql {
    sql!(
        "select organisation_id from offer_bearer where municipality_id = ? and offer_id = ?",
        m,
        id
    )
}

/// Who bears an offer as it stands.
///
/// # Errors
/// What the database answers.
pub(super) async fn bearers_before(tx: &mut Tx, m: Id, id: Id) -> Outcome<Vec<Id>> {
    let bearers: Vec<Borne> = tx.all(borne(m, id)).await?;
    Ok(bearers.into_iter().map(|b| b.organisation_id).collect())
}

/// That the actor may keep an offer, asked outside a transaction.
///
/// # Errors
/// [`Refusal::Missing`] when nobody here bears it; denied to all but those who keep it.
pub(crate) async fn keepable_now(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let bearers: Vec<Borne> = desk.db.all(borne(actor.municipality, id)).await?;
    let bearers: Vec<Id> = bearers.into_iter().map(|b| b.organisation_id).collect();
    if bearers.is_empty() {
        return Err(Refusal::Missing);
    }
    Ok(actor.may_keep_offer(&bearers)?)
}

/// Adds the day that `of` gives for how often the offer is to be checked.
fn since(sql: Sql, of: impl Fn(i64) -> Day) -> Sql {
    let days = (1..=12).map(|months| Value::from(of(months)));
    sql.and(
        "case when offer.cadence <= 1 then ? when offer.cadence = 2 then ? when offer.cadence = 3 then ? \
         when offer.cadence = 4 then ? when offer.cadence = 5 then ? when offer.cadence = 6 then ? \
         when offer.cadence = 7 then ? when offer.cadence = 8 then ? when offer.cadence = 9 then ? \
         when offer.cadence = 10 then ? when offer.cadence = 11 then ? else ? end",
        days,
    )
}

/// Adds that an offer is no longer as fresh as `freshness` asks, or was never checked.
pub(crate) fn and_checked_before(sql: Sql, today: Day, freshness: Freshness) -> Sql {
    let sql = sql.text(" and (offer.checked_day is null or offer.checked_day < ");
    since(sql, |months| rules::checked_since(today, months, freshness)).text(")")
}

/// Adds that citizens still meet an offer ([`rules::hidden`]).
pub(crate) fn and_shown(sql: Sql, today: Day) -> Sql {
    shown(sql.text(" and "), today)
}

/// Adds whether citizens met an offer on `day`, by what is known of it now.
pub(crate) fn shown(sql: Sql, day: Day) -> Sql {
    let sql = sql.and(
        "coalesce(offer.checked_day, offer.known_day, ?) >= ",
        [day.into()],
    );
    since(sql, |months| rules::shown_since(day, months))
}

/// Adds that the actor's organisation bears it; a facilitator keeps them all.
pub(crate) fn and_kept_by(sql: Sql, actor: &Actor) -> Sql {
    let own = (actor.role != Role::Facilitator).then_some(actor.organisation);
    sql.when(
        " and exists (select 1 from offer_bearer own where own.municipality_id = offer.municipality_id \
         and own.offer_id = offer.id and own.organisation_id = ?)",
        own,
    )
}
