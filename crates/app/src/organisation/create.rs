//! An administrator adds an organisation.
use super::set_areas;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::organisation::Draft;
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; remarks for each field, a CVR number taken included.
pub async fn create(desk: &Desk, actor: &Actor, draft: &Draft) -> Outcome<Id> {
    actor.may(Act::Administer)?;
    let organisation = draft.consider()?;
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    let made = tx
        .run(sql!(
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
        .await;
    match made {
        Err(error) if is_taken(&error) => return Err(Refusal::remark("cvr", Why::Taken)),
        made => made?,
    };
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
