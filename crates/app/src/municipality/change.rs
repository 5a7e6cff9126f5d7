//! An administrator changes the settings.
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::sql;
use samskab_domain::access::{Act, Actor};
use samskab_domain::municipality::SettingsDraft;

/// # Errors
/// Denied to all but administrators; remarks for each field that cannot be taken.
pub async fn change(desk: &Desk, actor: &Actor, draft: &SettingsDraft) -> Outcome<()> {
    actor.may(Act::Administer)?;
    let settings = draft.consider()?;
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update municipality set name = ?, primary_colour = ?, answer_days = ? where id = ?",
        settings.name,
        settings.primary.hex(),
        settings.answer_days,
        actor.municipality
    ))
    .await?;
    let verb = journal::Verb::SettingsChanged;
    journal::write(&mut tx, actor, verb, actor.municipality, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
