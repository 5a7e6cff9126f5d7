//! Tying an offer to the change it came of.
use crate::desk::{Outcome, Refusal};
use crate::{initiative, journal};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Moment, Why};
use samskab_domain::offer::Effect;

#[derive(FromRow)]
struct There {
    id: Id,
    initiative_id: Id,
}

/// What the change did to the offer must be said (F1, F2), by someone who had a part in the
/// change or keeps the offer of an organisation that had.
///
/// # Errors
/// [`Refusal::Missing`] when the change is not this municipality's; denied when others made it;
/// a remark without effect.
pub(super) async fn because(
    tx: &mut Tx,
    actor: &Actor,
    (offer, bearers): (Id, &[Id]),
    change: Option<Id>,
    effect: Option<Effect>,
    now: Moment,
) -> Outcome<()> {
    let Some(change) = change else {
        return Ok(());
    };
    let found: Option<There> = tx
        .first(sql!(
            "select id, initiative_id from practice_change where municipality_id = ? and id = ?",
            actor.municipality,
            change
        ))
        .await?;
    let found = found.ok_or(Refusal::Missing)?;
    let change = found.id;
    let standing = initiative::standing(tx, actor, found.initiative_id).await?;
    let parties = &standing.parties;
    let theirs = bearers.iter().any(|bearer| parties.contains(bearer));
    if !theirs {
        actor.may_write_in_initiative(standing.area, parties)?;
    }
    let effect = effect.ok_or_else(|| Refusal::remark("effect", Why::Missing))?;
    tx.run(sql!(
        "insert into offer_change (municipality_id, offer_id, change_id, effect, linked_at, linked_by) values (?, ?, ?, ?, ?, ?) \
         on conflict (municipality_id, offer_id, change_id) do update set effect = excluded.effect",
        actor.municipality,
        offer,
        change,
        effect.code(),
        now,
        actor.membership
    ))
    .await?;
    let verb = journal::Verb::OfferLinkedToChange;
    journal::write(tx, actor, verb, offer, &[change], now).await
}
