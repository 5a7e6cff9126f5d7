//! Work to do later. Asked for inside the transaction that gives the reason, claimed by any
//! node, tried again with growing patience, and visible to the operator when it has failed.
mod claim;
mod clean_up;

pub use claim::{Claimed, claim, finish, give_up_or_retry};
pub use clean_up::clean_up;

use crate::desk::{Desk, Outcome};
use samskab_database::{Tx, Value, sql};
use samskab_domain::kernel::{Id, Moment};

/// Every kind of job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Send the mail whose id is the payload's `mail`.
    SendMail,
    /// Take out what has outlived its use; asks for itself again.
    CleanUp,
    /// Ask those who told whether the payload's `answer` can be felt.
    AskWhetherFelt,
    /// Ask whoever is next whether offers still hold; cleaning up asks for it each working day.
    AskWhetherStillRight,
    /// See whether the payload's `answer` is late, and take the step that is reached.
    LookAtAnswer,
    /// Tell whoever said the payload's `fault` what came of it.
    TellOutcome,
    /// Look anew at what the payload's `need` has gathered.
    LearnWords,
    /// Read the journal on, and note for whom there is news; asks for itself again.
    FollowJournal,
    /// Tell the payload's `person` that there is news.
    TellNews,
    /// Look at the next part of the payload's `run`; asks for itself again until all is looked at.
    LookAtFile,
    /// Bring in the next part of the payload's `run`; asks for itself again until all is in.
    BringIn,
    /// Take back the next part of the payload's `run`; asks for itself again until all is as before.
    TakeBack,
    /// Look for offers that may be the same; cleaning up asks for it each day.
    LookForAlike,
    /// Look at the form of numbers and mailboxes; cleaning up asks for it each day.
    CheckForms,
    /// Look whether the next link leads anywhere; asks for itself again until all are looked at.
    LookAtLink,
    /// Make the payload's `paper`: a seminar's pack as PDF.
    MakePaper,
}

impl Kind {
    pub const ALL: [Self; 16] = [
        Self::SendMail,
        Self::CleanUp,
        Self::AskWhetherFelt,
        Self::AskWhetherStillRight,
        Self::LookAtAnswer,
        Self::TellOutcome,
        Self::LearnWords,
        Self::FollowJournal,
        Self::TellNews,
        Self::LookAtFile,
        Self::BringIn,
        Self::TakeBack,
        Self::LookForAlike,
        Self::CheckForms,
        Self::LookAtLink,
        Self::MakePaper,
    ];

    /// The word kept for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::SendMail => "send_mail",
            Self::CleanUp => "clean_up",
            Self::AskWhetherFelt => "ask_whether_felt",
            Self::AskWhetherStillRight => "ask_whether_still_right",
            Self::LookAtAnswer => "look_at_answer",
            Self::TellOutcome => "tell_outcome",
            Self::LearnWords => "learn_words",
            Self::FollowJournal => "follow_journal",
            Self::TellNews => "tell_news",
            Self::LookAtFile => "look_at_file",
            Self::BringIn => "bring_in",
            Self::TakeBack => "take_back",
            Self::LookForAlike => "look_for_alike",
            Self::CheckForms => "check_forms",
            Self::LookAtLink => "look_at_link",
            Self::MakePaper => "make_paper",
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
    run_at: Moment,
) -> Outcome<()> {
    ask_all(tx, desk, municipality, kind, [payload], run_at).await
}

/// Asks for one job for each payload, in one statement.
///
/// # Errors
/// What the database answers.
pub async fn ask_all(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    kind: Kind,
    payloads: impl IntoIterator<Item = serde_json::Value>,
    run_at: Moment,
) -> Outcome<()> {
    let rows: Vec<_> = payloads
        .into_iter()
        .map(|payload| {
            [
                Value::from(municipality),
                desk.id().into(),
                kind.code().into(),
                payload.into(),
                run_at.into(),
                0i64.into(),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let insert =
            sql!("insert into job (municipality_id, id, kind, payload, run_at, attempts) values ");
        tx.run(insert.rows(rows)).await?;
    }
    Ok(())
}
