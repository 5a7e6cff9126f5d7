//! A private address of a calendar is made, or made anew.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use crate::token::Secret;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;

/// Which meetings a calendar holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those she is invited to.
    Mine,
    /// Those of an initiative, as far as she sees them.
    Initiative(Id),
    /// Those of an area, as far as she sees them.
    Area(Id),
}

impl Scope {
    /// What is kept of it, for the membership it belongs to.
    pub(super) fn words(self, membership: Id) -> (&'static str, Id) {
        match self {
            Self::Mine => ("mine", membership),
            Self::Initiative(id) => ("initiative", id),
            Self::Area(id) => ("area", id),
        }
    }
}

#[derive(FromRow)]
#[expect(dead_code, reason = "only whether the row is there matters")]
struct Found {
    id: Id,
}

/// The address is shown this once; what is kept is its hash. The one before it stops at once.
///
/// # Errors
/// Denied to those who see no meetings; [`Refusal::Missing`] for what is not this municipality's.
pub async fn renew(desk: &Desk, actor: &Actor, scope: Scope) -> Outcome<Secret> {
    actor.may(Act::SeeMeetings)?;
    let (m, now, secret) = (actor.municipality, desk.now(), Secret::new()?);
    let (word, subject) = scope.words(actor.membership);
    let mut tx = desk.db.write().await?;
    let there = match scope {
        Scope::Mine => sql!(
            "select id from membership where municipality_id = ? and id = ?",
            m,
            subject
        ),
        Scope::Initiative(_) => sql!(
            "select id from initiative where municipality_id = ? and id = ?",
            m,
            subject
        ),
        Scope::Area(_) => sql!(
            "select id from area where municipality_id = ? and id = ?",
            m,
            subject
        ),
    };
    tx.first::<Found>(there).await?.ok_or(Refusal::Missing)?;
    tx.run(sql!(
        "delete from calendar_feed where municipality_id = ? and membership_id = ? and scope = ? and subject_id = ?",
        m,
        actor.membership,
        word,
        subject
    ))
    .await?;
    let id = desk.id();
    tx.run(sql!(
        "insert into calendar_feed (municipality_id, id, membership_id, scope, subject_id, hash, created_at) \
         values (?, ?, ?, ?, ?, ?, ?)",
        m,
        id,
        actor.membership,
        word,
        subject,
        secret.hash(),
        now
    ))
    .await?;
    let verb = journal::Verb::CalendarRenewed;
    journal::write(&mut tx, actor, verb, id, &[subject], now).await?;
    tx.commit().await?;
    Ok(secret)
}
