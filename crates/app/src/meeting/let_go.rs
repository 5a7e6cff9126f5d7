//! Those of an organisation that leaves an initiative are not invited to its meetings any more.
use crate::desk::{Desk, Outcome};
use crate::mail;
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use std::collections::HashSet;

#[derive(FromRow)]
struct Invited {
    id: Id,
    person_id: Id,
    meeting_id: Id,
    series_id: Option<Id>,
}

/// Takes back the invitations of the actor's organisation to what the initiative plans, and tells each of them, of a
/// row once. A facilitator is neutral, and stays invited.
///
/// # Errors
/// What the database answers.
pub(crate) async fn let_go(tx: &mut Tx, desk: &Desk, actor: &Actor, initiative: Id) -> Outcome<()> {
    let invited: Vec<Invited> = tx.all(planned(desk, actor, initiative)).await?;
    let gone = sql!(
        "delete from meeting_invitation where municipality_id = ? and id in ",
        actor.municipality
    );
    tx.run(gone.list(invited.iter().map(|i| i.id))).await?;
    let mut told = HashSet::new();
    let first = invited
        .iter()
        .filter(|i| told.insert((i.person_id, i.series_id.unwrap_or(i.meeting_id))));
    let to: Vec<(Id, Id)> = first.map(|i| (i.person_id, i.meeting_id)).collect();
    mail::ask_about(
        tx,
        desk,
        actor.municipality,
        mail::Kind::MeetingWithout,
        &to,
    )
    .await
}

/// Those to come, the next first.
fn planned(desk: &Desk, actor: &Actor, initiative: Id) -> Sql {
    sql!(
        "select invitation.id, membership.person_id, invitation.meeting_id, meeting.series_id \
         from meeting_invitation invitation \
         join membership on membership.municipality_id = invitation.municipality_id \
         and membership.id = invitation.membership_id and membership.role <> 'facilitator' \
         and membership.organisation_id = ? \
         join meeting on meeting.municipality_id = invitation.municipality_id and meeting.id = invitation.meeting_id \
         and meeting.initiative_id = ? and meeting.state = 'planned' and meeting.starts_at > ? \
         where invitation.municipality_id = ? order by meeting.starts_at, invitation.id",
        actor.organisation,
        initiative,
        desk.now(),
        actor.municipality
    )
}
