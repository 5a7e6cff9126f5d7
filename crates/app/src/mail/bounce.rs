//! A mail came back: its address does not work any more.
use crate::desk::{Desk, Outcome};
use crate::vacancy;
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::Id;
use samskab_domain::vacancy::Reason;

#[derive(FromRow)]
struct Sent {
    municipality_id: Id,
    person_id: Id,
}

#[derive(FromRow)]
struct Membership {
    id: Id,
}

/// Marks whoever the mail with this `Message-ID` went to, and opens a vacancy of what hangs on
/// her. Says whether it was one of ours; the same bounce twice does no harm.
///
/// # Errors
/// What the database answers.
pub async fn bounced(desk: &Desk, message_id: &str) -> Outcome<bool> {
    let mut tx = desk.db.write().await?;
    // Whose it is, only the message itself tells.
    let sent: Option<Sent> = tx
        .first(sql!(
            "update mail set state = 'bounced' where message_id = ? and state <> 'waiting' \
             and municipality_id in (select id from municipality) returning municipality_id, person_id",
            message_id
        ))
        .await?;
    let Some(Sent {
        municipality_id: m,
        person_id: person,
    }) = sent
    else {
        return Ok(false);
    };
    tx.run(sql!(
        "update person set bounced_at = coalesce(bounced_at, ?) where municipality_id = ? and id = ?",
        desk.now(),
        m,
        person
    ))
    .await?;
    let memberships: Vec<Membership> = tx
        .all(sql!(
            "select id from membership where municipality_id = ? and person_id = ? and until_day is null",
            m,
            person
        ))
        .await?;
    let memberships: Vec<Id> = memberships.into_iter().map(|m| m.id).collect();
    vacancy::open(&mut tx, desk, m, &memberships, Reason::Bounced, None).await?;
    tx.commit().await?;
    Ok(true)
}
