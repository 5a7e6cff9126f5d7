//! Those who bear offers, as organisations.
use super::find::wanted;
use super::rows::OrganisationRow;
use super::served::and_served;
use super::services::organization;
use super::{Audience, Found, PageWish, Shape, Vocabulary, Wish, services};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;
use samskab_hsds::{Object, for_everyone};
use samskab_locale::fold;
use serde_json::Value;
use std::collections::HashMap;

#[derive(FromRow)]
struct Borne {
    organisation_id: Id,
    offer_id: Id,
}

pub(super) const COLUMNS: &str = "select organisation.id as organisation_id, organisation.name, organisation.about, organisation.email, \
     organisation.phone, organisation.cvr, organisation.source from organisation ";

/// One page of those in use, in the order of the alphabet; with their services where asked for. A
/// taxonomy or a term asks for those that bear an offer about it.
///
/// # Errors
/// What the database answers.
pub async fn organisations(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    wish: &Wish,
    page: PageWish,
    (shape, with_services): (Shape, bool),
) -> Outcome<Found<Object>> {
    let Some(wanted) = wanted(
        desk,
        m,
        vocabulary,
        &Wish {
            search: String::new(),
            ..wish.clone()
        },
    )
    .await?
    else {
        return Ok(Found::default());
    };
    let sql = sql!(COLUMNS).and(
        "where organisation.closed_at is null and organisation.municipality_id = ?",
        [m.into()],
    );
    let sql = if wanted.is_empty() && wish.modified_after.is_none() {
        sql
    } else {
        let bears = sql.text(
            " and organisation.id in (select bearer.organisation_id from offer_bearer bearer join offer \
             on offer.municipality_id = bearer.municipality_id and offer.id = bearer.offer_id",
        );
        let bears = bears.and(" where bearer.municipality_id = ?", [m.into()]);
        let bears = and_served(bears, desk.today(), wish.modified_after);
        wanted.after(bears).text(")")
    };
    let rows: Vec<OrganisationRow> = desk
        .db
        .all(sql.text(" order by organisation.sort_key, organisation.id"))
        .await?;
    let words = fold(&wish.search);
    let named = |row: &OrganisationRow| {
        let name = fold(&row.name);
        words.split_whitespace().all(|word| name.contains(word))
    };
    let rows: Vec<OrganisationRow> = rows.into_iter().filter(named).collect();
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let rows = page.of(rows);
    Ok(Found {
        total,
        items: told(desk, m, &rows, shape, with_services).await?,
    })
}

/// One of them, whole.
///
/// # Errors
/// [`Refusal::Missing`] when there is none.
pub async fn organisation(desk: &Desk, m: Id, id: Id, with_services: bool) -> Outcome<Object> {
    let row = sql!(COLUMNS).and(
        "where organisation.closed_at is null and organisation.municipality_id = ? and organisation.id = ?",
        [m.into(), id.into()],
    );
    let rows: Vec<OrganisationRow> = desk.db.all(row).await?;
    let found = told(desk, m, &rows, Shape::Full, with_services).await?;
    found.into_iter().next().ok_or(Refusal::Missing)
}

async fn told(
    desk: &Desk,
    m: Id,
    rows: &[OrganisationRow],
    shape: Shape,
    with_services: bool,
) -> Outcome<Vec<Object>> {
    let mut docs: Vec<Object> = rows.iter().map(|row| doc(row, shape)).collect();
    if with_services {
        let vocabulary = super::vocabulary(desk, m).await?;
        add_services(desk, m, &vocabulary, rows, &mut docs).await?;
    }
    Ok(docs)
}

fn doc(row: &OrganisationRow, shape: Shape) -> Object {
    let source = row.source.as_ref().and_then(Value::as_object);
    let mut doc = for_everyone(organization(row).write(source));
    if shape != Shape::Full {
        doc.retain(|_, value| !value.is_array() && !value.is_object());
    }
    doc
}

/// As many services may hang on one page of organisations.
const SERVICES_MAX: i64 = 1_000;

async fn add_services(
    desk: &Desk,
    m: Id,
    vocabulary: &Vocabulary,
    rows: &[OrganisationRow],
    docs: &mut [Object],
) -> Outcome<()> {
    let borne = sql!(
        "select bearer.organisation_id, bearer.offer_id from offer_bearer bearer \
         join offer on offer.municipality_id = bearer.municipality_id and offer.id = bearer.offer_id \
         where bearer.municipality_id = ? and bearer.organisation_id in ",
        m
    )
    .list(rows.iter().map(|row| row.organisation_id));
    let borne = and_served(borne, desk.today(), None)
        .and(" order by bearer.offer_id limit ?", [SERVICES_MAX.into()]);
    let borne: Vec<Borne> = desk.db.all(borne).await?;
    let ids: Vec<Id> = borne.iter().map(|b| b.offer_id).collect();
    let all = services(desk, m, vocabulary, &ids, (Shape::Full, Audience::Everyone)).await?;
    let by_id: HashMap<&str, &Object> = all
        .iter()
        .filter_map(|service| Some((service.get("id")?.as_str()?, service)))
        .collect();
    for (row, doc) in rows.iter().zip(docs) {
        let own = borne
            .iter()
            .filter(|b| b.organisation_id == row.organisation_id);
        let own: Vec<Value> = own
            .filter_map(|b| by_id.get(b.offer_id.to_string().as_str()))
            .map(|service| {
                let mut service = (*service).clone();
                service.remove("organization");
                Value::Object(service)
            })
            .collect();
        if !own.is_empty() {
            doc.insert("services".to_owned(), Value::Array(own));
        }
    }
    Ok(())
}
