//! The areas in use, in the order of the alphabet.
use crate::desk::{Desk, Outcome, Refusal};
use crate::translation;
use samskab_database::{FromRow, sql};
use samskab_domain::area::Draft;
use samskab_domain::kernel::{Coded, Id, Language};

#[derive(Clone, Debug, FromRow)]
pub struct Area {
    pub id: Id,
    /// In the asked language, where there is one.
    pub name: String,
    language: String,
    /// Its own working days for answers; none means the municipality's.
    pub answer_days: Option<i64>,
}

impl Area {
    /// The language the name is in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }
}

/// # Errors
/// What the database answers.
pub async fn list(desk: &Desk, municipality: Id, language: Language) -> Outcome<Vec<Area>> {
    let sql = sql!(
        "select area.id, coalesce(translation.body, area.name) as name, \
         coalesce(translation.language, area.language) as language, area.answer_days \
         from area left join translation on translation.municipality_id = area.municipality_id \
         and translation.subject_id = area.id and translation.field = 'name' \
         and translation.language = ? \
         where area.municipality_id = ? and area.closed_at is null order by area.sort_key, area.id",
        language.code(),
        municipality
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Kept {
    name: String,
    answer_days: Option<i64>,
}

/// One area as it was written, to be changed.
///
/// # Errors
/// [`Refusal::Missing`] when there is none.
pub async fn draft(desk: &Desk, municipality: Id, id: Id) -> Outcome<Draft> {
    let kept: Option<Kept> = desk
        .db
        .first(sql!(
            "select name, answer_days from area where municipality_id = ? and id = ? and closed_at is null",
            municipality,
            id
        ))
        .await?;
    let kept = kept.ok_or(Refusal::Missing)?;
    Ok(Draft {
        name: kept.name,
        names: translation::all(desk, municipality, id, "name").await?,
        answer_days: kept.answer_days.map(|d| d.to_string()).unwrap_or_default(),
    })
}

#[derive(FromRow)]
struct Days {
    days: i64,
}

/// Working days for an answer in an area: its own, or the municipality's.
///
/// # Errors
/// [`Refusal::Missing`] when there is no such area.
pub async fn answer_days(desk: &Desk, municipality: Id, area: Id) -> Outcome<u16> {
    let found: Option<Days> = desk
        .db
        .first(sql!(
            "select coalesce(area.answer_days, municipality.answer_days) as days from area \
             join municipality on municipality.id = area.municipality_id \
             where area.municipality_id = ? and area.id = ?",
            municipality,
            area
        ))
        .await?;
    let days = found.ok_or(Refusal::Missing)?.days;
    Ok(u16::try_from(days).unwrap_or(samskab_domain::answer::DEFAULT_DAYS))
}
