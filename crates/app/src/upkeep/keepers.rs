//! Who can mend an offer and is to be told.
use super::reachable::Reachable;
use crate::desk::{Desk, Outcome};
use samskab_domain::kernel::Id;
use samskab_domain::upkeep::Rung;

/// Those who coordinate at its bearers; where nobody does, the facilitators.
///
/// # Errors
/// What the database answers.
pub(crate) async fn keepers(desk: &Desk, m: Id, offer: Id) -> Outcome<Vec<Id>> {
    let reachable = Reachable::of(desk, m, &[offer]).await?;
    let rungs = reachable.rungs(offer).iter();
    let able = rungs.filter(|(rung, _)| matches!(rung, Rung::Coordinator | Rung::Facilitator));
    let first = able.min_by_key(|(rung, _)| *rung);
    Ok(first.map(|(_, people)| people.clone()).unwrap_or_default())
}
