//! *Whose practice changed?*: every change of an area, with counts by side, willingly or not (F23).
use super::read::{Change, select};
use super::wish::{willingness, wishes};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::practice_change::{Outcome as CameOfIt, Wanted, Willingness};
use std::collections::BTreeMap;

/// What of the ledger is wished.
#[derive(Clone, Copy, Debug, Default)]
pub struct LedgerWish {
    pub area: Option<Id>,
    pub sector: Option<Sector>,
    /// Where the page begins.
    pub before: Option<Id>,
}

/// One line of the ledger.
#[derive(Clone, Debug)]
pub struct Line {
    pub change: Change,
    pub willingness: Willingness,
}

/// What changed on one side. Changes, not people, are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub agreed: i64,
    pub done: i64,
    pub differently: i64,
    pub not_done: i64,
    /// Of all that were agreed: those who change wanted it, in part, did not, have not said.
    pub willing: i64,
    pub divided: i64,
    pub unwilling: i64,
    pub unheard: i64,
}

/// The ledger of an area, or of all.
#[derive(Clone, Debug)]
pub struct Ledger {
    pub public: Count,
    pub voluntary: Count,
    /// The newest first.
    pub lines: Page<Line>,
}

#[derive(FromRow)]
struct Row {
    id: Id,
    sector: String,
    outcome: Option<String>,
    wanted: Option<String>,
}

/// Contracts and supplier relations are not co-creation, and are not counted (F1).
///
/// # Errors
/// Denied to those who see no initiatives.
pub async fn ledger(desk: &Desk, actor: &Actor, wish: &LedgerWish) -> Outcome<Ledger> {
    actor.may(Act::SeeInitiatives)?;
    let m = actor.municipality;
    let rows: Vec<Row> = desk
        .db
        .all(
            sql!(
                "select change.id, organisation.sector, change.outcome, wish.wanted from practice_change change \
                 join initiative on initiative.municipality_id = change.municipality_id and initiative.id = change.initiative_id \
                 join organisation on organisation.municipality_id = change.municipality_id \
                 and organisation.id = change.organisation_id \
                 left join change_wish wish on wish.municipality_id = change.municipality_id and wish.change_id = change.id \
                 where change.municipality_id = ? and initiative.relation in ('co_creation', 'grant')",
                m
            )
            .when(" and initiative.area_id = ?", wish.area),
        )
        .await?;
    let limit = Page::<Line>::LIMIT;
    let sql = select(m)
        .text(" and initiative.relation in ('co_creation', 'grant')")
        .when(" and initiative.area_id = ?", wish.area)
        .when(" and organisation.sector = ?", wish.sector.map(Coded::code))
        .when(" and change.id < ?", wish.before)
        .and(" order by change.id desc limit ?", [limit.into()]);
    let page = Page::of(desk.db.all(sql).await?, |c: &Change| c.id.to_string());
    let ids: Vec<Id> = page.items.iter().map(|c| c.id).collect();
    let said = wishes(desk, m, &ids).await?;
    Ok(Ledger {
        public: count(&rows, Sector::Public),
        voluntary: count(&rows, Sector::Voluntary),
        lines: page.map(|change| Line {
            willingness: willingness(&said, change.id),
            change,
        }),
    })
}

fn count(rows: &[Row], side: Sector) -> Count {
    let mut changes: BTreeMap<Id, (Option<CameOfIt>, Vec<Wanted>)> = BTreeMap::new();
    for row in rows.iter().filter(|r| r.sector == side.code()) {
        let outcome = row.outcome.as_deref().and_then(CameOfIt::from_code);
        let change = changes.entry(row.id).or_insert((outcome, vec![]));
        change
            .1
            .extend(row.wanted.as_deref().and_then(Wanted::from_code));
    }
    let mut count = Count::default();
    for (outcome, voices) in changes.values() {
        count.agreed += 1;
        match outcome {
            Some(CameOfIt::Done) => count.done += 1,
            Some(CameOfIt::Differently) => count.differently += 1,
            Some(CameOfIt::NotDone) => count.not_done += 1,
            None => {}
        }
        match Willingness::of(voices) {
            Willingness::Willing => count.willing += 1,
            Willingness::Divided => count.divided += 1,
            Willingness::Unwilling => count.unwilling += 1,
            Willingness::Unheard => count.unheard += 1,
        }
    }
    count
}
