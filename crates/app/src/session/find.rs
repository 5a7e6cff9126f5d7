//! The session behind a cookie: who it is, and under which membership she acts.
use crate::desk::{Desk, Outcome};
use crate::person::areas_of;
use crate::token::Secret;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::kernel::{Coded, Id};

/// Someone signed in.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: Id,
    pub actor: Actor,
    pub name: String,
    /// The language the person wants.
    pub language: String,
    pub organisation: String,
    /// All her memberships that run, to change between.
    pub choices: Vec<Choice>,
}

/// A membership to act under.
#[derive(Clone, Debug)]
pub struct Choice {
    pub membership: Id,
    pub organisation: String,
    pub role: Role,
}

#[derive(FromRow)]
struct Row {
    session_id: Id,
    acting: Id,
    person_id: Id,
    name: String,
    language: String,
    membership_id: Id,
    organisation_id: Id,
    organisation: String,
    sector: String,
    role: String,
}

/// None when the session ended, expired or was never opened, or its membership has ended.
///
/// # Errors
/// What the database answers.
pub async fn find(desk: &Desk, municipality: Id, cookie: &Secret) -> Outcome<Option<Session>> {
    let today = desk.today();
    let rows: Vec<Row> = desk
        .db
        .all(sql!(
            "select session.id as session_id, session.membership_id as acting, person.id as person_id, \
             person.name, person.language, membership.id as membership_id, membership.organisation_id, \
             organisation.name as organisation, organisation.sector, membership.role from session \
             join person on person.municipality_id = session.municipality_id and person.id = session.person_id \
             join membership on membership.municipality_id = session.municipality_id \
             and membership.person_id = session.person_id \
             join organisation on organisation.municipality_id = membership.municipality_id \
             and organisation.id = membership.organisation_id \
             where session.municipality_id = ? and session.hash = ? and session.ended_at is null \
             and session.expires_at > ? and person.left_at is null and organisation.closed_at is null \
             and membership.from_day <= ? and (membership.until_day is null or membership.until_day > ?) \
             order by membership.id",
            municipality,
            cookie.hash(),
            desk.now(),
            today,
            today
        ))
        .await?;
    let choices: Vec<Choice> = rows.iter().filter_map(choice).collect();
    let Some(acting) = rows.iter().find(|r| r.membership_id == r.acting) else {
        return Ok(None);
    };
    let (Some(role), Some(sector)) = (
        Role::from_code(&acting.role),
        Sector::from_code(&acting.sector),
    ) else {
        return Ok(None);
    };
    let areas = areas_of(desk, municipality, acting.membership_id).await?;
    Ok(Some(Session {
        id: acting.session_id,
        actor: Actor {
            municipality,
            person: acting.person_id,
            membership: acting.membership_id,
            organisation: acting.organisation_id,
            sector,
            role,
            areas,
        },
        name: acting.name.clone(),
        language: acting.language.clone(),
        organisation: acting.organisation.clone(),
        choices,
    }))
}

fn choice(row: &Row) -> Option<Choice> {
    Some(Choice {
        membership: row.membership_id,
        organisation: row.organisation.clone(),
        role: Role::from_code(&row.role)?,
    })
}
