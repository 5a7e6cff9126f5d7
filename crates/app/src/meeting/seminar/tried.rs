//! What was tried in an area, and what was learnt.
use crate::desk::{Desk, Outcome};
use crate::initiative::chosen;
use crate::trail::Link;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::initiative::State;
use samskab_domain::initiative::ending::Condition;
use samskab_domain::initiative::placing::Relation;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::meeting::seminar::Ask;
use samskab_domain::practice_change::Outcome as CameOfIt;
use std::collections::HashMap;

/// An initiative, what is done differently because of it, and what was learnt.
#[derive(Clone, Debug)]
pub struct Tried {
    pub initiative: Link,
    pub state: State,
    pub lane: bool,
    /// A contract is named, and is no co-creation (F1).
    pub relation: Relation,
    pub began: Day,
    pub changes: Vec<Changed>,
    pub learnt: Option<String>,
    /// Which of the area's conditions its ending hung on (F24).
    pub conditions: Vec<Condition>,
    /// The reader may write down a change in it now.
    pub may_write: bool,
}

/// A practice change of it.
#[derive(Clone, Debug)]
pub struct Changed {
    pub change: Link,
    pub organisation: String,
    /// None while nobody has said how it went.
    pub outcome: Option<CameOfIt>,
}

impl Tried {
    /// What it gives reason to ask.
    pub(super) fn asks(&self) -> Vec<(Ask, Link)> {
        let not_done = self
            .changes
            .iter()
            .filter(|c| c.outcome == Some(CameOfIt::NotDone));
        let mut asks: Vec<_> = not_done.map(|c| (Ask::NotDone, c.change.clone())).collect();
        if self.learnt.is_some() {
            asks.push((Ask::Learnt, self.initiative.clone()));
        }
        asks
    }
}

#[derive(FromRow)]
struct Row {
    id: Id,
    title: String,
    state: String,
    lane: bool,
    relation: String,
    created_at: KeptMoment,
    learnt: Option<String>,
    ending_conditions: Option<String>,
}

#[derive(FromRow)]
struct ChangeRow {
    id: Id,
    initiative_id: Id,
    what: String,
    organisation: String,
    outcome: Option<String>,
}

/// So many of the latest.
const MOST: i64 = 60;

/// The latest initiatives of an area, the newest first.
pub(super) async fn tried(desk: &Desk, actor: &Actor, area: Id) -> Outcome<Vec<Tried>> {
    let m = actor.municipality;
    let sql = sql!(
        "select id, title, state, lane, relation, created_at, learnt, ending_conditions from initiative \
         where municipality_id = ? and area_id = ? order by id desc limit ?",
        m,
        area,
        MOST
    );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    let mut changes = changes(desk, m, &ids).await?;
    let mut parties = parties(desk, m, &ids).await?;
    let tried = rows.into_iter().map(|row| Tried {
        may_write: row.state != State::Ended.code()
            && actor
                .may_write_in_initiative(area, &parties.remove(&row.id).unwrap_or_default())
                .is_ok(),
        changes: changes.remove(&row.id).unwrap_or_default(),
        state: State::from_code(&row.state).unwrap_or(State::Problem),
        lane: row.lane,
        relation: Relation::from_code(&row.relation).unwrap_or(Relation::CoCreation),
        began: Day::of(*row.created_at),
        conditions: chosen(row.ending_conditions.as_deref()),
        learnt: row.learnt,
        initiative: Link {
            id: row.id,
            title: row.title,
        },
    });
    Ok(tried.collect())
}

#[derive(FromRow)]
struct PartyRow {
    initiative_id: Id,
    organisation_id: Id,
}

async fn parties(desk: &Desk, m: Id, initiatives: &[Id]) -> Outcome<HashMap<Id, Vec<Id>>> {
    let sql = sql!(
        "select initiative_id, organisation_id from initiative_party \
         where municipality_id = ? and left_at is null and initiative_id in ",
        m
    )
    .list(initiatives.iter().copied());
    let rows: Vec<PartyRow> = desk.db.all(sql).await?;
    let mut parties: HashMap<Id, Vec<Id>> = HashMap::new();
    for row in rows {
        let of = parties.entry(row.initiative_id).or_default();
        of.push(row.organisation_id);
    }
    Ok(parties)
}

async fn changes(desk: &Desk, m: Id, initiatives: &[Id]) -> Outcome<HashMap<Id, Vec<Changed>>> {
    let sql = sql!(
        "select change.id, change.initiative_id, change.what, organisation.name as organisation, change.outcome \
         from practice_change change \
         join organisation on organisation.municipality_id = change.municipality_id \
         and organisation.id = change.organisation_id \
         where change.municipality_id = ? and change.initiative_id in ",
        m
    )
    .list(initiatives.iter().copied())
    .text(" order by change.id");
    let rows: Vec<ChangeRow> = desk.db.all(sql).await?;
    let mut changes: HashMap<Id, Vec<Changed>> = HashMap::new();
    for row in rows {
        changes.entry(row.initiative_id).or_default().push(Changed {
            change: Link {
                id: row.id,
                title: row.what,
            },
            organisation: row.organisation,
            outcome: row.outcome.as_deref().and_then(CameOfIt::from_code),
        });
    }
    Ok(changes)
}
