//! One vacancy: what hangs on her, who can take it, or what was given on.
use super::hanging::{Hanging, given, hanging};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::vacancy::Reason;

/// A vacancy as its page shows it.
#[derive(Clone, Debug)]
pub struct Vacancy {
    row: Row,
    pub hanging: Hanging,
    /// The reader can give it on.
    pub may_give: bool,
}

#[derive(Clone, Debug, FromRow)]
struct Row {
    id: Id,
    membership_id: Id,
    organisation_id: Id,
    person: String,
    organisation: String,
    reason: String,
    opened_at: KeptMoment,
    closed_at: Option<KeptMoment>,
    given_to: Option<Id>,
    receiver: Option<String>,
    note: Option<String>,
    language: String,
}

impl Vacancy {
    pub fn id(&self) -> Id {
        self.row.id
    }

    /// Whose things they were.
    pub fn person(&self) -> &str {
        &self.row.person
    }

    pub fn organisation(&self) -> &str {
        &self.row.organisation
    }

    pub fn reason(&self) -> Reason {
        Reason::from_code(&self.row.reason).unwrap_or(Reason::Reported)
    }

    pub fn opened_at(&self) -> Moment {
        *self.row.opened_at
    }

    /// It is over: given on, or she is still here.
    pub fn closed(&self) -> bool {
        self.row.closed_at.is_some()
    }

    /// Who took over.
    pub fn receiver(&self) -> Option<&str> {
        self.row.receiver.as_deref()
    }

    pub fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// The language the note was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.row.language).unwrap_or_default()
    }
}

/// For those who can give it on, and for whoever took over.
///
/// # Errors
/// [`Refusal::Missing`] for others'.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Vacancy> {
    actor.may(Act::SeeOffers)?;
    let m = actor.municipality;
    let row: Option<Row> = desk
        .db
        .first(sql!(
            "select vacancy.id, vacancy.membership_id, membership.organisation_id, person.name as person, \
             organisation.name as organisation, vacancy.reason, vacancy.opened_at, vacancy.closed_at, \
             vacancy.given_to, receiver.name as receiver, vacancy.note, vacancy.language from vacancy \
             join membership on membership.municipality_id = vacancy.municipality_id \
             and membership.id = vacancy.membership_id \
             join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
             join organisation on organisation.municipality_id = membership.municipality_id \
             and organisation.id = membership.organisation_id \
             left join membership hers on hers.municipality_id = vacancy.municipality_id \
             and hers.id = vacancy.given_to \
             left join person receiver on receiver.municipality_id = hers.municipality_id \
             and receiver.id = hers.person_id where vacancy.municipality_id = ? and vacancy.id = ?",
            m,
            id
        ))
        .await?;
    let row = row.ok_or(Refusal::Missing)?;
    let gives = actor.may_fill_vacancy(row.organisation_id).is_ok();
    if !gives && row.given_to != Some(actor.membership) {
        return Err(Refusal::Missing);
    }
    let hanging = match row.closed_at {
        None => hanging(desk, actor, row.membership_id).await?,
        Some(_) => given(desk, actor, id).await?,
    };
    let may_give = gives && row.closed_at.is_none();
    Ok(Vacancy {
        row,
        hanging,
        may_give,
    })
}

/// Names by membership, to choose from.
pub type People = Vec<(Id, String)>;

#[derive(FromRow)]
struct Member {
    id: Id,
    name: String,
    role: String,
}

/// How many a list to choose from holds at the most.
const MANY: i64 = 500;

/// Who can take over: the others at her organisation.
///
/// # Errors
/// [`Refusal::Missing`] for others'.
pub async fn successors(desk: &Desk, actor: &Actor, vacancy: &Vacancy) -> Outcome<People> {
    actor.may_fill_vacancy(vacancy.row.organisation_id)?;
    let sql = sql!(
        "select membership.id, person.name, membership.role from membership \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         and person.left_at is null where membership.municipality_id = ? and membership.until_day is null \
         and membership.organisation_id = ? and membership.id <> ? \
         order by person.sort_key, membership.id limit ?",
        actor.municipality,
        vacancy.row.organisation_id,
        vacancy.row.membership_id,
        MANY
    );
    let members: Vec<Member> = desk.db.all(sql).await?;
    let may = members.into_iter().filter(|m| {
        ![Role::Administrator, Role::Researcher]
            .iter()
            .any(|r| m.role == r.code())
    });
    Ok(may.map(|m| (m.id, m.name)).collect())
}
