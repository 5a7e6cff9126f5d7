//! A text in another language than its own.
mod offer;

pub use offer::{Text, Work, work_in, works, write};

use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::kernel::{Coded, Id, Language};

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

/// Every translation of one field.
///
/// # Errors
/// What the database answers.
pub async fn all(
    desk: &Desk,
    municipality: Id,
    subject: Id,
    field: &str,
) -> Outcome<Vec<(Language, String)>> {
    let found: Vec<InLanguage> = desk
        .db
        .all(sql!(
            "select language, body from translation where municipality_id = ? and subject_id = ? and field = ? \
             order by language",
            municipality,
            subject,
            field
        ))
        .await?;
    let known = found.into_iter();
    Ok(known
        .filter_map(|t| Some((Language::from_code(&t.language)?, t.body)))
        .collect())
}

#[derive(FromRow)]
struct InLanguage {
    language: String,
    body: String,
}

/// Keeps the names of something in other languages, and no others. Nothing but offers counts
/// its versions.
///
/// # Errors
/// What the database answers.
pub async fn put_names(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    (kind, subject): (&str, Id),
    names: &[(Language, String)],
) -> Outcome<()> {
    tx.run(sql!(
        "delete from translation where municipality_id = ? and subject_id = ? and field = 'name'",
        municipality,
        subject
    ))
    .await?;
    if names.is_empty() {
        return Ok(());
    }
    let rows = names
        .iter()
        .map(|name| name_row(desk, municipality, (kind, subject), name.clone()));
    tx.run(sql!(INSERT).rows(rows)).await?;
    Ok(())
}

/// Before the rows of translations.
pub(crate) const INSERT: &str = "insert into translation (municipality_id, subject_kind, subject_id, field, language, body, \
     source_version, state, created_at) values ";

/// The row of a name in another language.
pub(crate) fn name_row(
    desk: &Desk,
    municipality: Id,
    (kind, subject): (&str, Id),
    (language, name): (Language, String),
) -> [Value; 9] {
    [
        municipality.into(),
        kind.into(),
        subject.into(),
        "name".into(),
        language.code().into(),
        name.into(),
        1.into(),
        "written".into(),
        desk.now().into(),
    ]
}
