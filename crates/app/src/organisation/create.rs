//! An administrator adds an organisation.
use super::set_areas;
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::organisation::Draft;
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; remarks for each field.
pub async fn create(desk: &Desk, actor: &Actor, draft: &Draft) -> Outcome<Id> {
    actor.may(Act::Administer)?;
    let organisation = draft.consider()?;
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "insert into organisation (municipality_id, id, name, sort_key, sector, form, cvr, email, \
         phone, about, language, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        &organisation.name,
        sort_key(&organisation.name),
        organisation.sector.code(),
        organisation.form.code(),
        organisation.cvr,
        organisation.email,
        organisation.phone,
        organisation.about,
        Language::Danish.code(),
        now
    ))
    .await?;
    set_areas(&mut tx, actor.municipality, id, &organisation.areas).await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::OrganisationCreated,
        id,
        &[],
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}
