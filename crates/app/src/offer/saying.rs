//! What an offer says, thing by thing, in the words people read: to tell what a change did.
use super::when;
use crate::desk::Outcome;
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::{Accessibility, Aspect, Cost, State, spoken};
use samskab_domain::topic::TopicGroup;
use samskab_domain::translation::Field;
use samskab_locale::{Named, texts};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What one offer says, in its own language and in others. Who holds a role is left out: no name
/// outlives the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Saying(BTreeMap<(Aspect, Option<Language>), String>);

/// One thing an offer says otherwise than before; an empty text was not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub aspect: Aspect,
    /// The language it stands in, where that is not the offer's own.
    pub language: Option<Language>,
    pub before: String,
    pub after: String,
}

#[derive(FromRow)]
struct Row {
    id: Id,
    name: String,
    summary: String,
    description: Option<String>,
    for_whom: Option<String>,
    area: String,
    topic_group: String,
    state: String,
    email: Option<String>,
    url: Option<String>,
    price: Option<String>,
    access: Option<String>,
    cost: Option<String>,
    minimum_age: Option<i64>,
    maximum_age: Option<i64>,
    cadence: i64,
    language: String,
}

#[derive(FromRow)]
struct Part {
    offer_id: Id,
    aspect: String,
    body: String,
}

/// What hangs on offers, as lines of one shape; each ends where the offers are to be named.
const PARTS: [&str; 11] = [
    "select held.offer_id, 'phone' as aspect, held.number as body from phone held \
     where held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'place' as aspect, coalesce(place.name || ', ', '') || coalesce(place.address || ', ', '') \
     || coalesce(place.postcode || ' ', '') || coalesce(place.city, '') as body from offer_location held \
     join location place on place.municipality_id = held.municipality_id and place.id = held.location_id \
     where held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'transport' as aspect, place.transport as body from offer_location held \
     join location place on place.municipality_id = held.municipality_id and place.id = held.location_id \
     and place.transport is not null where held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'exceptions' as aspect, held.day || coalesce(' ' || held.starts_at, '') \
     || coalesce('–' || held.ends_at, '') as body from schedule_exception held \
     where held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'closed' as aspect, held.from_day || '–' || coalesce(held.until_day, '') \
     || coalesce(' ' || held.note, '') as body from closure held where held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'contact' as aspect, held.title as body from contact held \
     where held.until_day is null and held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'bearers' as aspect, bearer.name as body from offer_bearer held \
     join organisation bearer on bearer.municipality_id = held.municipality_id and bearer.id = held.organisation_id \
     where held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'topics' as aspect, topic.name as body from offer_topic held \
     join topic on topic.municipality_id = held.municipality_id and topic.id = held.topic_id \
     where held.municipality_id = ? and held.offer_id in ",
    "select held.offer_id, 'languages' as aspect, held.language as body from offer_language held \
     where held.municipality_id = ? and held.offer_id in ",
    "select held.subject_id as offer_id, held.field || '@' || held.language as aspect, held.body from translation held \
     where held.subject_kind = 'offer' and held.municipality_id = ? and held.subject_id in ",
    "select held.offer_id, 'accessibility' as aspect, held.feature as body from offer_accessibility held \
     where held.municipality_id = ? and held.offer_id in ",
];

#[derive(FromRow)]
struct Number {
    offer_id: Id,
    amount: Option<f64>,
    available: Option<i64>,
    maximum: Option<i64>,
}

impl Saying {
    /// What one offer says now, as this transaction sees it.
    ///
    /// # Errors
    /// What the database answers.
    pub(crate) async fn of(tx: &mut Tx, m: Id, offer: Id) -> Outcome<Self> {
        let mut all = Self::of_many(tx, m, &[offer]).await?;
        Ok(all.remove(&offer).unwrap_or_default())
    }

    /// The same for many, in as many statements.
    ///
    /// # Errors
    /// What the database answers.
    pub(crate) async fn of_many(tx: &mut Tx, m: Id, offers: &[Id]) -> Outcome<HashMap<Id, Self>> {
        let rows = sql!(
            "select offer.id, offer.name, offer.summary, offer.description, offer.for_whom, area.name as area, \
             offer.topic_group, offer.state, offer.email, offer.url, offer.price, offer.access, offer.cost, \
             offer.minimum_age, offer.maximum_age, offer.cadence, offer.language from offer \
             join area on area.municipality_id = offer.municipality_id and area.id = offer.area_id \
             where offer.municipality_id = ? and offer.id in ",
            m
        );
        let rows: Vec<Row> = tx.all(rows.list(offers.iter().copied())).await?;
        let mut languages = HashMap::new();
        let mut all = HashMap::new();
        for row in rows {
            let own = Language::from_code(&row.language).unwrap_or_default();
            languages.insert(row.id, own);
            all.insert(row.id, Self::of_row(row, own));
        }
        let own = |offer: Id| languages.get(&offer).copied().unwrap_or_default();
        for part in parts(tx, m, offers).await? {
            if let Some(saying) = all.get_mut(&part.offer_id) {
                saying.add_part(&part, own(part.offer_id));
            }
        }
        let schedules = sql!(when::COLUMNS)
            .and("where municipality_id = ? and offer_id in ", [m.into()])
            .list(offers.iter().copied())
            .text(" order by offer_id, id");
        let schedules: Vec<when::Kept> = tx.all(schedules).await?;
        for kept in schedules {
            if let Some(saying) = all.get_mut(&kept.offer_id) {
                saying.add(Aspect::When, &kept.body);
            }
        }
        for number in numbers(tx, m, offers).await? {
            if let Some(saying) = all.get_mut(&number.offer_id) {
                saying.add_number(&number);
            }
        }
        Ok(all)
    }

    fn of_row(row: Row, own: Language) -> Self {
        let t = texts(own);
        let state = State::from_code(&row.state).map(|s| s.name(t));
        let group = TopicGroup::from_code(&row.topic_group).map(|g| g.name(t));
        let cost = row.cost.as_deref().and_then(Cost::from_code);
        let age = |age: Option<i64>| age.map(|age| age.to_string()).unwrap_or_default();
        let ages = format!("{}–{}", age(row.minimum_age), age(row.maximum_age));
        let mut saying = Self::default();
        for (aspect, text) in [
            (Aspect::Name, Some(row.name)),
            (Aspect::Summary, Some(row.summary)),
            (Aspect::Description, row.description),
            (Aspect::ForWhom, row.for_whom),
            (Aspect::Area, Some(row.area)),
            (Aspect::Topic, group),
            (Aspect::State, state),
            (Aspect::Email, row.email),
            (Aspect::Url, row.url),
            (Aspect::Price, row.price),
            (Aspect::Access, row.access),
            (Aspect::Cost, cost.map(|c| c.name(t))),
            (Aspect::Ages, Some(ages).filter(|ages| ages != "–")),
            (Aspect::Cadence, Some(row.cadence.to_string())),
        ] {
            if let Some(text) = text {
                saying.add(aspect, &text);
            }
        }
        saying
    }

    fn add(&mut self, aspect: Aspect, text: &str) {
        self.add_in(None, aspect, text);
    }

    fn add_in(&mut self, language: Option<Language>, aspect: Aspect, text: &str) {
        let said = self.0.entry((aspect, language)).or_default();
        if !said.is_empty() {
            said.push('\n');
        }
        said.push_str(text.trim().trim_end_matches(','));
    }

    fn add_part(&mut self, part: &Part, own: Language) {
        if let Some((field, language)) = part.aspect.split_once('@') {
            if let Some(field) = Field::from_code(field) {
                self.add_in(Language::from_code(language), aspect_of(field), &part.body);
            }
            return;
        }
        let Some(aspect) = Aspect::from_code(&part.aspect) else {
            return;
        };
        match aspect {
            Aspect::Languages => self.add(aspect, spoken(&part.body)),
            Aspect::Accessibility => {
                let feature = Accessibility::from_code(&part.body);
                self.add(
                    aspect,
                    &feature.map(|f| f.name(texts(own))).unwrap_or_default(),
                );
            }
            _ => self.add(aspect, &part.body),
        }
    }

    fn add_number(&mut self, number: &Number) {
        if let Some(amount) = number.amount {
            self.add(Aspect::Cost, &amount.to_string());
        }
        if let Some(available) = number.available {
            let maximum = number.maximum.map(|m| format!(" / {m}"));
            let places = format!("{available}{}", maximum.unwrap_or_default());
            self.add(Aspect::Capacity, &places);
        }
    }

    /// What stands in words that are translated.
    pub(crate) fn translated(&self) -> Vec<Option<&String>> {
        [
            Aspect::Name,
            Aspect::Summary,
            Aspect::Description,
            Aspect::ForWhom,
            Aspect::Price,
            Aspect::Access,
            Aspect::When,
            Aspect::Contact,
        ]
        .iter()
        .map(|aspect| self.0.get(&(*aspect, None)))
        .collect()
    }

    /// What it says in its own language.
    pub(crate) fn get(&self, aspect: Aspect) -> &str {
        self.in_language(aspect, None)
    }

    fn in_language(&self, aspect: Aspect, language: Option<Language>) -> &str {
        self.0.get(&(aspect, language)).map_or("", String::as_str)
    }

    /// What `after` says otherwise.
    pub(crate) fn changes(&self, after: &Self) -> Vec<Change> {
        let told: BTreeSet<_> = self.0.keys().chain(after.0.keys()).copied().collect();
        let changes = told.into_iter().map(|(aspect, language)| Change {
            aspect,
            language,
            before: self.in_language(aspect, language).to_owned(),
            after: after.in_language(aspect, language).to_owned(),
        });
        changes.filter(|c| c.before != c.after).collect()
    }
}

/// What of an offer a translated text says.
pub(crate) fn aspect_of(field: Field) -> Aspect {
    match field {
        Field::Name => Aspect::Name,
        Field::Summary => Aspect::Summary,
        Field::Description => Aspect::Description,
        Field::ForWhom => Aspect::ForWhom,
        Field::Schedule => Aspect::When,
        Field::Price => Aspect::Price,
        Field::Access => Aspect::Access,
        Field::ContactTitle => Aspect::Contact,
    }
}

async fn parts(tx: &mut Tx, m: Id, offers: &[Id]) -> Outcome<Vec<Part>> {
    let mut sql = Sql::default();
    for (i, part) in PARTS.into_iter().enumerate() {
        if i > 0 {
            sql = sql.text(" union all ");
        }
        sql = sql.and(part, [m.into()]).list(offers.iter().copied());
    }
    Ok(tx.all(sql.text(" order by 1, 2, 3")).await?)
}

async fn numbers(tx: &mut Tx, m: Id, offers: &[Id]) -> Outcome<Vec<Number>> {
    let sql = sql!(
        "select offer.id as offer_id, (select min(amount) from cost_option \
         where cost_option.municipality_id = offer.municipality_id and cost_option.offer_id = offer.id) as amount, \
         (select min(available) from capacity where capacity.municipality_id = offer.municipality_id \
         and capacity.offer_id = offer.id) as available, (select min(maximum) from capacity \
         where capacity.municipality_id = offer.municipality_id and capacity.offer_id = offer.id) as maximum \
         from offer where offer.municipality_id = ? and offer.id in ",
        m
    );
    Ok(tx.all(sql.list(offers.iter().copied())).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_said_otherwise_is_a_change() {
        let mut before = Saying::default();
        before.add(Aspect::Name, "Kaffe");
        before.add(Aspect::Phone, "70 00 00 11");
        let mut after = before.clone();
        after.add(Aspect::Phone, "70 00 00 12");
        after.add(Aspect::Place, "Havnen 4, ");
        let changes = before.changes(&after);
        assert_eq!(changes.len(), 2);
        assert_eq!(changes[0].after, "Havnen 4");
        assert_eq!(changes[1].after, "70 00 00 11\n70 00 00 12");
        assert_eq!(before.translated(), after.translated());
    }

    #[test]
    fn a_text_in_another_language_is_a_change_of_its_own_and_outdates_nothing() {
        let mut before = Saying::default();
        before.add(Aspect::Name, "Kaffe");
        let mut after = before.clone();
        let english = Part {
            offer_id: Id::nil(),
            aspect: "name@en".into(),
            body: "Coffee".into(),
        };
        after.add_part(&english, Language::Danish);
        let changes = before.changes(&after);
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].language, Some(Language::English));
        assert_eq!(
            (after.get(Aspect::Name), changes[0].after.as_str()),
            ("Kaffe", "Coffee")
        );
        assert_eq!(before.translated(), after.translated());
    }
}
