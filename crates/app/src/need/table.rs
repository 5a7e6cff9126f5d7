//! The `need` table: the only file that names its columns.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, KeptMoment, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Sight};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::need::{self as rules, State};
use samskab_domain::topic::TopicGroup;

/// A need as its readers see it.
#[derive(Clone, Debug, FromRow)]
pub struct Need {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    /// Where it was written.
    pub organisation_id: Id,
    pub organisation: String,
    pub title: String,
    pub statement: String,
    language: String,
    pub concerns: Option<String>,
    /// How much of it there is, as far as anyone knows.
    pub extent: Option<String>,
    topic_group: String,
    state: String,
    pub version: i64,
    created_at: KeptMoment,
    raised_at: Option<KeptMoment>,
    succeeded_at: Option<KeptMoment>,
}

impl Need {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn topic_group(&self) -> TopicGroup {
        TopicGroup::from_code(&self.topic_group).unwrap_or(TopicGroup::Other)
    }

    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Draft)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn raised_at(&self) -> Option<Moment> {
        self.raised_at.map(Moment::from)
    }

    /// Another need stands in its place.
    pub fn succeeded(&self) -> bool {
        self.succeeded_at.is_some()
    }

    /// Whether `actor` is in the circle it was written in.
    pub fn in_circle(&self, actor: &Actor) -> bool {
        actor.in_circle_of_need(self.organisation_id, self.area_id)
    }
}

/// The needs of a municipality, as far as `actor` may read them.
pub(super) fn select(actor: &Actor) -> Sql {
    let base = sql!(
        "select need.id, need.area_id, area.name as area, need.organisation_id, \
         organisation.name as organisation, need.title, need.statement, need.language, need.concerns, \
         need.extent, need.topic_group, need.state, need.version, need.created_at, need.raised_at, need.succeeded_at from need \
         join area on area.municipality_id = need.municipality_id and area.id = need.area_id \
         join organisation on organisation.municipality_id = need.municipality_id \
         and organisation.id = need.organisation_id where need.municipality_id = ?",
        actor.municipality
    );
    within_sight(base, actor)
}

/// Narrows a query over `need` to those `actor` may read: raised ones, and the drafts of
/// her circle.
fn within_sight(sql: Sql, actor: &Actor) -> Sql {
    let own = " and (need.state <> 'draft' or need.created_by in \
               (select id from membership where municipality_id = ? and person_id = ?)";
    let sql = sql.and(own, [actor.municipality.into(), actor.person.into()]);
    let sql = match actor.sight_of_drafted_needs() {
        Sight::Own => sql,
        Sight::Organisation => sql.and(" or need.organisation_id = ?", [actor.organisation.into()]),
        Sight::Areas if actor.areas.is_empty() => sql.text(" or need.state = 'draft'"),
        Sight::Areas => sql
            .text(" or need.area_id in ")
            .list(actor.areas.iter().copied()),
    };
    sql.text(")")
}

/// One need.
///
/// # Errors
/// [`Refusal::Missing`] when there is none `actor` may see.
pub(crate) async fn find(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Need> {
    let sql = select(actor).and(" and need.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

pub(super) fn insert(
    actor: &Actor,
    id: Id,
    need: &rules::Need,
    language: Language,
    now: Moment,
) -> Sql {
    let row: [Value; 14] = [
        actor.municipality.into(),
        id.into(),
        need.area.into(),
        actor.organisation.into(),
        (&need.title).into(),
        (&need.statement).into(),
        language.code().into(),
        need.concerns.clone().into(),
        need.extent.clone().into(),
        need.topic_group.code().into(),
        State::Draft.code().into(),
        1.into(),
        actor.membership.into(),
        now.into(),
    ];
    sql!(
        "insert into need (municipality_id, id, area_id, organisation_id, title, statement, language, \
         concerns, extent, topic_group, state, version, created_by, created_at) values "
    )
    .rows([row])
}

/// Touches nothing when the need is no longer of the version that was put better.
pub(super) fn update(actor: &Actor, id: Id, need: &rules::Need) -> Sql {
    sql!(
        "update need set area_id = ?, title = ?, statement = ?, concerns = ?, extent = ?, topic_group = ?, \
         version = version + 1 where municipality_id = ? and id = ?",
        need.area,
        &need.title,
        &need.statement,
        need.concerns.clone(),
        need.extent.clone(),
        need.topic_group.code(),
        actor.municipality,
        id
    )
    .when(" and version = ?", need.version)
}

/// Says since when an answer has been asked for; the first time counts.
pub(super) fn raised(actor: &Actor, id: Id, now: Moment) -> Sql {
    sql!(
        "update need set raised_at = coalesce(raised_at, ?) where municipality_id = ? and id = ?",
        now,
        actor.municipality,
        id
    )
}

#[derive(FromRow)]
struct Standing {
    state: String,
}

/// Where a need stands. Whoever else changes it, or asks about it, waits until `tx` is over.
///
/// # Errors
/// [`Refusal::Missing`] when there is none.
pub(crate) async fn lock(tx: &mut Tx, municipality: Id, id: Id) -> Outcome<State> {
    let sql = sql!(
        "select state from need where municipality_id = ? and id = ?",
        municipality,
        id
    )
    .text(tx.only_postgres(" for update"));
    let found: Option<Standing> = tx.first(sql).await?;
    found
        .and_then(|need| State::from_code(&need.state))
        .ok_or(Refusal::Missing)
}

#[derive(FromRow)]
struct Succeeded {
    succeeded_at: Option<KeptMoment>,
}

/// [`lock`], where no other need stands in its place.
///
/// # Errors
/// [`Refusal::Done`] where one does.
pub(super) async fn lock_standing(tx: &mut Tx, municipality: Id, id: Id) -> Outcome<State> {
    let state = lock(tx, municipality, id).await?;
    let sql = sql!(
        "select succeeded_at from need where municipality_id = ? and id = ?",
        municipality,
        id
    );
    let found: Option<Succeeded> = tx.first(sql).await?;
    match found.and_then(|need| need.succeeded_at) {
        None => Ok(state),
        Some(_) => Err(Refusal::Done),
    }
}

/// Moves a need from where it stands now to where `change` says.
pub(crate) async fn move_state(
    tx: &mut Tx,
    municipality: Id,
    id: Id,
    change: impl Fn(State) -> State,
) -> Outcome<()> {
    let before = lock(tx, municipality, id).await?;
    let after = change(before);
    if before != after {
        tx.run(sql!(
            "update need set state = ? where municipality_id = ? and id = ?",
            after.code(),
            municipality,
            id
        ))
        .await?;
    }
    Ok(())
}
