//! Organisations of both sectors.
mod change;
mod close;
mod create;
mod list;
mod read;

pub use change::change;
pub use close::close;
pub use create::create;
pub use list::{Organisation, Wish, all, list};
pub use read::{draft, sectors};

use crate::desk::{Outcome, Refusal};
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::kernel::{Id, Why};

#[derive(FromRow)]
#[expect(dead_code, reason = "only whether the row is there matters")]
struct Found {
    id: Id,
}

/// Puts an organisation in exactly these areas.
///
/// # Errors
/// A remark when they are not this municipality's, or closed.
async fn set_areas(tx: &mut Tx, municipality: Id, organisation: Id, areas: &[Id]) -> Outcome<()> {
    tx.run(sql!(
        "delete from organisation_area where municipality_id = ? and organisation_id = ?",
        municipality,
        organisation
    ))
    .await?;
    if areas.is_empty() {
        return Ok(());
    }
    let ours = sql!(
        "select id from area where municipality_id = ? and closed_at is null and id in ",
        municipality
    )
    .list(areas.iter().copied());
    if tx.all::<Found>(ours).await?.len() != areas.len() {
        return Err(Refusal::remark("areas", Why::Unknown));
    }
    let rows = areas
        .iter()
        .map(|&area| [Value::from(municipality), organisation.into(), area.into()]);
    let insert =
        sql!("insert into organisation_area (municipality_id, organisation_id, area_id) values ");
    tx.run(insert.rows(rows)).await?;
    Ok(())
}
