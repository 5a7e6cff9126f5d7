//! The `imported` table: which rows of which source have come in. The only file that names
//! its columns.
use super::STATEMENT;
use crate::desk::{Outcome, Refusal};
use samskab_database::{FromRow, Tx, Value, is_taken, sql};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use std::collections::HashSet;

/// A row that came in.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub hash: Vec<u8>,
    pub occurrence: i64,
    pub external_id: Option<String>,
    pub subject: Id,
}

#[derive(FromRow)]
struct Known {
    content_hash: Vec<u8>,
    occurrence: i64,
}

/// Which of these contents have come in, and how many copies of each.
pub(super) async fn known(
    tx: &mut Tx,
    municipality: Id,
    source: &str,
    hashes: impl Iterator<Item = Vec<u8>>,
) -> Outcome<HashSet<(Vec<u8>, i64)>> {
    let sql = sql!(
        "select content_hash, occurrence from imported where municipality_id = ? and source = ? \
         and content_hash in ",
        municipality,
        source
    );
    let rows: Vec<Known> = tx.all(sql.list(hashes)).await?;
    Ok(rows
        .into_iter()
        .map(|k| (k.content_hash, k.occurrence))
        .collect())
}

/// An offer that came in under an id of the source's own.
#[derive(Clone, FromRow)]
pub(super) struct Named {
    pub external_id: String,
    pub content_hash: Vec<u8>,
    pub subject_id: Id,
    /// The language it was written in.
    pub language: String,
    /// The language that was asked for, when it has words in that one too.
    pub translated: Option<String>,
}

/// The offers that came in under these ids of the source's own, and whether they have words
/// in `language`.
pub(super) async fn named(
    tx: &mut Tx,
    municipality: Id,
    source: &str,
    language: Language,
    ids: impl Iterator<Item = String>,
) -> Outcome<Vec<Named>> {
    let sql = sql!(
        "select imported.external_id, imported.content_hash, imported.subject_id, offer.language, \
         translation.language as translated from imported \
         join offer on offer.municipality_id = imported.municipality_id and offer.id = imported.subject_id \
         left join translation on translation.municipality_id = offer.municipality_id \
         and translation.subject_id = offer.id and translation.field = 'name' and translation.language = ? \
         where imported.municipality_id = ? and imported.source = ? and imported.external_id in ",
        language.code(),
        municipality,
        source
    );
    Ok(tx.all(sql.list(ids)).await?)
}

/// Remembers rows.
///
/// # Errors
/// [`Refusal::Done`] when another import of the same source has just taken one of them.
pub(super) async fn keep(
    tx: &mut Tx,
    municipality: Id,
    source: &str,
    kind: &str,
    marks: &[Mark],
    now: Moment,
) -> Outcome<()> {
    for marks in marks.chunks(STATEMENT) {
        let rows = marks.iter().map(|mark| -> [Value; 8] {
            [
                municipality.into(),
                source.into(),
                mark.hash.clone().into(),
                mark.occurrence.into(),
                mark.external_id.clone().into(),
                kind.into(),
                mark.subject.into(),
                now.into(),
            ]
        });
        let insert = sql!(
            "insert into imported (municipality_id, source, content_hash, occurrence, external_id, \
             subject_kind, subject_id, created_at) values "
        );
        match tx.run(insert.rows(rows)).await {
            Err(error) if is_taken(&error) => return Err(Refusal::Done),
            done => done?,
        };
    }
    Ok(())
}
