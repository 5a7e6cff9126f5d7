//! One offer, for anyone.
use super::list::{Bearer, bearers_of};
use super::when::Kept;
use super::words::{Told, Words, only_rule};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::fault::SAID_CLOSED;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::{Freshness, State, Terms, freshness, hidden};
use samskab_domain::schedule::Calendar;
use samskab_domain::topic::TopicGroup;
use samskab_domain::translation::Field;

/// An offer as it stands in its own language.
#[derive(Clone, Debug, FromRow)]
pub struct Offer {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    topic_group: String,
    pub(super) name: String,
    pub(super) summary: String,
    pub(super) description: Option<String>,
    pub for_whom: Option<String>,
    language: String,
    pub price: Option<String>,
    pub access: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    state: String,
    cadence: i64,
    checked_day: Option<String>,
    known_day: Option<String>,
    version: i64,
    major_version: i64,
    changes: i64,
    said_closed: i64,
}

impl Offer {
    pub fn topic_group(&self) -> TopicGroup {
        TopicGroup::from_code(&self.topic_group).unwrap_or(TopicGroup::Other)
    }

    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// The name it was given in that language.
    pub fn own_name(&self) -> &str {
        &self.name
    }

    /// How many times it was written, counted from one.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// The version of the last change that matters to those who read it in another language.
    pub fn major_version(&self) -> i64 {
        self.major_version
    }

    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Draft)
    }

    pub fn checked(&self) -> Option<Day> {
        self.checked_day.as_deref().and_then(Day::parse)
    }

    pub fn freshness(&self, today: Day) -> Freshness {
        freshness(today, self.checked(), self.cadence)
    }

    /// The last day somebody knew it to hold.
    pub fn known(&self) -> Option<Day> {
        let known = self.known_day.as_deref().and_then(Day::parse);
        self.checked().or(known)
    }

    /// Unchecked for so long that citizens no longer meet it.
    pub fn hidden(&self, today: Day) -> bool {
        hidden(today, self.known(), self.cadence)
    }
}

/// Where it is.
#[derive(Clone, Debug, FromRow)]
pub struct Location {
    pub name: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    /// How one gets there.
    pub transport: Option<String>,
}

/// Where to ring.
#[derive(Clone, Debug, FromRow)]
pub struct Phone {
    pub number: String,
    pub about: Option<String>,
}

/// Whom to ask for: the role first; the person only for those signed in.
#[derive(Clone, Debug, FromRow)]
pub struct Contact {
    pub title: String,
    pub person: Option<String>,
    /// Who stands in for her; only for those signed in.
    pub backup: Option<String>,
    /// Nobody holds the role just now, or it is said that she who did is gone.
    pub vacant: bool,
    pub(super) membership_id: Option<Id>,
}

/// An offer with all that hangs on it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub offer: Offer,
    pub name: Told,
    pub summary: Told,
    pub description: Option<Told>,
    pub for_whom: Option<Told>,
    pub price: Option<Told>,
    pub access: Option<Told>,
    /// When, in words.
    pub when: Vec<Told>,
    /// The title of the first contact.
    pub contact_title: Option<Told>,
    /// The same as it was written.
    pub schedules: Vec<String>,
    kept: Vec<Kept>,
    pub bearers: Vec<Bearer>,
    pub locations: Vec<Location>,
    pub phones: Vec<Phone>,
    pub contacts: Vec<Contact>,
    /// Codes of the languages spoken.
    pub languages: Vec<String>,
    /// Whose age, what it costs, how one gets in, how many there is room for.
    pub terms: Terms,
    /// When the free places were last counted.
    pub counted_at: Option<Moment>,
    /// When it can be used, as far as it is known by rule.
    pub calendar: Calendar,
    /// Several say that it is closed, and nobody has looked yet.
    pub said_closed: bool,
    /// A change in practice is behind it.
    pub caused: bool,
    pub may_keep: bool,
}

impl Reading {
    /// Every text there is to translate, in the offer's own language. When, only as far as no
    /// rule says it in every language.
    pub fn sources(&self) -> Vec<(Field, &str)> {
        let o = &self.offer;
        let own = o.language();
        let schedule = self.kept.first().filter(|kept| !only_rule(kept, own));
        let texts = [
            (Field::Name, Some(&o.name)),
            (Field::Summary, Some(&o.summary)),
            (Field::Description, o.description.as_ref()),
            (Field::ForWhom, o.for_whom.as_ref()),
            (Field::Schedule, schedule.map(|kept| &kept.body)),
            (Field::Price, o.price.as_ref()),
            (Field::Access, o.access.as_ref()),
            (Field::ContactTitle, self.contacts.first().map(|c| &c.title)),
        ];
        let there = texts.into_iter();
        there
            .filter_map(|(field, text)| Some((field, text?.as_str())))
            .collect()
    }
}

/// A withdrawn one is given too, for a page that says so; a draft only to those who keep it.
///
/// # Errors
/// [`Refusal::Missing`] when it is not this municipality's, or a draft of others.
pub async fn read(
    desk: &Desk,
    municipality: Id,
    reader: Option<&Actor>,
    id: Id,
    language: Language,
) -> Outcome<Reading> {
    let m = municipality;
    let reader = reader.filter(|actor| actor.municipality == m);
    let offer: Option<Offer> = desk
        .db
        .first(sql!(
            "select offer.id, offer.area_id, area.name as area, offer.topic_group, offer.name, offer.summary, \
             offer.description, offer.for_whom, offer.language, offer.price, offer.access, offer.email, offer.url, \
             offer.state, offer.cadence, offer.checked_day, offer.known_day, offer.version, offer.major_version, \
             (select count(*) from offer_change link where link.municipality_id = offer.municipality_id \
             and link.offer_id = offer.id) as changes, \
             (select count(*) from offer_fault fault where fault.municipality_id = offer.municipality_id \
             and fault.offer_id = offer.id and fault.kind = 'closed' and fault.closed_at is null) as said_closed from offer \
             join area on area.municipality_id = offer.municipality_id and area.id = offer.area_id \
             where offer.municipality_id = ? and offer.id = ?",
            m,
            id
        ))
        .await?;
    let offer = offer.ok_or(Refusal::Missing)?;
    let bearers = bearers_of(desk, m, &[id]).await?;
    let organisations: Vec<Id> = bearers.iter().map(|b| b.organisation_id).collect();
    let may_keep = reader.is_some_and(|actor| actor.may_keep_offer(&organisations).is_ok());
    if offer.state() == State::Draft && !may_keep {
        return Err(Refusal::Missing);
    }
    let source = (id, offer.language(), offer.major_version);
    let words = Words::of(desk, m, source, language).await?;
    let (terms, counted_at) = super::terms::of(desk, m, id).await?;
    let calendar = super::when::calendars(desk, m, &[id]).await?.remove(&id);
    let kept = super::when::of(desk, m, &[id]).await?;
    let contacts = contacts(desk, m, id, reader.is_some()).await?;
    Ok(Reading {
        terms,
        counted_at,
        calendar: calendar.unwrap_or_default(),
        name: words.told(Field::Name, &offer.name),
        summary: words.told(Field::Summary, &offer.summary),
        description: words.maybe(Field::Description, offer.description.as_ref()),
        for_whom: words.maybe(Field::ForWhom, offer.for_whom.as_ref()),
        price: words.maybe(Field::Price, offer.price.as_ref()),
        access: words.maybe(Field::Access, offer.access.as_ref()),
        when: words.when(&kept),
        contact_title: words.maybe(Field::ContactTitle, contacts.first().map(|c| &c.title)),
        schedules: kept.iter().map(|kept| kept.body.clone()).collect(),
        kept,
        contacts,
        locations: locations(desk, m, id).await?,
        phones: phones(desk, m, id).await?,
        languages: texts(
            desk,
            sql!(
                "select language as body from offer_language where municipality_id = ? and offer_id = ? order by language",
                m,
                id
            ),
        )
        .await?,
        bearers,
        said_closed: offer.said_closed >= SAID_CLOSED,
        caused: offer.changes > 0,
        may_keep,
        offer,
    })
}

#[derive(FromRow)]
struct Text {
    body: String,
}

async fn texts(desk: &Desk, sql: samskab_database::Sql) -> Outcome<Vec<String>> {
    let rows: Vec<Text> = desk.db.all(sql).await?;
    Ok(rows.into_iter().map(|t| t.body).collect())
}

async fn locations(desk: &Desk, m: Id, id: Id) -> Outcome<Vec<Location>> {
    let sql = sql!(
        "select location.name, location.address, location.postcode, location.city, location.transport from offer_location link \
         join location on location.municipality_id = link.municipality_id and location.id = link.location_id \
         where link.municipality_id = ? and link.offer_id = ? order by link.location_id",
        m,
        id
    );
    Ok(desk.db.all(sql).await?)
}

async fn phones(desk: &Desk, m: Id, id: Id) -> Outcome<Vec<Phone>> {
    let sql = sql!(
        "select number, about from phone where municipality_id = ? and offer_id = ? order by offer_id, id",
        m,
        id
    );
    Ok(desk.db.all(sql).await?)
}

async fn contacts(desk: &Desk, m: Id, id: Id, with_names: bool) -> Outcome<Vec<Contact>> {
    let sql = sql!(
        "select contact.title, case when ? and vacancy.id is null then person.name end as person, \
         (person.id is null or vacancy.id is not null) as vacant, contact.membership_id, \
         (select min(case when ? then stand_in.name end) from offer_backup backup \
         join membership hers on hers.municipality_id = backup.municipality_id \
         and hers.id = backup.membership_id and hers.until_day is null \
         join person stand_in on stand_in.municipality_id = hers.municipality_id and stand_in.id = hers.person_id \
         and stand_in.left_at is null where backup.municipality_id = contact.municipality_id \
         and backup.offer_id = contact.offer_id) as backup from contact \
         left join vacancy on vacancy.municipality_id = contact.municipality_id \
         and vacancy.membership_id = contact.membership_id and vacancy.closed_at is null \
         left join membership on membership.municipality_id = contact.municipality_id \
         and membership.id = contact.membership_id and membership.until_day is null \
         left join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         and person.left_at is null \
         where contact.municipality_id = ? and contact.offer_id = ? and contact.until_day is null order by contact.id",
        with_names,
        with_names,
        m,
        id
    );
    Ok(desk.db.all(sql).await?)
}
