//! A text in another language than its own.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::kernel::{Coded, Id, Language};

#[derive(FromRow)]
struct Body {
    body: String,
}

/// The translation of one field, where there is one.
///
/// # Errors
/// What the database answers.
pub async fn get(
    desk: &Desk,
    municipality: Id,
    subject: Id,
    field: &str,
    language: Language,
) -> Outcome<Option<String>> {
    let found: Option<Body> = desk
        .db
        .first(sql!(
            "select body from translation where municipality_id = ? and subject_id = ? \
             and field = ? and language = ?",
            municipality,
            subject,
            field,
            language.code()
        ))
        .await?;
    Ok(found.map(|t| t.body))
}

/// Keeps a translation a person wrote of the source as it stands now; an empty one goes. Only
/// offers count their versions.
///
/// # Errors
/// What the database answers.
pub async fn put(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    (kind, subject): (&str, Id),
    field: &str,
    language: Language,
    body: &str,
) -> Outcome<()> {
    tx.run(sql!(
        "delete from translation where municipality_id = ? and subject_id = ? and field = ? and language = ?",
        municipality,
        subject,
        field,
        language.code()
    ))
    .await?;
    if body.trim().is_empty() {
        return Ok(());
    }
    tx.run(sql!(
        "insert into translation (municipality_id, subject_kind, subject_id, field, language, body, \
         source_version, state, created_at) values (?, ?, ?, ?, ?, ?, \
         coalesce((select version from offer where municipality_id = ? and id = ?), 1), 'written', ?)",
        municipality,
        kind,
        subject,
        field,
        language.code(),
        body.trim(),
        municipality,
        subject,
        desk.now()
    ))
    .await?;
    Ok(())
}
