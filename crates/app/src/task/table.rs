//! The `task` table.
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::writable;
use samskab_database::{FromRow, KeptMoment, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::task::{self as rules, Duty, Flag, Kind, Precondition, Standing, State, Step};

/// One line of who does what.
#[derive(Clone, Debug, FromRow)]
pub struct Task {
    pub id: Id,
    pub initiative_id: Id,
    pub what: String,
    language: String,
    kind: String,
    state: String,
    /// Who is asked, or has it.
    pub membership_id: Option<Id>,
    pub person: Option<String>,
    pub organisation: Option<String>,
    sector: Option<String>,
    /// She is not at work there any more.
    pub gone: bool,
    taken_at: Option<KeptMoment>,
    until_day: Option<String>,
    pub must: bool,
    pub bridge: bool,
    in_place: String,
    duty: Option<String>,
    duty_at: Option<KeptMoment>,
    version: i64,
    created_at: KeptMoment,
}

impl Task {
    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind).unwrap_or(Kind::Disputed)
    }

    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Open)
    }

    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// The side of the one who is asked or has it.
    pub fn sector(&self) -> Option<Sector> {
        Sector::from_code(self.sector.as_deref()?)
    }

    pub fn until(&self) -> Option<Day> {
        Day::parse(self.until_day.as_deref()?)
    }

    pub fn taken_at(&self) -> Option<Moment> {
        self.taken_at.map(Moment::from)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    fn in_place(&self) -> Vec<Precondition> {
        self.in_place
            .split(',')
            .filter_map(Precondition::from_code)
            .collect()
    }

    /// What is asked about it today.
    pub fn flags(&self, today: Day) -> Vec<Flag> {
        let duty = self.duty.as_deref().and_then(Duty::from_code);
        let said = self.duty_at.map(|at| Day::of(*at));
        let standing = Standing {
            kind: self.kind(),
            state: self.state(),
            side: self.sector(),
            since: self.taken_at.map(|at| Day::of(*at)),
            until: self.until(),
            must: self.must,
            bridge: self.bridge.then(|| self.in_place()),
            duty: duty.zip(said),
        };
        rules::flags(&standing, today)
    }

    /// As it would be typed.
    pub fn draft(&self) -> rules::Draft {
        let in_place = self.in_place();
        rules::Draft {
            what: self.what.clone(),
            kind: self.kind.clone(),
            until: self.until_day.clone().unwrap_or_default(),
            must: self.must,
            bridge: self.bridge,
            in_place: in_place.iter().map(|p| p.code().to_owned()).collect(),
            version: self.version.to_string(),
            harmless: false,
        }
    }

    /// What whoever has it said yes to.
    pub(super) fn agreed(&self) -> rules::Task {
        rules::Task {
            what: self.what.clone(),
            kind: self.kind(),
            until: self.until(),
            must: self.must,
            bridge: self.bridge.then(|| self.in_place()),
            version: Some(self.version),
        }
    }
}

/// The codes of what is in place, as they are kept.
pub(super) fn codes(in_place: &[Precondition]) -> String {
    let codes: Vec<&str> = in_place.iter().map(|p| p.code()).collect();
    codes.join(",")
}

/// The tasks of a municipality.
pub(super) fn select(municipality: Id) -> Sql {
    sql!(
        "select task.id, task.initiative_id, task.what, task.language, task.kind, task.state, task.membership_id, \
         person.name as person, organisation.name as organisation, organisation.sector, \
         (membership.until_day is not null or person.left_at is not null) as gone, task.taken_at, task.until_day, \
         task.must, task.bridge, task.in_place, task.duty, task.duty_at, task.version, task.created_at from task \
         left join membership on membership.municipality_id = task.municipality_id and membership.id = task.membership_id \
         left join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         left join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id where task.municipality_id = ?",
        municipality
    )
}

/// One task, as a member reads it.
///
/// # Errors
/// [`Refusal::Missing`] when it is not this municipality's.
pub(super) async fn read(desk: &Desk, municipality: Id, id: Id) -> Outcome<Task> {
    let sql = select(municipality).and(" and task.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// A task the actor may do something about: one of an initiative she may write in.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but parties and facilitators; [`Refusal::Done`] when the
/// initiative has ended.
pub(super) async fn open(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<Task> {
    let sql = select(actor.municipality).and(" and task.id = ?", [id.into()]);
    let task: Task = tx.first(sql).await?.ok_or(Refusal::Missing)?;
    writable(tx, actor, task.initiative_id).await?;
    Ok(task)
}

/// Keeps that a step was taken. Of a *no thanks*, not whose.
pub(super) fn keep_step(desk: &Desk, actor: &Actor, tasks: &[Id], step: Step) -> Sql {
    let whose = (step != Step::Declined).then_some(actor.organisation);
    let rows = tasks.iter().map(|&task| {
        [
            Value::from(actor.municipality),
            desk.id().into(),
            task.into(),
            step.code().into(),
            whose.into(),
            desk.now().into(),
        ]
    });
    sql!(
        "insert into task_step (municipality_id, id, task_id, step, organisation_id, created_at) values "
    )
    .rows(rows)
}
