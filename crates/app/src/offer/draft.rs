//! An offer as it was written, to be changed, and the offers one may change.
use super::merged::merged_into;
use super::read::read;
use super::table::and_kept_by;
use super::when::{self, COLUMNS, calendars, for_form, words_beside};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::Draft;

#[derive(FromRow)]
struct Kept {
    own_cadence: Option<bool>,
    cadence: i64,
    backup: Option<Id>,
}

#[derive(FromRow)]
struct Topic {
    topic_id: Id,
}

/// Who stands in for the contact, and how often the offer is checked, as the form has them.
async fn kept(desk: &Desk, m: Id, id: Id) -> Outcome<(String, String)> {
    let kept: Option<Kept> = desk
        .db
        .first(sql!(
            "select offer.own_cadence, offer.cadence, (select backup.membership_id from offer_backup backup \
             where backup.municipality_id = offer.municipality_id and backup.offer_id = offer.id) as backup \
             from offer where offer.municipality_id = ? and offer.id = ?",
            m,
            id
        ))
        .await?;
    let kept = kept.ok_or(Refusal::Missing)?;
    let own = kept.own_cadence.filter(|own| *own);
    Ok((
        kept.backup.map(|id| id.to_string()).unwrap_or_default(),
        own.map(|_| kept.cadence.to_string()).unwrap_or_default(),
    ))
}

/// What stands in its form: as it is, or as it would be with the change that waits.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep it.
pub async fn draft(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Draft> {
    let draft = as_it_stands(desk, actor, id).await?;
    let waiting = super::propose::of_offer(desk, actor.municipality, id).await?;
    Ok(match waiting {
        Some(waiting) => draft.with(&waiting.typed),
        None => draft,
    })
}

/// The same without what waits.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep it.
pub(super) async fn as_it_stands(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Draft> {
    actor.may(Act::KeepOffers)?;
    let read = read(
        desk,
        actor.municipality,
        Some(actor),
        id,
        Language::default(),
    )
    .await?;
    if !read.may_keep {
        return Err(Refusal::Denied(Denied));
    }
    if merged_into(desk, actor.municipality, id).await?.is_some() {
        return Err(Refusal::Missing);
    }
    let (backup, cadence) = kept(desk, actor.municipality, id).await?;
    let m = actor.municipality;
    let first = sql!(COLUMNS).and(
        "where municipality_id = ? and offer_id = ? order by id limit 1",
        [m.into(), id.into()],
    );
    let first: Option<when::Kept> = desk.db.first(first).await?;
    let topics = sql!(
        "select about.topic_id from offer_topic about join topic on topic.municipality_id = about.municipality_id \
         and topic.id = about.topic_id and topic.retired_at is null \
         where about.municipality_id = ? and about.offer_id = ? order by topic.sort_key",
        m,
        id
    );
    let topics: Vec<Topic> = desk.db.all(topics).await?;
    let calendar = calendars(desk, m, &[id]).await?.remove(&id);
    let when = for_form(first.as_ref(), calendar.unwrap_or_default(), desk.today());
    let offer = read.offer;
    let schedule = first.map(|kept| words_beside(&kept, offer.language()));
    let place = read.locations.into_iter().next();
    let place = place.map_or_else(Default::default, |l| {
        [l.name, l.address, l.postcode, l.city, l.transport]
    });
    let [location_name, address, postcode, city, transport] = place.map(Option::unwrap_or_default);
    let contact = read.contacts.into_iter().next();
    let held_by = contact.as_ref().and_then(|c| c.membership_id);
    Ok(Draft {
        area: offer.area_id.to_string(),
        topic_group: offer.topic_group().code().to_owned(),
        topics: topics.iter().map(|t| t.topic_id.to_string()).collect(),
        version: offer.version().to_string(),
        state: offer.state().code().to_owned(),
        name: offer.name,
        summary: offer.summary,
        description: offer.description.unwrap_or_default(),
        for_whom: offer.for_whom.unwrap_or_default(),
        bearers: read
            .bearers
            .iter()
            .map(|b| b.organisation_id.to_string())
            .collect(),
        location_name,
        address,
        postcode,
        city,
        transport,
        schedule: schedule.unwrap_or_default(),
        phone: read
            .phones
            .into_iter()
            .next()
            .map(|p| p.number)
            .unwrap_or_default(),
        email: offer.email.unwrap_or_default(),
        url: offer.url.unwrap_or_default(),
        price: offer.price.unwrap_or_default(),
        languages: read.languages,
        access: offer.access.unwrap_or_default(),
        contact: held_by.map(|id| id.to_string()).unwrap_or_default(),
        contact_title: contact.map(|c| c.title).unwrap_or_default(),
        backup,
        cadence,
        effect: String::new(),
        minor: false,
        when: when.draft(),
        terms: read.terms.draft(),
    })
}

#[derive(FromRow)]
struct Choice {
    id: Id,
    name: String,
}

/// How many a list to choose from holds at the most.
const MANY: i64 = 500;

/// The offers the actor may change, to choose from.
///
/// # Errors
/// Denied to those who keep none.
pub async fn of_organisation(desk: &Desk, actor: &Actor) -> Outcome<Vec<(Id, String)>> {
    actor.may(Act::KeepOffers)?;
    let sql = sql!(
        "select offer.id, offer.name from offer where offer.state <> 'withdrawn' and offer.municipality_id = ?",
        actor.municipality
    );
    let sql =
        and_kept_by(sql, actor).and(" order by offer.sort_key, offer.id limit ?", [MANY.into()]);
    let choices: Vec<Choice> = desk.db.all(sql).await?;
    Ok(choices.into_iter().map(|c| (c.id, c.name)).collect())
}
