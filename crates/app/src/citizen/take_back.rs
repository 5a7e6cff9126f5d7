//! The one who told takes it back, by her code.
use super::code::{Code, told};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, observation};
use samskab_domain::kernel::Id;

/// The words go for good; that something was told stays.
///
/// # Errors
/// [`Refusal::Missing`] when nothing was told with the code, [`Refusal::Done`] when it is gone already.
pub async fn take_back(desk: &Desk, municipality: Id, code: &Code) -> Outcome<()> {
    let told = told(desk, municipality, code).await?;
    let mut tx = desk.db.write().await?;
    if !observation::erase(desk, &mut tx, municipality, told.observation_id).await? {
        return Err(Refusal::Done);
    }
    let (verb, id) = (journal::Verb::ObservationWithdrawn, told.observation_id);
    journal::write_as(
        &mut tx,
        municipality,
        None,
        verb,
        id,
        &[told.area_id],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
