//! What comes from outside is held until someone has looked at it.
use super::record::{check_places, consider as considered};
use super::table::{self, NewRow};
use crate::desk::Outcome;
use samskab_database::Tx;
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::observation::{Draft, Observation};

/// # Errors
/// Every remark, those on personal data among them.
pub(crate) fn consider(draft: &Draft) -> Outcome<Observation> {
    considered(draft, vec![])
}

/// Keeps a story of nobody's, held.
///
/// # Errors
/// Remarks on an area or topic that is not this municipality's.
pub(crate) async fn hold(
    tx: &mut Tx,
    municipality: Id,
    id: Id,
    observation: &Observation,
    language: Language,
    now: Moment,
) -> Outcome<()> {
    check_places(tx, municipality, observation).await?;
    let row = NewRow {
        municipality,
        id,
        by: None,
        language,
        observation,
        now,
    };
    tx.run(table::insert([row])).await?;
    Ok(())
}
