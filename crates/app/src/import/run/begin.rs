//! A file is kept to be looked at. Nothing of it is anywhere else yet.
use super::content::{Content, File};
use super::sorted::refusal;
use super::{Options, may, parts, table};
use crate::desk::{Desk, Outcome};
use crate::import::fault::{Reason, Refused};
use crate::import::hsds::around;
use crate::import::observation_row;
use crate::import::observations::areas;
use crate::import::offer_row;
use crate::import::offer_sort::external_id;
use crate::import::row::{Row, Sheet, count_copies};
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, LINE_MAX, Language, Reader};
use std::collections::HashMap;

/// Keeps a file to be brought in. Of rows only those are kept that hold.
///
/// # Errors
/// Denied to those who may not import, and to all but administrators when organisations are to be
/// made; remarks on name, language and area.
pub async fn begin(desk: &Desk, actor: &Actor, file: &File, options: &Options) -> Outcome<Id> {
    check(desk, actor, options, needs_area(file)).await?;
    let held = hold(desk, actor, file, options).await?;
    let (id, m) = (desk.id(), actor.municipality);
    let mut tx = desk.db.write().await?;
    tx.run(table::insert(desk, actor, id, options)).await?;
    tx.run(table::read(m, id, (file, options), &held)).await?;
    parts::keep(&mut tx, m, id, &held.content).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whether the terms hold.
pub(super) async fn check(
    desk: &Desk,
    actor: &Actor,
    options: &Options,
    needs_area: bool,
) -> Outcome<()> {
    may(actor, options)?;
    let mut read = Reader::new();
    read.required("source", &options.source, LINE_MAX);
    read.choice::<Language>("language", &options.language);
    if needs_area {
        read.required("area", &options.area, LINE_MAX);
    }
    read.finish(Some(()))?;
    areas(desk, actor, &options.area).await?;
    Ok(())
}

/// Whether something in it says no area of its own.
fn needs_area(file: &File) -> bool {
    let says_none = |sheet: &Sheet| sheet.rows.iter().all(|row| row.text("area").is_empty());
    file.sheet().is_none_or(says_none)
}

/// What of a file can be brought in.
pub(super) struct Held {
    pub content: Content,
    /// Copies of rows that have an id.
    pub same: usize,
    pub refused: Vec<serde_json::Value>,
}

pub(super) async fn hold(
    desk: &Desk,
    actor: &Actor,
    file: &File,
    options: &Options,
) -> Outcome<Held> {
    let mut holding = Holding::default();
    let content = match file {
        File::Services(incoming) => Content::Services(incoming.clone()),
        File::Offers(sheet) | File::Features(sheet) => {
            let around = around(desk, actor, options).await?;
            holding.sheet(sheet, |row| offer_row::consider(row, &around).map(drop));
            Content::Offers(holding.counted())
        }
        File::Observations(sheet) => {
            let areas = areas(desk, actor, &options.area).await?;
            let now = desk.now();
            holding.sheet(sheet, |row| {
                observation_row::consider(row, &areas, options, now).map(drop)
            });
            Content::Observations(holding.counted())
        }
    };
    let columns = file.sheet().map(|sheet| &sheet.columns);
    holding.refused.sort_by_key(|refused| refused.line);
    let refused = holding.refused.iter().flat_map(|refused| {
        refused.reasons.iter().map(|(column, reason)| {
            let name = columns.and_then(|columns| columns.get(column));
            refusal(refused.line, name.map_or(*column, String::as_str), reason)
        })
    });
    Ok(Held {
        content,
        same: holding.same,
        refused: refused.collect(),
    })
}

/// Rows as they are sorted out.
#[derive(Default)]
struct Holding {
    rows: Vec<Row>,
    same: usize,
    refused: Vec<Refused>,
    /// What rows with an id of the source's own said.
    said: HashMap<String, Vec<u8>>,
}

impl Holding {
    fn sheet(&mut self, sheet: &Sheet, consider: impl Fn(&Row) -> Result<(), Refused>) {
        self.refused.extend(sheet.refused.iter().cloned());
        for row in &sheet.rows {
            match consider(row) {
                Ok(()) => self.row(row),
                Err(refused) => self.refused.push(refused),
            }
        }
    }

    fn counted(&mut self) -> Vec<Row> {
        let mut rows = std::mem::take(&mut self.rows);
        count_copies(&mut rows);
        rows
    }

    fn row(&mut self, row: &Row) {
        let hash = row.hash();
        let before = external_id(row).and_then(|id| self.said.insert(id, hash.clone()));
        match before {
            None => self.rows.push(row.clone()),
            Some(before) if before == hash => self.same += 1,
            Some(_) => {
                let refused = Refused::one(row.line, "external_id", Reason::IdInUse);
                self.refused.push(refused);
            }
        }
    }
}

/// Forgets a run that was only looked at.
///
/// # Errors
/// Denied to those who may not import.
pub async fn forget(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::Import)?;
    let mut tx = desk.db.write().await?;
    let gone = sql!(
        "delete from import_run where municipality_id = ? and id = ? and state = 'waiting'",
        actor.municipality,
        id
    );
    tx.run(gone).await?;
    tx.commit().await?;
    Ok(())
}
