//! Organisations in the order of the alphabet.
use crate::desk::{Desk, Outcome};
use crate::page::{Page, alphabet_key, read_alphabet_key};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::Sector;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::organisation::Form;

#[derive(Clone, Debug, FromRow)]
pub struct Organisation {
    pub id: Id,
    pub name: String,
    sort_key: Vec<u8>,
    sector: String,
    form: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub about: Option<String>,
}

impl Organisation {
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn form(&self) -> Option<Form> {
        Form::from_code(&self.form)
    }
}

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub sector: Option<Sector>,
    /// Where the page begins.
    pub after: Option<String>,
}

const COLUMNS: &str = "select id, name, sort_key, sector, form, phone, email, about from organisation \
     where closed_at is null and municipality_id = ?";

/// One page of the organisations that are open.
///
/// # Errors
/// What the database answers.
pub async fn list(desk: &Desk, municipality: Id, wish: &Wish) -> Outcome<Page<Organisation>> {
    let mut sql: Sql = sql!(COLUMNS, municipality);
    sql = sql.when(" and sector = ?", wish.sector.map(Coded::code));
    if let Some((key, id)) = wish.after.as_deref().and_then(read_alphabet_key) {
        sql = sql.and(" and (sort_key, id) > (?, ?)", [key.into(), id.into()]);
    }
    let limit = Page::<Organisation>::LIMIT;
    let rows = desk
        .db
        .all(sql.and(" order by sort_key, id limit ?", [limit.into()]))
        .await?;
    Ok(Page::of(rows, |o: &Organisation| {
        alphabet_key(&o.sort_key, o.id)
    }))
}

/// How many a list to choose from holds at the most.
const MANY: i64 = 1_000;

/// Every open organisation, to choose from.
///
/// # Errors
/// What the database answers.
pub async fn all(desk: &Desk, municipality: Id) -> Outcome<Vec<Organisation>> {
    let sql = sql!(COLUMNS, municipality).and(" order by sort_key, id limit ?", [MANY.into()]);
    Ok(desk.db.all(sql).await?)
}
