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

use crate::desk::Outcome;
use samskab_database::{Tx, Value, sql};
use samskab_domain::kernel::Id;

/// Puts an organisation in exactly these areas.
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
    let rows = areas
        .iter()
        .map(|&area| [Value::from(municipality), organisation.into(), area.into()]);
    let insert =
        sql!("insert into organisation_area (municipality_id, organisation_id, area_id) values ");
    tx.run(insert.rows(rows)).await?;
    Ok(())
}
