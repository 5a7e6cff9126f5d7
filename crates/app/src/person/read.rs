//! One person with her memberships. Reading personal data is logged.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::person::Draft;

/// A person as an administrator sees her.
#[derive(Clone, Debug)]
pub struct Profile {
    pub id: Id,
    pub draft: Draft,
    pub memberships: Vec<Membership>,
}

/// A membership that runs.
#[derive(Clone, Debug, FromRow)]
pub struct Membership {
    pub id: Id,
    pub organisation: String,
    role: String,
    pub title: Option<String>,
    pub from_day: String,
}

impl Membership {
    pub fn role(&self) -> Option<Role> {
        Role::from_code(&self.role)
    }
}

#[derive(FromRow)]
struct Kept {
    name: String,
    email: String,
    phone: Option<String>,
    language: String,
}

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`] when she has left or is not there.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Profile> {
    actor.may(Act::Administer)?;
    let kept: Option<Kept> = desk
        .db
        .first(sql!(
            "select name, email, phone, language from person \
             where municipality_id = ? and id = ? and left_at is null",
            actor.municipality,
            id
        ))
        .await?;
    let kept = kept.ok_or(Refusal::Missing)?;
    let memberships = desk
        .db
        .all(sql!(
            "select membership.id, organisation.name as organisation, membership.role, membership.title, \
             membership.from_day from membership join organisation \
             on organisation.municipality_id = membership.municipality_id \
             and organisation.id = membership.organisation_id \
             where membership.municipality_id = ? and membership.person_id = ? \
             and membership.until_day is null order by membership.id",
            actor.municipality,
            id
        ))
        .await?;
    log(desk, actor, id).await?;
    Ok(Profile {
        id,
        draft: Draft {
            name: kept.name,
            email: kept.email,
            phone: kept.phone.unwrap_or_default(),
            language: kept.language,
        },
        memberships,
    })
}

async fn log(desk: &Desk, actor: &Actor, person: Id) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "insert into reading (municipality_id, id, at, membership_id, subject_kind, subject_id) \
         values (?, ?, ?, ?, 'person', ?)",
        actor.municipality,
        desk.id(),
        desk.now(),
        actor.membership,
        person
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}
