//! Those who keep an offer change what it says.
use super::because::because;
use super::details::{self, check};
use super::history::keep_since;
use super::propose::{self, waits};
use super::saying::Saying;
use super::table::{bearers_before, keepable, keepable_now, put_cadence, search_text, update};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Language, Why};
use samskab_domain::offer::{Draft, Offer, Way};

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Citizens read it from now on.
    AtOnce,
    /// Somebody else looks at it first; citizens read what stood there before.
    Waits,
}

/// When it was last checked stays: editing is no confirmation.
///
/// # Errors
/// [`crate::Refusal::Missing`] for an offer or a change that is not there; denied to all but
/// its bearers, those before and those after, and facilitators; remarks for each field.
pub async fn change(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    change: Option<Id>,
) -> Outcome<Changed> {
    actor.may(Act::KeepOffers)?;
    keepable_now(desk, actor, id).await?;
    let before = super::draft::as_it_stands(desk, actor, id).await?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    keepable(&mut tx, actor, id).await?;
    let offer = considered(draft.consider(), &draft.texts(), true)?;
    actor.may_keep_offer(&offer.bearers)?;
    seen(&mut tx, actor.municipality, id, offer.version).await?;
    let held = bearers_before(&mut tx, actor.municipality, id).await?;
    let cause = (id, offer.bearers.as_slice());
    let changed = if waits(&mut tx, actor, &held).await? {
        check(&mut tx, actor.municipality, &offer, &held).await?;
        propose::put(&mut tx, desk, actor, id, &draft.otherwise_than(&before)).await?;
        because(&mut tx, actor, cause, change, offer.effect, now).await?;
        Changed::Waits
    } else {
        apply(
            &mut tx,
            desk,
            actor,
            (id, Way::Edited),
            (&offer, draft.minor),
        )
        .await?;
        because(&mut tx, actor, cause, change, offer.effect, now).await?;
        let verb = journal::Verb::OfferChanged;
        journal::write(&mut tx, actor, verb, id, &offer.bearers, now).await?;
        Changed::AtOnce
    };
    tx.commit().await?;
    Ok(changed)
}

#[derive(FromRow)]
struct Standing {
    version: i64,
}

/// That nobody has changed it since it was opened: a number put right in many offers meanwhile is not to be put
/// back by a form that was open.
async fn seen(tx: &mut Tx, m: Id, id: Id, version: Option<i64>) -> Outcome<()> {
    let Some(version) = version else {
        return Ok(());
    };
    let standing = sql!(
        "select version from offer where municipality_id = ? and id = ?",
        m,
        id
    );
    let standing: Option<Standing> = tx.first(standing).await?;
    match standing.is_some_and(|standing| standing.version == version) {
        true => Ok(()),
        false => Err(changed_meanwhile()),
    }
}

fn changed_meanwhile() -> Refusal {
    Refusal::remark("version", Why::ChangedMeanwhile)
}

/// Puts what was considered in place of what the offer said, and keeps what became otherwise.
///
/// # Errors
/// [`crate::Refusal::Missing`]; denied to all but those who keep it; remarks on what is not there.
pub(super) async fn apply(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    (id, way): (Id, Way),
    (offer, minor): (&Offer, bool),
) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let (_, language): (_, Language) = keepable(tx, actor, id).await?;
    let held = bearers_before(tx, m, id).await?;
    check(tx, m, offer, &held).await?;
    let search_text = search_text(tx, m, offer).await?;
    let before = Saying::of(tx, m, id).await?;
    if tx.run(update(m, id, offer, search_text, now)).await? == 0 {
        return Err(changed_meanwhile());
    }
    put_cadence(tx, m, id, offer).await?;
    details::put(tx, desk, m, (id, language), offer).await?;
    let after = Saying::of(tx, m, id).await?;
    if !minor && before.translated() != after.translated() {
        matters(tx, m, &[id]).await?;
    }
    let by = (m, Some(actor.membership));
    keep_since(tx, desk, by, way, (id, &before)).await
}

/// Translations made before this version no longer say what these offers say.
///
/// # Errors
/// What the database answers.
pub(crate) async fn matters(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<()> {
    let sql = sql!(
        "update offer set major_version = version where municipality_id = ? and id in ",
        m
    );
    tx.run(sql.list(ids.iter().copied())).await?;
    Ok(())
}
