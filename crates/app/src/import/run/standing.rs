//! How offers stand here before a file changes them: what no document of the standard says, so that
//! a change touches nothing else and taking it back leaves nothing out.
use crate::desk::{Desk, Outcome};
use crate::hsds::{Audience, Shape, Vocabulary, services};
use crate::import::fault::Reason;
use crate::import::hsds::{Around, Told, told};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::{Cost, State};
use samskab_domain::topic::TopicGroup;
use samskab_domain::translation::Field;
use samskab_hsds::Object;
use serde_json::{Value as Json, json};
use std::collections::HashMap;

/// One offer, as it is here.
#[derive(Clone, Debug)]
pub(in crate::import) struct Here {
    /// As it would go out.
    pub doc: Object,
    pub standing: Standing,
    pub words: Vec<Word>,
}

/// What only its row says.
#[derive(Clone, Debug, FromRow)]
pub(in crate::import) struct Standing {
    pub id: Id,
    pub state: String,
    pub language: String,
    pub area_id: Id,
    pub topic_group: String,
    pub description: Option<String>,
    pub access: Option<String>,
    pub cost: Option<String>,
    pub known_day: Option<String>,
    pub source: Option<Json>,
    pub merged_into: Option<Id>,
}

/// A text in another language.
#[derive(Clone, Debug, FromRow)]
pub(in crate::import) struct Word {
    subject_id: Id,
    pub field: String,
    pub language: String,
    pub body: String,
    state: String,
    /// Whether its source has moved on since.
    outdated: bool,
}

/// These offers, as far as they are here.
pub(in crate::import) async fn here(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    ids: &[Id],
) -> Outcome<HashMap<Id, Here>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let wished = (Shape::Full, Audience::Keepers);
    let docs = services(desk, m, vocabulary, ids, wished).await?;
    let standings = standings(desk, m, ids).await?;
    let words = sql!(
        "select word.subject_id, word.field, word.language, word.body, word.state, \
         word.source_version < offer.major_version as outdated from translation word \
         join offer on offer.municipality_id = word.municipality_id and offer.id = word.subject_id \
         where word.subject_kind = 'offer' and word.municipality_id = ? and word.subject_id in ",
        m
    );
    let words: Vec<Word> = desk.db.all(words.list(ids.iter().copied())).await?;
    let mut here: HashMap<Id, Here> = HashMap::new();
    for (doc, standing) in docs.into_iter().filter_map(|doc| {
        let id: Id = doc.get("id")?.as_str()?.parse().ok()?;
        Some((doc, standings.get(&id)?.clone()))
    }) {
        let words = vec![];
        here.insert(
            standing.id,
            Here {
                doc,
                standing,
                words,
            },
        );
    }
    for word in words {
        if let Some(offer) = here.get_mut(&word.subject_id) {
            offer.words.push(word);
        }
    }
    Ok(here)
}

/// The rows of these offers.
pub(in crate::import) async fn standings(
    desk: &Desk,
    m: Id,
    ids: &[Id],
) -> Outcome<HashMap<Id, Standing>> {
    let sql = sql!(
        "select id, state, language, area_id, topic_group, description, access, cost, known_day, source, merged_into from offer \
         where municipality_id = ? and id in ",
        m
    );
    let rows: Vec<Standing> = desk.db.all(sql.list(ids.iter().copied())).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

impl Standing {
    /// Until when somebody vouched for it when it came.
    pub fn known(&self) -> Option<Day> {
        self.known_day.as_deref().and_then(Day::parse)
    }

    /// Lets `told`, read from the offer's own document, say all that the offer says.
    pub fn put(&self, told: &mut Told) {
        told.state = State::from_code(&self.state).unwrap_or(told.state);
        told.area = self.area_id;
        told.group = TopicGroup::from_code(&self.topic_group).unwrap_or(told.group);
        told.known = self.known();
        told.description = self.description.clone();
        told.access = Some(self.access.clone().unwrap_or_default());
        told.cost = self.cost.as_deref().and_then(Cost::from_code);
        told.source = self.source.as_ref().and_then(Json::as_object).cloned();
        // They stay as they are.
        told.translations = vec![];
    }
}

impl Here {
    /// What it says, all of it.
    ///
    /// # Errors
    /// What of it cannot be taken any more, such as an organisation that has closed.
    pub fn told(&self, around: &Around) -> Result<Told, Vec<(&'static str, Reason)>> {
        let mut told = told(&self.doc, around)?;
        self.standing.put(&mut told);
        Ok(told)
    }

    /// Whether it has this text already.
    pub fn says(&self, (field, language, text): &(Field, Language, String)) -> bool {
        let same = |w: &&Word| w.field == field.code() && w.language == language.code();
        self.words
            .iter()
            .find(same)
            .is_some_and(|w| w.body == *text)
    }

    /// All that is needed to make it again what it is now.
    pub fn remember(&self) -> Json {
        let s = &self.standing;
        let words = self.words.iter().map(|w| {
            json!({ "field": w.field, "language": w.language, "body": w.body, "state": w.state, "outdated": w.outdated })
        });
        json!({
            "doc": self.doc,
            "source": s.source,
            "state": s.state,
            "language": s.language,
            "area": s.area_id,
            "topic_group": s.topic_group,
            "description": s.description,
            "access": s.access,
            "cost": s.cost,
            "known_day": s.known_day,
            "words": words.collect::<Vec<_>>(),
        })
    }
}

/// What was remembered of an offer.
pub(super) fn remembered(id: Id, before: &Json) -> Option<Here> {
    let text = |name: &str| before.get(name).and_then(Json::as_str).map(str::to_owned);
    let words = before
        .get("words")
        .and_then(Json::as_array)
        .into_iter()
        .flatten();
    let word = |word: &Json| {
        let text = |name: &str| word.get(name).and_then(Json::as_str).map(str::to_owned);
        Some(Word {
            subject_id: id,
            field: text("field")?,
            language: text("language")?,
            body: text("body")?,
            state: text("state")?,
            outdated: word.get("outdated") == Some(&Json::Bool(true)),
        })
    };
    Some(Here {
        doc: before.get("doc")?.as_object()?.clone(),
        standing: Standing {
            id,
            state: text("state")?,
            language: text("language")?,
            area_id: text("area")?.parse().ok()?,
            topic_group: text("topic_group")?,
            description: text("description"),
            access: text("access"),
            cost: text("cost"),
            known_day: text("known_day"),
            source: before.get("source").filter(|s| !s.is_null()).cloned(),
            merged_into: None,
        },
        words: words.filter_map(word).collect(),
    })
}

#[derive(FromRow)]
struct Version {
    id: Id,
    version: i64,
}

/// Puts texts in other languages back: those that were right are right of the offer as it is now.
pub(super) async fn put_words(tx: &mut Tx, m: Id, all: &[Here], now: Moment) -> Outcome<()> {
    let ids = all.iter().map(|here| here.standing.id);
    let versions = sql!(
        "select id, version from offer where municipality_id = ? and id in ",
        m
    );
    let versions: Vec<Version> = tx.all(versions.list(ids)).await?;
    let versions: HashMap<Id, i64> = versions.into_iter().map(|v| (v.id, v.version)).collect();
    let rows = all.iter().flat_map(|here| &here.words).filter_map(|w| {
        let version = versions.get(&w.subject_id)?;
        let of = if w.outdated { 0 } else { *version };
        let row: [Value; 9] = [
            m.into(),
            "offer".into(),
            w.subject_id.into(),
            (&w.field).into(),
            (&w.language).into(),
            (&w.body).into(),
            of.into(),
            (&w.state).into(),
            now.into(),
        ];
        Some(row)
    });
    super::write::insert(tx, super::write::TRANSLATION, rows.collect(), "").await
}
