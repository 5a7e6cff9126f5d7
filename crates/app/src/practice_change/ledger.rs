//! *Whose practice changed?*: every change of an area, with counts by side, willingly or not (F23).
use super::read::{Change, select};
use super::wish::{willingness, wishes};
use crate::desk::{Desk, Outcome};
use crate::page::Page;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::practice_change::{Outcome as CameOfIt, Wanted, Willingness};

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

/// How many changes are alike in all that is counted.
#[derive(FromRow)]
struct Alike {
    sector: String,
    outcome: Option<String>,
    /// Which of the three words was said at all.
    yes: Option<String>,
    partly: Option<String>,
    against: Option<String>,
    changes: i64,
}

impl Alike {
    fn outcome(&self) -> Option<CameOfIt> {
        CameOfIt::from_code(self.outcome.as_deref()?)
    }

    /// What one voice of each kind comes to, all of them come to.
    fn willingness(&self) -> Willingness {
        let said = [&self.yes, &self.partly, &self.against]
            .into_iter()
            .flatten();
        let voices: Vec<Wanted> = said.filter_map(|code| Wanted::from_code(code)).collect();
        Willingness::of(&voices)
    }
}

/// Contracts and supplier relations are not co-creation, and are not counted (F1).
///
/// # Errors
/// Denied to those who see no initiatives.
pub async fn ledger(desk: &Desk, actor: &Actor, wish: &LedgerWish) -> Outcome<Ledger> {
    actor.may(Act::SeeInitiatives)?;
    let m = actor.municipality;
    let alike = alike(desk, m, wish.area).await?;
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
        public: count(&alike, Sector::Public),
        voluntary: count(&alike, Sector::Voluntary),
        lines: page.map(|change| Line {
            willingness: willingness(&said, change.id),
            change,
        }),
    })
}

/// Counted where they are kept: as many rows as there are ways to differ, however many changes there are.
async fn alike(desk: &Desk, municipality: Id, area: Option<Id>) -> Outcome<Vec<Alike>> {
    let sql = sql!(
        "select organisation.sector, change.outcome, said.yes, said.partly, said.against, count(*) as changes \
         from practice_change change \
         join initiative on initiative.municipality_id = change.municipality_id and initiative.id = change.initiative_id \
         join organisation on organisation.municipality_id = change.municipality_id \
         and organisation.id = change.organisation_id \
         left join (select change_id, max(case when wanted = 'yes' then wanted end) as yes, \
         max(case when wanted = 'partly' then wanted end) as partly, max(case when wanted = 'no' then wanted end) as against \
         from change_wish where municipality_id = ? group by change_id) said on said.change_id = change.id \
         where change.municipality_id = ? and initiative.relation in ('co_creation', 'grant')",
        municipality,
        municipality
    )
    .when(" and initiative.area_id = ?", area)
    .text(" group by organisation.sector, change.outcome, said.yes, said.partly, said.against");
    Ok(desk.db.all(sql).await?)
}

fn count(all: &[Alike], side: Sector) -> Count {
    let mut count = Count::default();
    for alike in all.iter().filter(|a| a.sector == side.code()) {
        let n = alike.changes;
        count.agreed += n;
        match alike.outcome() {
            Some(CameOfIt::Done) => count.done += n,
            Some(CameOfIt::Differently) => count.differently += n,
            Some(CameOfIt::NotDone) => count.not_done += n,
            None => {}
        }
        match alike.willingness() {
            Willingness::Willing => count.willing += n,
            Willingness::Divided => count.divided += n,
            Willingness::Unwilling => count.unwilling += n,
            Willingness::Unheard => count.unheard += n,
        }
    }
    count
}
