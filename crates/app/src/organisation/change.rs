//! An administrator corrects an organisation.
use super::set_areas;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::organisation::Draft;
use samskab_locale::sort_key;

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`]; remarks for each field.
pub async fn change(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let organisation = draft.consider()?;
    let mut tx = desk.db.write().await?;
    let changed = tx
        .run(sql!(
            "update organisation set name = ?, sort_key = ?, sector = ?, form = ?, cvr = ?, email = ?, \
             phone = ?, about = ? where municipality_id = ? and id = ? and closed_at is null",
            &organisation.name,
            sort_key(&organisation.name),
            organisation.sector.code(),
            organisation.form.code(),
            organisation.cvr,
            organisation.email,
            organisation.phone,
            organisation.about,
            actor.municipality,
            id
        ))
        .await?;
    if changed == 0 {
        return Err(Refusal::Missing);
    }
    set_areas(&mut tx, actor.municipality, id, &organisation.areas).await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::OrganisationChanged,
        id,
        &[],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
