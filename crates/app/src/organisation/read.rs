//! One organisation as it was written, and the sectors of several.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Sector;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::organisation::Draft;

#[derive(FromRow)]
struct Kept {
    name: String,
    sector: String,
    form: String,
    cvr: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    about: Option<String>,
}

#[derive(FromRow)]
struct InArea {
    area_id: Id,
}

/// # Errors
/// [`Refusal::Missing`] when there is none, or it is closed.
pub async fn draft(desk: &Desk, municipality: Id, id: Id) -> Outcome<Draft> {
    let kept: Option<Kept> = desk
        .db
        .first(sql!(
            "select name, sector, form, cvr, email, phone, about from organisation \
             where municipality_id = ? and id = ? and closed_at is null",
            municipality,
            id
        ))
        .await?;
    let kept = kept.ok_or(Refusal::Missing)?;
    let areas: Vec<InArea> = desk
        .db
        .all(sql!(
            "select area_id from organisation_area where municipality_id = ? and organisation_id = ?",
            municipality,
            id
        ))
        .await?;
    Ok(Draft {
        name: kept.name,
        sector: kept.sector,
        form: kept.form,
        cvr: kept.cvr.unwrap_or_default(),
        email: kept.email.unwrap_or_default(),
        phone: kept.phone.unwrap_or_default(),
        about: kept.about.unwrap_or_default(),
        areas: areas.into_iter().map(|a| a.area_id.to_string()).collect(),
    })
}

#[derive(FromRow)]
struct InSector {
    sector: String,
}

/// The sectors of these organisations, one for each that is open; fewer when some are not
/// this municipality's.
///
/// # Errors
/// What the database answers.
pub async fn sectors(desk: &Desk, municipality: Id, ids: &[Id]) -> Outcome<Vec<Sector>> {
    let sql = sql!("select sector from organisation where municipality_id = ? and closed_at is null and id in ", municipality)
        .list(ids.iter().copied());
    let rows: Vec<InSector> = desk.db.all(sql).await?;
    Ok(rows
        .iter()
        .filter_map(|r| Sector::from_code(&r.sector))
        .collect())
}
