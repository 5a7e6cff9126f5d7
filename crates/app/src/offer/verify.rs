//! Someone says that an offer still holds.
use super::table::keepable;
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_domain::offer::State;

/// Which way it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// By someone signed in.
    SignedIn,
    /// By the button on the page a mail's link opens.
    Mail,
}

impl How {
    fn code(self) -> &'static str {
        match self {
            Self::SignedIn => "site",
            Self::Mail => "link",
        }
    }
}

/// The only thing that counts as a check.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but its bearers and facilitators; [`Refusal::Done`]
/// when it is taken down.
pub async fn verify(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let mut tx = desk.db.write().await?;
    let (state, _) = keepable(&mut tx, actor, id).await?;
    if state == State::Withdrawn {
        return Err(Refusal::Done);
    }
    let by = (actor.municipality, actor.membership);
    confirm(&mut tx, desk, by, id, How::SignedIn).await?;
    tx.commit().await?;
    Ok(())
}

/// Keeps that a membership of a municipality said so. The caller has found that it may.
///
/// # Errors
/// What the database answers.
pub(crate) async fn confirm(
    tx: &mut Tx,
    desk: &Desk,
    (m, membership): (Id, Id),
    id: Id,
    how: How,
) -> Outcome<()> {
    let now = desk.now();
    tx.run(sql!(
        "update offer set checked_day = ? where municipality_id = ? and id = ?",
        desk.today(),
        m,
        id
    ))
    .await?;
    tx.run(sql!(
        "insert into verification (municipality_id, id, offer_id, how, created_by, created_at) \
         values (?, ?, ?, ?, ?, ?)",
        m,
        desk.id(),
        id,
        how.code(),
        membership,
        now
    ))
    .await?;
    let verb = journal::Verb::OfferVerified;
    journal::write_as(tx, m, Some(membership), verb, id, &[], now).await
}
