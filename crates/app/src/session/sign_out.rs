//! Signing out, here or everywhere.
use super::Session;
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::{Sql, sql};

/// Ends the one that is acted in.
///
/// # Errors
/// What the database answers.
pub async fn sign_out(desk: &Desk, session: &Session) -> Outcome<()> {
    let these = sql!(
        "update session set ended_at = ? where municipality_id = ? and id = ?",
        desk.now(),
        session.actor.municipality,
        session.id
    );
    end(desk, session, these).await
}

/// Ends every session of the person, on every device.
///
/// # Errors
/// What the database answers.
pub async fn sign_out_everywhere(desk: &Desk, session: &Session) -> Outcome<()> {
    let these = sql!(
        "update session set ended_at = ? where municipality_id = ? and person_id = ? and ended_at is null",
        desk.now(),
        session.actor.municipality,
        session.actor.person
    );
    end(desk, session, these).await
}

async fn end(desk: &Desk, session: &Session, these: Sql) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    tx.run(these).await?;
    let verb = journal::Verb::SignedOut;
    journal::write(&mut tx, &session.actor, verb, session.id, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
