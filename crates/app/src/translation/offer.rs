//! An offer's words in other languages, as those who keep it see and write them.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use crate::offer::{self, Reading, Saying};
use samskab_database::{FromRow, Value, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::Way;
use samskab_domain::translation::{Draft, Field, Made, Standing, standing};

/// The offer beside what there is of it in one language.
#[derive(Clone, Debug)]
pub struct Work {
    /// The offer's name in its own language.
    pub name: String,
    /// Its own language.
    pub own: Language,
    /// The version the texts are of.
    pub version: i64,
    pub texts: Vec<Text>,
}

/// One text and its translation.
#[derive(Clone, Debug)]
pub struct Text {
    pub field: Field,
    pub source: String,
    pub translation: Option<String>,
    pub standing: Standing,
}

impl Work {
    /// The language stands where its worst text does.
    pub fn standing(&self) -> Standing {
        let worst = self.texts.iter().map(|text| text.standing).min();
        worst.unwrap_or(Standing::Missing)
    }
}

#[derive(FromRow)]
struct Version {
    version: i64,
}

#[derive(FromRow)]
struct Row {
    field: String,
    language: String,
    body: String,
    source_version: i64,
    state: String,
}

/// An offer and its translations into every language of `languages` but its own.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep it.
pub async fn works(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    languages: &[Language],
) -> Outcome<Vec<(Language, Work)>> {
    actor.may(Act::KeepOffers)?;
    let m = actor.municipality;
    let reading = offer::read(desk, m, Some(actor), id, Language::default()).await?;
    if !reading.may_keep {
        return Err(Refusal::Denied(Denied));
    }
    let rows: Vec<Row> = desk
        .db
        .all(sql!(
            "select field, language, body, source_version, state from translation \
             where municipality_id = ? and subject_kind = 'offer' and subject_id = ?",
            m,
            id
        ))
        .await?;
    let own = reading.offer.language();
    let others = languages.iter().filter(|language| **language != own);
    Ok(others
        .map(|&language| (language, work(&reading, &rows, language)))
        .collect())
}

/// An offer and its translation into one language.
///
/// # Errors
/// [`Refusal::Missing`], for its own language too; denied to all but those who keep it.
pub async fn work_in(desk: &Desk, actor: &Actor, id: Id, language: Language) -> Outcome<Work> {
    let mut works = works(desk, actor, id, &[language]).await?;
    works.pop().map(|(_, work)| work).ok_or(Refusal::Missing)
}

fn work(reading: &Reading, rows: &[Row], language: Language) -> Work {
    let major = reading.offer.major_version();
    let texts = reading.sources().into_iter().map(|(field, source)| {
        let found = rows
            .iter()
            .find(|row| row.field == field.code() && row.language == language.code());
        let made = |row: &Row| Made::from_code(&row.state).unwrap_or(Made::Machine);
        Text {
            field,
            source: source.to_owned(),
            translation: found.map(|row| row.body.clone()),
            standing: standing(found.map(|row| (made(row), row.source_version)), major),
        }
    });
    Work {
        name: reading.offer.own_name().to_owned(),
        own: reading.offer.language(),
        version: reading.offer.version(),
        texts: texts.collect(),
    }
}

/// Keeps a translation of the offer as it stood at `version`, which the translator had before
/// her: what has changed since does not count as translated. An empty text takes one away.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but those who keep it; remarks for each field.
pub async fn write(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    (language, version): (Language, i64),
    draft: &Draft,
) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    offer::keepable(&mut tx, actor, id).await?;
    let written = considered(draft.consider(), &draft.named(), true)?;
    let before = Saying::of(&mut tx, m, id).await?;
    let fields = written.texts.iter().map(|(field, _)| field.code());
    let gone = sql!(
        "delete from translation where municipality_id = ? and subject_id = ? and language = ? and field in ",
        m,
        id,
        language.code()
    );
    tx.run(gone.list(fields)).await?;
    let now_at: Option<Version> = tx
        .first(sql!(
            "select version from offer where municipality_id = ? and id = ?",
            m,
            id
        ))
        .await?;
    let version = now_at.map_or(version, |now_at| version.min(now_at.version));
    let texts = written.texts.into_iter();
    let rows: Vec<[Value; 9]> = texts
        .filter_map(|(field, body)| {
            Some([
                m.into(),
                "offer".into(),
                id.into(),
                field.code().into(),
                language.code().into(),
                body?.into(),
                version.into(),
                written.made.code().into(),
                now.into(),
            ])
        })
        .collect();
    if !rows.is_empty() {
        let insert = sql!(
            "insert into translation (municipality_id, subject_kind, subject_id, field, language, body, \
             source_version, state, created_at) values "
        );
        tx.run(insert.rows(rows)).await?;
    }
    // Whoever fetches what has changed gets its translations too.
    tx.run(sql!(
        "update offer set changed_at = ? where municipality_id = ? and id = ?",
        now,
        m,
        id
    ))
    .await?;
    let by = (m, Some(actor.membership));
    offer::keep_since(&mut tx, desk, by, Way::Translated, (id, &before)).await?;
    let verb = journal::Verb::OfferTranslated;
    journal::write(&mut tx, actor, verb, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}
