//! Everything a municipality keeps of its offers, to be taken elsewhere.
use super::{Audience, Shape, services, vocabulary};
use crate::desk::{Desk, Outcome};
use crate::import::hsds::Incoming;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_hsds::package::Package;
use samskab_hsds::{Object, Organization};
use serde_json::Value;

#[derive(FromRow)]
struct Row {
    id: Id,
}

#[derive(FromRow)]
struct RestRow {
    name: String,
    body: Value,
}

/// So many are read at once.
const AT_ONCE: i64 = 500;

/// Every offer, drafts and withdrawn ones too, every organisation, and what came in and hangs on
/// nothing: as it came where nobody has changed it.
///
/// # Errors
/// Denied to those who may not import.
pub async fn export(desk: &Desk, actor: &Actor) -> Outcome<Incoming> {
    actor.may(Act::Import)?;
    let m = actor.municipality;
    let vocabulary = vocabulary(desk, m).await?;
    let mut all = Incoming::default();
    let mut after: Option<Id> = None;
    loop {
        let ids =
            sql!("select id from offer where municipality_id = ?", m).when(" and id > ?", after);
        let rows: Vec<Row> = desk
            .db
            .all(ids.and(" order by id limit ?", [AT_ONCE.into()]))
            .await?;
        let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
        let wished = (Shape::Full, Audience::Keepers);
        all.services
            .extend(services(desk, m, &vocabulary, &ids, wished).await?);
        after = ids.last().copied();
        if after.is_none() {
            break;
        }
    }
    all.organizations = organizations(desk, m).await?;
    let rest = sql!(
        "select rest.name, rest.body from import_rest rest join import_run run on run.municipality_id = rest.municipality_id \
         and run.id = rest.run_id where rest.municipality_id = ? order by rest.run_id, rest.number",
        m
    );
    let rest: Vec<RestRow> = desk.db.all(rest).await?;
    for row in rest {
        if let Value::Object(body) = row.body {
            all.rest.0.entry(row.name).or_default().push(body);
        }
    }
    Ok(all)
}

async fn organizations(desk: &Desk, m: Id) -> Outcome<Vec<Object>> {
    let sql = sql!(super::organisations::COLUMNS).and(
        "where organisation.municipality_id = ? order by organisation.id",
        [m.into()],
    );
    let rows: Vec<super::rows::OrganisationRow> = desk.db.all(sql).await?;
    let write = |row: &super::rows::OrganisationRow| {
        let source = row.source.as_ref().and_then(Value::as_object);
        let organization: Organization = super::services::organization(row);
        organization.write(source)
    };
    Ok(rows.iter().map(write).collect())
}

/// The same as tables.
pub fn tables(all: &Incoming) -> Package {
    let mut package = Package::of_services(&all.services);
    for organization in &all.organizations {
        package.add("organizations", organization, &[]);
    }
    package.fill(all.rest.clone());
    package
}
