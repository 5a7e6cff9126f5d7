//! What is said to be wrong, for those who can mend it.
use crate::desk::{Desk, Outcome};
use crate::offer::and_kept_by;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::fault::Kind;
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// Something that is said to be wrong.
#[derive(Clone, Debug, FromRow)]
pub struct Fault {
    pub id: Id,
    kind: String,
    pub note: Option<String>,
    language: String,
    created_at: KeptMoment,
    /// Whoever said it wants to hear what came of it.
    pub answer: bool,
}

impl Fault {
    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind).unwrap_or(Kind::Other)
    }

    /// The language it was said in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }
}

/// What waits about one offer, the oldest first.
///
/// # Errors
/// Denied to those who keep no offers; nothing for an offer of others.
pub async fn list(desk: &Desk, actor: &Actor, offer: Id) -> Outcome<Vec<Fault>> {
    actor.may(Act::KeepOffers)?;
    let sql = sql!(
        "select fault.id, fault.kind, fault.note, fault.language, fault.created_at, \
         fault.reply_to is not null as answer from offer_fault fault \
         join offer on offer.municipality_id = fault.municipality_id and offer.id = fault.offer_id \
         where fault.municipality_id = ? and fault.offer_id = ? and fault.closed_at is null",
        actor.municipality,
        offer
    );
    let sql = and_kept_by(sql, actor).text(" order by fault.id");
    Ok(desk.db.all(sql).await?)
}

/// An offer of which something is said to be wrong.
#[derive(Clone, Debug, FromRow)]
pub struct Faulty {
    pub id: Id,
    pub name: String,
    pub faults: i64,
}

/// The offers the actor keeps of which something is said to be wrong, the longest waiting first.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn faulty(desk: &Desk, actor: &Actor, many: i64) -> Outcome<Vec<Faulty>> {
    actor.may(Act::KeepOffers)?;
    let sql = sql!(
        "select offer.id, offer.name, waiting.faults from (select offer_id, count(*) as faults, \
         min(created_at) as oldest from offer_fault where municipality_id = ? and closed_at is null \
         group by offer_id) waiting join offer on offer.id = waiting.offer_id \
         where offer.state = 'published' and offer.municipality_id = ?",
        actor.municipality,
        actor.municipality
    );
    let sql =
        and_kept_by(sql, actor).and(" order by waiting.oldest, offer.id limit ?", [many.into()]);
    Ok(desk.db.all(sql).await?)
}
