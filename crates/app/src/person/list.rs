//! People in the order of the alphabet.
use crate::desk::{Desk, Outcome};
use crate::page::{Page, alphabet_key, read_alphabet_key};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id};

/// A person as a list shows her: with one of her memberships, the oldest.
#[derive(Clone, Debug, FromRow)]
pub struct Person {
    pub id: Id,
    pub name: String,
    sort_key: Vec<u8>,
    pub email: String,
    pub organisation: Option<String>,
    role: Option<String>,
}

impl Person {
    pub fn role(&self) -> Option<Role> {
        Role::from_code(self.role.as_deref()?)
    }
}

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub organisation: Option<Id>,
    pub after: Option<String>,
}

/// One page of the people who are here.
///
/// # Errors
/// Denied to all but administrators.
pub async fn list(desk: &Desk, actor: &Actor, wish: &Wish) -> Outcome<Page<Person>> {
    actor.may(Act::Administer)?;
    let mut sql: Sql = sql!(
        "select person.id, person.name, person.sort_key, person.email, \
         organisation.name as organisation, membership.role from person \
         left join membership on membership.municipality_id = person.municipality_id \
         and membership.id = (select m.id from membership m where m.municipality_id = person.municipality_id \
         and m.person_id = person.id and m.until_day is null order by m.id limit 1) \
         left join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where person.municipality_id = ? and person.left_at is null",
        actor.municipality
    );
    sql = sql.when(
        " and exists (select 1 from membership m where m.municipality_id = person.municipality_id \
         and m.person_id = person.id and m.until_day is null and m.organisation_id = ?)",
        wish.organisation,
    );
    if let Some((key, id)) = wish.after.as_deref().and_then(read_alphabet_key) {
        sql = sql.and(
            " and (person.sort_key, person.id) > (?, ?)",
            [key.into(), id.into()],
        );
    }
    let limit = Page::<Person>::LIMIT;
    let sql = sql.and(
        " order by person.sort_key, person.id limit ?",
        [limit.into()],
    );
    let rows = desk.db.all(sql).await?;
    Ok(Page::of(rows, |p: &Person| alphabet_key(&p.sort_key, p.id)))
}

/// A member one may write for.
#[derive(Clone, Debug, FromRow)]
pub struct Colleague {
    pub membership: Id,
    pub name: String,
    pub organisation: String,
}

/// How many a list to choose from holds at the most.
const MANY: i64 = 500;

/// Those the actor may write for: members of her own organisation, for a coordinator; of any,
/// for a facilitator.
///
/// # Errors
/// Denied to those who write for nobody.
pub async fn colleagues(desk: &Desk, actor: &Actor) -> Outcome<Vec<Colleague>> {
    actor.may(Act::TellForAnother)?;
    let own = (actor.role == Role::Coordinator).then_some(actor.organisation);
    let sql = sql!(
        "select membership.id as membership, person.name, organisation.name as organisation \
         from membership join person on person.municipality_id = membership.municipality_id \
         and person.id = membership.person_id \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where membership.municipality_id = ? and membership.until_day is null and membership.from_day <= ? \
         and person.left_at is null \
         and membership.role <> 'administrator' and membership.role <> 'researcher'",
        actor.municipality,
        desk.today()
    )
    .when(" and membership.organisation_id = ?", own)
    .and(" order by person.sort_key, membership.id limit ?", [MANY.into()]);
    Ok(desk.db.all(sql).await?)
}
