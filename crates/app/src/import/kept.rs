//! The `imported` table: which rows of which source have come in, and what they said last. The only
//! file that names its columns.
use super::STATEMENT;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::kernel::{Id, Moment};
use serde_json::{Value as Json, json};
use std::collections::{HashMap, HashSet};

/// A row that came in.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Mark {
    #[sqlx(rename = "content_hash")]
    pub hash: Vec<u8>,
    pub occurrence: i64,
    pub external_id: Option<String>,
    /// The language it was written in.
    pub language: Option<String>,
    /// What it said, column by column; kept of offers only.
    pub body: Option<Json>,
    #[sqlx(rename = "subject_id")]
    pub subject: Id,
    /// The run that brought it in first.
    #[sqlx(rename = "run_id")]
    pub run: Option<Id>,
}

impl Mark {
    /// To be put back when the one that took its place goes.
    pub fn document(&self) -> Json {
        json!({
            "hash": hex::encode(&self.hash),
            "occurrence": self.occurrence,
            "external_id": self.external_id,
            "language": self.language,
            "body": self.body,
            "subject": self.subject,
            "run": self.run,
        })
    }

    pub fn read(kept: &Json) -> Option<Self> {
        let text = |name: &str| kept.get(name).and_then(Json::as_str);
        Some(Self {
            hash: hex::decode(text("hash")?).ok()?,
            occurrence: kept.get("occurrence")?.as_i64()?,
            external_id: text("external_id").map(str::to_owned),
            language: text("language").map(str::to_owned),
            body: kept.get("body").filter(|b| !b.is_null()).cloned(),
            subject: text("subject")?.parse().ok()?,
            run: text("run").and_then(|run| run.parse().ok()),
        })
    }
}

/// Which contents of a source have come in, and which copy of each.
pub(super) type Contents = HashSet<(Vec<u8>, i64)>;

#[derive(FromRow)]
struct Known {
    content_hash: Vec<u8>,
    occurrence: i64,
}

/// Which of these contents have come in, and how many copies of each.
pub(super) async fn known(
    desk: &Desk,
    municipality: Id,
    source: &str,
    hashes: impl Iterator<Item = Vec<u8>>,
) -> Outcome<Contents> {
    let sql = sql!(
        "select content_hash, occurrence from imported where municipality_id = ? and source = ? \
         and content_hash in ",
        municipality,
        source
    );
    let rows: Vec<Known> = desk.db.all(sql.list(hashes)).await?;
    let contents = rows.into_iter().map(|k| (k.content_hash, k.occurrence));
    Ok(contents.collect())
}

const COLUMNS: &str = "select content_hash, occurrence, external_id, language, body, subject_id, run_id from imported \
                       where municipality_id = ? and source = ?";

/// What came in under these ids of the source's own, in the order it came.
pub(super) async fn named(
    desk: &Desk,
    municipality: Id,
    source: &str,
    ids: impl Iterator<Item = String>,
) -> Outcome<HashMap<String, Vec<Mark>>> {
    let sql = sql!(COLUMNS, municipality, source).text(" and external_id in ");
    let sql = sql.list(ids).text(" order by created_at, content_hash");
    let mut named: HashMap<String, Vec<Mark>> = HashMap::new();
    let marks: Vec<Mark> = desk.db.all(sql).await?;
    for mark in marks {
        if let Some(id) = mark.external_id.clone() {
            named.entry(id).or_default().push(mark);
        }
    }
    Ok(named)
}

#[derive(FromRow)]
struct Subject {
    subject_id: Id,
}

/// Which of these came in from this source themselves.
pub(super) async fn told_by(
    desk: &Desk,
    municipality: Id,
    source: &str,
    subjects: impl Iterator<Item = Id>,
) -> Outcome<HashSet<Id>> {
    let sql = sql!(
        "select distinct subject_id from imported where municipality_id = ? and source = ? and subject_id in ",
        municipality,
        source
    );
    let rows: Vec<Subject> = desk.db.all(sql.list(subjects)).await?;
    Ok(rows.into_iter().map(|row| row.subject_id).collect())
}

/// What a run brought in, in the order of their ids.
pub(super) async fn brought(desk: &Desk, municipality: Id, run: Id) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select distinct subject_id from imported where municipality_id = ? and run_id = ? order by subject_id",
        municipality,
        run
    );
    let rows: Vec<Subject> = desk.db.all(sql).await?;
    Ok(rows.into_iter().map(|row| row.subject_id).collect())
}

/// Remembers rows.
///
/// # Errors
/// What the database answers; that it is taken when another run has just brought one of them in.
pub(super) async fn keep(
    tx: &mut Tx,
    municipality: Id,
    source: &str,
    kind: &str,
    marks: &[Mark],
    now: Moment,
) -> Outcome<()> {
    for marks in marks.chunks(STATEMENT) {
        let rows = marks.iter().map(|mark| -> [Value; 11] {
            [
                municipality.into(),
                source.into(),
                mark.hash.clone().into(),
                mark.occurrence.into(),
                mark.external_id.clone().into(),
                mark.language.clone().into(),
                mark.body.clone().into(),
                kind.into(),
                mark.subject.into(),
                mark.run.into(),
                now.into(),
            ]
        });
        let insert = sql!(
            "insert into imported (municipality_id, source, content_hash, occurrence, external_id, language, body, \
             subject_kind, subject_id, run_id, created_at) values "
        );
        tx.run(insert.rows(rows)).await?;
    }
    Ok(())
}

/// Forgets contents that others take the place of.
pub(super) async fn forget(
    tx: &mut Tx,
    municipality: Id,
    source: &str,
    hashes: impl Iterator<Item = Vec<u8>>,
) -> Outcome<()> {
    let sql = sql!(
        "delete from imported where municipality_id = ? and source = ? and content_hash in ",
        municipality,
        source
    );
    tx.run(sql.list(hashes)).await?;
    Ok(())
}

/// Forgets the rows of what is gone; of one run where it says so.
pub(super) async fn forget_of(
    tx: &mut Tx,
    municipality: Id,
    run: Option<Id>,
    subjects: &[Id],
) -> Outcome<()> {
    let sql = sql!(
        "delete from imported where municipality_id = ?",
        municipality
    );
    let sql = sql.when(" and run_id = ?", run).text(" and subject_id in ");
    tx.run(sql.list(subjects.iter().copied())).await?;
    Ok(())
}
