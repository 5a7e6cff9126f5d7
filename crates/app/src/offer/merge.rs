//! Two offers that are one: what hangs on the one moves to the other, and its address leads there.
use super::history::keep;
use super::move_on;
use super::propose::waits;
use super::saying::{Change, Saying};
use super::table::{bearers_before, kept as kept_row};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Coded, Id, Why};
use samskab_domain::offer::{Aspect, State, Way};

/// What two offers say of one thing, and what the one that stays says afterwards.
#[derive(Clone, Debug)]
pub struct Beside {
    pub aspect: Aspect,
    pub kept: String,
    pub gone: String,
    pub after: String,
}

/// Two offers side by side.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The name of the one that stays.
    pub kept: String,
    /// The name of the one whose address leads on.
    pub gone: String,
    pub rows: Vec<Beside>,
}

/// What merging would do: done, looked at, and not kept.
///
/// # Errors
/// As [`merge`].
pub async fn preview(desk: &Desk, actor: &Actor, kept: Id, gone: Id) -> Outcome<Preview> {
    actor.may(Act::KeepOffers)?;
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    check(&mut tx, actor, kept, gone).await?;
    let before = Saying::of(&mut tx, m, kept).await?;
    let other = Saying::of(&mut tx, m, gone).await?;
    move_on::all(&mut tx, desk, m, kept, gone).await?;
    let after = Saying::of(&mut tx, m, kept).await?;
    let told = Aspect::ALL.iter().filter(|a| **a != Aspect::State);
    let rows = told.map(|&aspect| Beside {
        aspect,
        kept: before.get(aspect).to_owned(),
        gone: other.get(aspect).to_owned(),
        after: after.get(aspect).to_owned(),
    });
    let said = |row: &Beside| !(row.kept.is_empty() && row.gone.is_empty());
    Ok(Preview {
        kept: before.get(Aspect::Name).to_owned(),
        gone: other.get(Aspect::Name).to_owned(),
        rows: rows.filter(said).collect(),
    })
}

/// `gone` is taken down, and its address leads to `kept` for good. It is no check of either.
///
/// # Errors
/// [`Refusal::Missing`] for an offer that is not there; denied to all but those who keep both, and
/// to those whose changes wait; a remark when the two are the same, or one is gone already.
pub async fn merge(desk: &Desk, actor: &Actor, kept: Id, gone: Id) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    check(&mut tx, actor, kept, gone).await?;
    let before = Saying::of(&mut tx, m, kept).await?;
    move_on::all(&mut tx, desk, m, kept, gone).await?;
    for sql in [
        sql!(
            "update offer set state = 'withdrawn', merged_into = ?, version = version + 1, changed_at = ? \
             where municipality_id = ? and id = ?",
            kept,
            now,
            m,
            gone
        ),
        sql!(
            "update offer set merged_into = ? where municipality_id = ? and merged_into = ?",
            kept,
            m,
            gone
        ),
        sql!(
            "delete from offer_pair where municipality_id = ? and (first_id = ? or second_id = ?)",
            m,
            gone,
            gone
        ),
        sql!(
            "delete from offer_proposal where municipality_id = ? and offer_id = ? and outcome is null",
            m,
            gone
        ),
    ] {
        tx.run(sql).await?;
    }
    let after = Saying::of(&mut tx, m, kept).await?;
    let changes: Vec<Change> = before.changes(&after);
    let by = (m, Some(actor.membership));
    keep(&mut tx, desk, by, Way::Merged, &[(kept, changes)]).await?;
    let verb = journal::Verb::OfferMerged;
    journal::write(&mut tx, actor, verb, kept, &[gone], now).await?;
    tx.commit().await?;
    Ok(())
}

async fn check(tx: &mut Tx, actor: &Actor, kept: Id, gone: Id) -> Outcome<()> {
    let m = actor.municipality;
    for id in [kept, gone] {
        let (state, _, merged_into) = kept_row(tx, actor, id).await?;
        let bearers = bearers_before(tx, m, id).await?;
        if waits(tx, actor, &bearers).await? {
            return Err(Refusal::Denied(Denied));
        }
        if merged_into.is_some() || (id == kept && state == State::Withdrawn) {
            return Err(Refusal::remark("with", Why::Unknown));
        }
    }
    if kept == gone {
        return Err(Refusal::remark("with", Why::Unknown));
    }
    Ok(())
}

/// What a person would choose between when she looks for the other of two offers: those she keeps
/// whose names hold these words, without the one she came from.
#[derive(Clone, Debug, FromRow)]
pub struct Other {
    pub id: Id,
    pub name: String,
    pub bearer: Option<String>,
}

/// How many are offered at the most.
const MANY: i64 = 20;

/// # Errors
/// Denied to those who keep no offers.
pub async fn others(desk: &Desk, actor: &Actor, offer: Id, q: &str) -> Outcome<Vec<Other>> {
    actor.may(Act::KeepOffers)?;
    let words = super::list::patterns(q);
    if words.is_empty() {
        return Ok(vec![]);
    }
    let sql = sql!(
        "select offer.id, offer.name, (select min(organisation.name) from offer_bearer bearer join organisation \
         on organisation.municipality_id = bearer.municipality_id and organisation.id = bearer.organisation_id \
         where bearer.municipality_id = offer.municipality_id and bearer.offer_id = offer.id) as bearer from offer \
         where offer.state <> 'withdrawn' and offer.municipality_id = ? and offer.id <> ?",
        actor.municipality,
        offer
    );
    let sql = super::table::and_kept_by(sql, actor);
    let sql = words.into_iter().fold(sql, |sql, word| {
        sql.and(" and offer.search_text like ? escape '\\'", [word.into()])
    });
    let sql = sql.and(" order by offer.sort_key, offer.id limit ?", [MANY.into()]);
    Ok(desk.db.all(sql).await?)
}
