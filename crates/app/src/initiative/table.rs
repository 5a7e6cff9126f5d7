//! The `initiative` and `initiative_party` tables.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, KeptMoment, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Denied, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::initiative::State;
use samskab_domain::initiative::ending::{Condition, EndedAs};
use samskab_domain::initiative::placing::{BegunBy, OfWhat, Reason, Relation, WithWhom};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// An initiative as every member sees it.
#[derive(Clone, Debug, FromRow)]
pub struct Initiative {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    pub title: String,
    pub problem: String,
    pub language: String,
    state: String,
    /// The practice lane: started at once by two practitioners.
    pub lane: bool,
    until_day: Option<String>,
    pub notice: Option<String>,
    pub learnt: Option<String>,
    ended_at: Option<KeptMoment>,
    relation: String,
    with_whom: Option<String>,
    of_what: Option<String>,
    begun_by: Option<String>,
    begun_side: Option<String>,
    paused_at: Option<KeptMoment>,
    pub paused_why: Option<String>,
    ended_as: Option<String>,
    ending_conditions: Option<String>,
    created_at: KeptMoment,
}

impl Initiative {
    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Problem)
    }

    pub fn until(&self) -> Option<Day> {
        self.until_day.as_deref().and_then(Day::parse)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn relation(&self) -> Relation {
        Relation::from_code(&self.relation).unwrap_or(Relation::CoCreation)
    }

    pub fn with_whom(&self) -> Vec<WithWhom> {
        chosen(self.with_whom.as_deref())
    }

    pub fn of_what(&self) -> Vec<OfWhat> {
        chosen(self.of_what.as_deref())
    }

    pub fn begun_by(&self) -> Option<BegunBy> {
        BegunBy::from_code(self.begun_by.as_deref()?)
    }

    pub fn begun_side(&self) -> Option<Sector> {
        Sector::from_code(self.begun_side.as_deref()?)
    }

    /// It rests, since when.
    pub fn paused_at(&self) -> Option<Moment> {
        self.paused_at.map(Moment::from)
    }

    pub fn ended_as(&self) -> Option<EndedAs> {
        EndedAs::from_code(self.ended_as.as_deref()?)
    }

    /// Which of the area's conditions its ending hung on.
    pub fn conditions(&self) -> Vec<Condition> {
        chosen(self.ending_conditions.as_deref())
    }

    pub fn ended_at(&self) -> Option<Moment> {
        self.ended_at.map(Moment::from)
    }
}

/// The choices behind codes with commas between.
pub(crate) fn chosen<T: Coded>(codes: Option<&str>) -> Vec<T> {
    let codes = codes.unwrap_or_default().split(',');
    codes.filter_map(T::from_code).collect()
}

/// Choices as they are kept.
pub(super) fn codes<T: Coded>(chosen: &[T]) -> String {
    let codes: Vec<&str> = chosen.iter().map(|c| c.code()).collect();
    codes.join(",")
}

/// The initiatives of a municipality.
pub(super) fn select(municipality: Id) -> Sql {
    sql!(
        "select initiative.id, initiative.area_id, area.name as area, initiative.title, initiative.problem, \
         initiative.language, initiative.state, initiative.lane, initiative.until_day, initiative.notice, \
         initiative.learnt, initiative.ended_at, initiative.relation, initiative.with_whom, initiative.of_what, \
         initiative.begun_by, initiative.begun_side, initiative.paused_at, initiative.paused_why, initiative.ended_as, \
         initiative.ending_conditions, initiative.created_at from initiative \
         join area on area.municipality_id = initiative.municipality_id and area.id = initiative.area_id \
         where initiative.municipality_id = ?",
        municipality
    )
}

/// What a row of the table is made of.
pub(super) struct NewRow<'a> {
    pub id: Id,
    pub area: Id,
    pub title: &'a str,
    pub problem: &'a str,
    pub language: Language,
    pub state: State,
    pub lane: bool,
    pub observation: Option<Id>,
    pub need: Option<Id>,
    pub answer: Option<Id>,
    pub until: Option<Day>,
    pub notice: Option<&'a str>,
    pub now: Moment,
}

pub(super) fn insert(actor: &Actor, row: &NewRow<'_>) -> Sql {
    sql!(
        "insert into initiative (municipality_id, id, area_id, title, problem, language, state, lane, \
         observation_id, need_id, answer_id, until_day, notice, created_by, created_at) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        row.id,
        row.area,
        row.title,
        row.problem,
        row.language.code(),
        row.state.code(),
        row.lane,
        row.observation,
        row.need,
        row.answer,
        row.until,
        row.notice,
        actor.membership,
        row.now
    )
}

/// One side of an initiative; a person of it where someone has joined.
#[derive(Clone, Debug, FromRow)]
pub struct Party {
    pub id: Id,
    pub organisation_id: Id,
    pub organisation: String,
    sector: String,
    pub membership_id: Option<Id>,
    pub person: Option<String>,
    /// Does the work, as against leading it.
    pub practitioner: bool,
    pub aim: Option<String>,
    reasons: Option<String>,
    /// She is not at work there any more.
    pub gone: bool,
}

impl Party {
    /// Why her side is in it.
    pub fn reasons(&self) -> Vec<Reason> {
        chosen(self.reasons.as_deref())
    }

    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }
}

/// Those who are in it now, in the order they came.
pub(crate) async fn parties_of(
    desk: &Desk,
    municipality: Id,
    initiative: Id,
) -> Outcome<Vec<Party>> {
    let sql = sql!(
        "select party.id, party.organisation_id, organisation.name as organisation, organisation.sector, \
         party.membership_id, person.name as person, party.practitioner, party.aim, party.reasons, \
         (membership.until_day is not null or person.left_at is not null) as gone from initiative_party party \
         join organisation on organisation.municipality_id = party.municipality_id \
         and organisation.id = party.organisation_id \
         left join membership on membership.municipality_id = party.municipality_id \
         and membership.id = party.membership_id \
         left join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         where party.municipality_id = ? and party.initiative_id = ? and party.left_at is null order by party.id",
        municipality,
        initiative
    );
    Ok(desk.db.all(sql).await?)
}

/// A row of `initiative_party`.
pub(super) struct NewParty<'a> {
    pub id: Id,
    pub initiative: Id,
    pub organisation: Id,
    pub membership: Option<Id>,
    pub practitioner: bool,
    pub aim: Option<&'a str>,
    pub reasons: &'a [Reason],
    pub language: Language,
    pub now: Moment,
}

pub(super) fn insert_parties<'a>(
    municipality: Id,
    parties: impl IntoIterator<Item = NewParty<'a>>,
) -> Sql {
    let rows = parties.into_iter().map(|party| {
        [
            Value::from(municipality),
            party.id.into(),
            party.initiative.into(),
            party.organisation.into(),
            party.membership.into(),
            party.practitioner.into(),
            party.aim.into(),
            codes(party.reasons).into(),
            party.language.code().into(),
            party.now.into(),
        ]
    });
    sql!(
        "insert into initiative_party (municipality_id, id, initiative_id, organisation_id, membership_id, \
         practitioner, aim, reasons, language, joined_at) values "
    )
    .rows(rows)
}

#[derive(FromRow)]
struct Kept {
    area_id: Id,
    state: String,
}

#[derive(FromRow)]
struct InIt {
    organisation_id: Id,
}

/// The organisations that are in an initiative.
async fn parties_in(tx: &mut Tx, municipality: Id, initiative: Id) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select distinct organisation_id from initiative_party \
         where municipality_id = ? and left_at is null and initiative_id = ?",
        municipality,
        initiative
    );
    let parties: Vec<InIt> = tx.all(sql).await?;
    Ok(parties.into_iter().map(|p| p.organisation_id).collect())
}

/// Where an initiative stands, and the organisations that are in it.
pub(crate) struct Standing {
    pub area: Id,
    pub state: State,
    pub parties: Vec<Id>,
}

/// What is asked before anything is written in an initiative, which is held until that is done: nothing
/// is written in what ends at the same time.
///
/// # Errors
/// [`Refusal::Missing`] when it is not this municipality's.
pub(crate) async fn standing(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<Standing> {
    let m = actor.municipality;
    let kept: Option<Kept> = tx
        .first(
            sql!(
                "select area_id, state from initiative where municipality_id = ? and id = ?",
                m,
                id
            )
            .text(tx.only_postgres(" for no key update")),
        )
        .await?;
    let kept = kept.ok_or(Refusal::Missing)?;
    Ok(Standing {
        area: kept.area_id,
        state: State::from_code(&kept.state).unwrap_or(State::Problem),
        parties: parties_in(tx, m, id).await?,
    })
}

/// The parties of an initiative the actor may write in.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but its parties and the facilitators of its area; [`Refusal::Done`]
/// when it has ended.
pub(crate) async fn writable(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<Vec<Id>> {
    let standing = standing(tx, actor, id).await?;
    actor.may_write_in_initiative(standing.area, &standing.parties)?;
    if standing.state == State::Ended {
        return Err(Refusal::Done);
    }
    Ok(standing.parties)
}

/// Whether the actor may write in an initiative as one of its parties.
///
/// # Errors
/// As [`writable`]; denied to those whose organisation is none of them.
pub(crate) async fn as_party(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<()> {
    match writable(tx, actor, id).await?.contains(&actor.organisation) {
        true => Ok(()),
        false => Err(Denied.into()),
    }
}
