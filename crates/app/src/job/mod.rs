//! Work to do later. Asked for inside the transaction that gives the reason, claimed by any
//! node, tried again with growing patience, and visible to the operator when it has failed.
mod claim;
mod clean_up;

pub use claim::{Claimed, claim, finish, give_up_or_retry};
pub use clean_up::clean_up;

use crate::desk::{Desk, Outcome};
use samskab_database::{Tx, sql};
use samskab_domain::kernel::Id;

/// Every kind of job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Send the mail whose id is the payload's `mail`.
    SendMail,
    /// Take out what has outlived its use; asks for itself again.
    CleanUp,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::SendMail, Self::CleanUp];

    /// The word kept for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::SendMail => "send_mail",
            Self::CleanUp => "clean_up",
        }
    }
}

/// Asks for a job at `run_at`. The payload names rows, never what stands in them: queues are
/// read by more eyes.
///
/// # Errors
/// What the database answers.
pub async fn ask(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    kind: Kind,
    payload: serde_json::Value,
    run_at: samskab_domain::kernel::Moment,
) -> Outcome<()> {
    tx.run(sql!(
        "insert into job (municipality_id, id, kind, payload, run_at, attempts) values (?, ?, ?, ?, ?, ?)",
        municipality,
        desk.id(),
        kind.code(),
        payload,
        run_at,
        0
    ))
    .await?;
    Ok(())
}
