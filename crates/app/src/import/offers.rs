//! Writes the offers of a file, in batches. A row whose id has come in before in another
//! language gives that offer its words in this one.
use super::fault::{Reason, Refused};
use super::kept::{self, Mark, Named};
use super::observations::{areas, in_order};
use super::offer_row::{Around, Defaults, Spot, consider, known, organisation_key};
use super::offer_tables::{self, NewOffer, Words};
use super::row::{Row, Sheet, counted};
use super::{BATCH, Report, STATEMENT, source};
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, LINE_MAX, Language, clean};
use samskab_domain::offer::Offer;
use samskab_domain::organisation::Form;
use samskab_locale::sort_key;
use std::collections::{BTreeMap, HashMap};

/// A row that holds.
struct Ready {
    line: usize,
    hash: Vec<u8>,
    occurrence: i64,
    external_id: Option<String>,
    offer: Offer,
    spot: Spot,
    known: Option<Day>,
}

/// Takes every row that can be taken and has not come in from `source_name` before.
///
/// # Errors
/// Denied to those who may not import, and to all but administrators when organisations are
/// to be made; remarks when the source's name or the default area cannot be taken.
/// [`crate::Refusal::Done`] when the same file is being imported elsewhere.
pub async fn offers(
    desk: &Desk,
    actor: &Actor,
    sheet: &Sheet,
    defaults: &Defaults,
    source_name: &str,
    language: Language,
) -> Outcome<Report> {
    actor.may(Act::Import)?;
    let source = source("offers", source_name)?;
    let areas = areas(desk, actor, &defaults.area).await?;
    if defaults.create_organisations {
        actor.may(Act::Administer)?;
        create_organisations(desk, actor, &sheet.rows, language).await?;
    }
    let around = Around {
        areas,
        organisations: organisations(desk, actor.municipality).await?,
        own: actor.organisation,
        defaults,
        language,
    };
    let mut import = Import {
        desk,
        actor,
        source,
        language,
        report: Report {
            refused: sheet.refused.clone(),
            ..Report::default()
        },
    };
    let mut ready = Vec::with_capacity(BATCH);
    for (row, hash, occurrence) in counted(&sheet.rows) {
        match consider(row, &around) {
            Ok((offer, spot)) => ready.push(Ready {
                line: row.line,
                hash,
                occurrence,
                external_id: external_id(row),
                offer,
                spot,
                known: known(row),
            }),
            Err(refused) => import.report.refused.push(refused),
        }
        if ready.len() == BATCH {
            let batch = std::mem::replace(&mut ready, Vec::with_capacity(BATCH));
            import.write(batch).await?;
        }
    }
    import.write(ready).await?;
    in_order(&mut import.report.refused);
    Ok(import.report)
}

fn external_id(row: &Row) -> Option<String> {
    let id: String = row.text("external_id").chars().take(LINE_MAX).collect();
    (!id.is_empty()).then_some(id)
}

#[derive(FromRow)]
struct Organisation {
    id: Id,
    name: String,
}

async fn organisations(desk: &Desk, m: Id) -> Outcome<HashMap<String, Id>> {
    let sql = sql!(
        "select id, name from organisation where municipality_id = ? and closed_at is null order by id desc",
        m
    );
    let all: Vec<Organisation> = desk.db.all(sql).await?;
    Ok(all
        .into_iter()
        .map(|o| (organisation_key(&o.name), o.id))
        .collect())
}

/// Makes a voluntary organisation of every name that none has yet.
async fn create_organisations(
    desk: &Desk,
    actor: &Actor,
    rows: &[Row],
    language: Language,
) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let known = organisations(desk, m).await?;
    let mut names = BTreeMap::new();
    for row in rows {
        let name = clean(row.text("organisation")).unwrap_or_default();
        let key = organisation_key(&name);
        if !key.is_empty() && name.chars().count() <= LINE_MAX && !known.contains_key(&key) {
            names.entry(key).or_insert((desk.id(), name));
        }
    }
    let names: Vec<_> = names.into_values().collect();
    for batch in names.chunks(STATEMENT) {
        let rows = batch.iter().map(|(id, name)| -> [Value; 8] {
            [
                m.into(),
                (*id).into(),
                name.into(),
                sort_key(name).into(),
                Sector::Voluntary.code().into(),
                Form::Association.code().into(),
                language.code().into(),
                now.into(),
            ]
        });
        let insert = sql!(
            "insert into organisation (municipality_id, id, name, sort_key, sector, form, language, created_at) values "
        );
        let mut tx = desk.db.write().await?;
        tx.run(insert.rows(rows)).await?;
        let ids: Vec<Id> = batch.iter().map(|(id, _)| *id).collect();
        let verb = journal::Verb::RowsImported;
        journal::write(&mut tx, actor, verb, m, &ids, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// One file on its way in.
struct Import<'a> {
    desk: &'a Desk,
    actor: &'a Actor,
    source: String,
    language: Language,
    report: Report,
}

/// What a batch turned out to be.
#[derive(Default)]
struct Sorted {
    new: Vec<NewOffer>,
    words: Vec<Words>,
    marks: Vec<Mark>,
}

impl Import<'_> {
    async fn write(&mut self, batch: Vec<Ready>) -> Outcome<()> {
        if batch.is_empty() {
            return Ok(());
        }
        let (m, now) = (self.actor.municipality, self.desk.now());
        let mut tx = self.desk.db.write().await?;
        let sorted = self.sort(&mut tx, batch).await?;
        if sorted.marks.is_empty() {
            return Ok(());
        }
        let ids: Vec<Id> = sorted.marks.iter().map(|mark| mark.subject).collect();
        offer_tables::insert(
            &mut tx,
            self.desk,
            self.actor,
            self.language,
            &sorted.new,
            now,
        )
        .await?;
        offer_tables::translate(&mut tx, m, self.language, &sorted.words, now).await?;
        kept::keep(&mut tx, m, &self.source, "offer", &sorted.marks, now).await?;
        let verb = journal::Verb::RowsImported;
        journal::write(&mut tx, self.actor, verb, m, &ids, now).await?;
        tx.commit().await?;
        self.report.taken += ids.len();
        self.report.translated += sorted.words.len();
        Ok(())
    }

    async fn sort(&mut self, tx: &mut Tx, batch: Vec<Ready>) -> Outcome<Sorted> {
        let m = self.actor.municipality;
        let hashes = batch.iter().map(|r| r.hash.clone());
        let known = kept::known(tx, m, &self.source, hashes).await?;
        let ids = batch.iter().filter_map(|r| r.external_id.clone());
        let mut named: HashMap<String, Vec<Named>> = HashMap::new();
        for found in kept::named(tx, m, &self.source, self.language, ids).await? {
            named
                .entry(found.external_id.clone())
                .or_default()
                .push(found);
        }
        let mut sorted = Sorted::default();
        for ready in batch {
            let before = ready.external_id.as_ref().and_then(|id| named.get(id));
            let fate = if known.contains(&(ready.hash.clone(), ready.occurrence)) {
                Fate::Already
            } else {
                fate(
                    before.map_or(&[], Vec::as_slice),
                    &ready.hash,
                    self.language,
                )
            };
            match fate {
                Fate::Already => self.report.already += 1,
                Fate::IdInUse => {
                    let refused = Refused::one(ready.line, "external_id", Reason::IdInUse);
                    self.report.refused.push(refused);
                }
                Fate::WordsOf(offer) => self.keep(&mut sorted, &mut named, ready, Some(offer)),
                Fate::New => self.keep(&mut sorted, &mut named, ready, None),
            }
        }
        Ok(sorted)
    }

    fn keep(
        &self,
        sorted: &mut Sorted,
        named: &mut HashMap<String, Vec<Named>>,
        ready: Ready,
        offer: Option<Id>,
    ) {
        let subject = offer.unwrap_or_else(|| self.desk.id());
        if let Some(external_id) = &ready.external_id {
            named.entry(external_id.clone()).or_default().push(Named {
                external_id: external_id.clone(),
                content_hash: ready.hash.clone(),
                subject_id: subject,
                language: self.language.code().to_owned(),
                translated: None,
            });
        }
        sorted.marks.push(Mark {
            hash: ready.hash,
            occurrence: ready.occurrence,
            external_id: ready.external_id,
            subject,
        });
        match offer {
            Some(offer) => sorted.words.push(Words {
                offer,
                name: ready.offer.name,
                summary: ready.offer.summary,
                description: ready.offer.description,
            }),
            None => sorted.new.push(NewOffer {
                id: subject,
                offer: ready.offer,
                spot: ready.spot,
                known: ready.known,
            }),
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    New,
    Already,
    WordsOf(Id),
    IdInUse,
}

/// `before`: what came in under the same id of the source's own.
fn fate(before: &[Named], hash: &[u8], language: Language) -> Fate {
    let Some(first) = before.first() else {
        return Fate::New;
    };
    if before.iter().any(|n| n.content_hash == hash) {
        return Fate::Already;
    }
    let has_words = |n: &Named| n.language == language.code() || n.translated.is_some();
    if before.iter().any(has_words) {
        Fate::IdInUse
    } else {
        Fate::WordsOf(first.subject_id)
    }
}
