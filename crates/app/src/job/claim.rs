//! Taking a job, so that no other node takes it.
use super::Kind;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::kernel::{Id, Moment};

/// A job this node holds until its lock runs out.
#[derive(Clone, Debug, FromRow)]
pub struct Claimed {
    pub municipality_id: Id,
    pub id: Id,
    kind: String,
    pub payload: serde_json::Value,
    attempts: i64,
}

impl Claimed {
    /// What to do; none for a kind that a newer version asked for.
    pub fn kind(&self) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.code() == self.kind)
    }

    /// Begun as often as it may be, and none of those who began it came back to tell: it may well be what
    /// ends them, and is not begun again.
    pub fn spent(&self) -> bool {
        self.attempts > TRIES && !self.for_ever()
    }

    /// Cleaning up and following the journal: given up, they would not ask for their next time.
    fn for_ever(&self) -> bool {
        matches!(self.kind(), Some(Kind::CleanUp | Kind::FollowJournal))
    }
}

/// How long a node may hold a job before others take it for dead.
const LOCK: i64 = 5 * 60 * Moment::SECOND;
/// After this many tries the operator has to look.
const TRIES: i64 = 8;

/// The next job that is due, locked for this node.
///
/// # Errors
/// What the database answers.
pub async fn claim(desk: &Desk) -> Outcome<Option<Claimed>> {
    let now = desk.now();
    let next = sql!(
        "update job set locked_until = ?, attempts = attempts + 1 where (municipality_id, id) = \
         (select municipality_id, id from job where run_at <= ? and failed_at is null \
         and (locked_until is null or locked_until < ?) order by run_at limit 1",
        now.plus(LOCK),
        now,
        now
    );
    let next: Sql = next
        .text(desk.db.only_postgres(" for update skip locked"))
        .text(") returning municipality_id, id, kind, payload, attempts");
    let mut tx = desk.db.write().await?;
    let claimed = tx.first(next).await?;
    tx.commit().await?;
    Ok(claimed)
}

/// The job is done.
///
/// # Errors
/// What the database answers.
pub async fn finish(desk: &Desk, job: &Claimed) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from job where municipality_id = ? and id = ?",
        job.municipality_id,
        job.id
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}

/// The job did not go well: again in 1, 2, 4, ... minutes, and after eight tries not again.
/// Says whether the job was given up.
///
/// # Errors
/// What the database answers.
pub async fn give_up_or_retry(desk: &Desk, job: &Claimed) -> Outcome<bool> {
    let now = desk.now();
    let given_up = (job.attempts >= TRIES && !job.for_ever()).then_some(now);
    let minutes = 1 << (job.attempts - 1).clamp(0, 10);
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update job set failed_at = ?, run_at = ?, locked_until = null \
         where municipality_id = ? and id = ?",
        given_up,
        now.plus(minutes * 60 * Moment::SECOND),
        job.municipality_id,
        job.id
    ))
    .await?;
    tx.commit().await?;
    Ok(given_up.is_some())
}
