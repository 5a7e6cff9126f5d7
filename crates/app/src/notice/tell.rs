//! Tells one person that there is news, once.
use crate::desk::{Desk, Outcome};
use crate::mail;
use samskab_database::sql;
use samskab_domain::kernel::Id;

/// The message goes out as she wishes by then. Told before, or gone, nothing happens.
///
/// # Errors
/// What the database answers.
pub async fn tell(desk: &Desk, municipality: Id, person: Id) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let told = sql!(
        "delete from notice where municipality_id = ? and person_id = ?",
        municipality,
        person
    );
    if tx.run(told).await? == 0 {
        return Ok(());
    }
    mail::ask(&mut tx, desk, municipality, mail::Kind::News, person).await?;
    tx.commit().await?;
    Ok(())
}
