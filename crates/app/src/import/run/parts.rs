//! The parts a file waits in: table `import_part`.
use super::content::Content;
use super::{Run, table};
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::kernel::Id;
use serde_json::Value;

#[derive(FromRow)]
struct Kept {
    content: Option<Value>,
}

/// How many of a file are written at once: few enough to see it come on.
fn part_of(total: usize) -> usize {
    (total / 100).clamp(200, 2_000)
}

/// Keeps what waits, part by part.
pub(super) async fn keep(tx: &mut Tx, m: Id, run: Id, content: &Content) -> Outcome<()> {
    let size = part_of(content.len());
    for begins in (0..content.len()).step_by(size) {
        tx.run(sql!(
            "insert into import_part (municipality_id, run_id, begins, content) values (?, ?, ?, ?)",
            m,
            run,
            table::count(begins),
            content.part(begins, size)
        ))
        .await?;
    }
    Ok(())
}

/// The part before which so many come.
///
/// # Errors
/// [`Refusal::Done`] when it has been brought in meanwhile.
pub(super) async fn part(desk: &Desk, m: Id, run: &Run, begins: i64) -> Outcome<Content> {
    if run.total == 0 {
        return Ok(Content::read(run.kind(), Value::Null));
    }
    let part = sql!(
        "select content from import_part where municipality_id = ? and run_id = ? and begins = ?",
        m,
        run.id,
        begins
    );
    let part: Option<Kept> = desk.db.first(part).await?;
    let content = part.and_then(|part| part.content).ok_or(Refusal::Done)?;
    Ok(Content::read(run.kind(), content))
}

/// What of the file is in no part.
pub(super) async fn beside(desk: &Desk, m: Id, run: &Run) -> Outcome<Content> {
    let beside = sql!(
        "select content from import_run where municipality_id = ? and id = ?",
        m,
        run.id
    );
    let beside: Option<Kept> = desk.db.first(beside).await?;
    let content = beside.and_then(|kept| kept.content).unwrap_or_default();
    Ok(Content::read(run.kind(), content))
}

/// Forgets the part a run has come to.
pub(super) async fn forget(tx: &mut Tx, m: Id, run: &Run) -> Outcome<()> {
    tx.run(sql!(
        "delete from import_part where municipality_id = ? and run_id = ? and begins = ?",
        m,
        run.id,
        run.done
    ))
    .await?;
    Ok(())
}
