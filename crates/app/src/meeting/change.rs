//! A meeting is moved, or gets another title or place.
use super::table::{Meeting, led};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::{journal, mail};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id, Why};
use samskab_domain::meeting::Draft;

/// Only this one, also where it is one of a row. When time, title or place change, those invited are
/// told; when the time does, nobody has said yet whether she comes.
///
/// # Errors
/// As for leading the meeting; remarks for each field, [`Why::ChangedMeanwhile`] at `version` when someone else was
/// first.
pub async fn change(desk: &Desk, actor: &Actor, id: Id, draft: &Draft) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let before = led(&mut tx, actor, id).await?;
    let once = Draft {
        repeats: String::new(),
        ..draft.clone()
    };
    let meeting = considered(once.consider(desk.today()), &once.texts(), once.harmless)?;
    let now = desk.now();
    let moved = meeting.when != before.when();
    let told = moved || meeting.title != before.title || meeting.place != before.place;
    let hours = meeting.when.hours;
    let changed = sql!(
        "update meeting set purpose = ?, title = ?, place = ?, about = ?, on_day = ?, from_time = ?, until_time = ?, \
         starts_at = ?, ends_at = ?, sequence = sequence + ?, changed_at = ?, version = version + 1 \
         where municipality_id = ? and id = ?",
        meeting.purpose.code(),
        meeting.title,
        meeting.place,
        meeting.about,
        meeting.when.day,
        hours.map(|(from, _)| from.to_string()),
        hours.map(|(_, until)| until.to_string()),
        meeting.when.starts(),
        meeting.when.ends(),
        i64::from(told),
        now,
        actor.municipality,
        id
    );
    if tx
        .run(changed.when(" and version = ?", meeting.version))
        .await?
        == 0
    {
        return Err(Refusal::remark("version", Why::ChangedMeanwhile));
    }
    if moved {
        tx.run(sql!(
            "update meeting_invitation set coming = null where municipality_id = ? and meeting_id = ?",
            actor.municipality,
            id
        ))
        .await?;
    }
    if told {
        tell(&mut tx, desk, actor, &before, mail::Kind::MeetingChanged).await?;
    }
    let verb = journal::Verb::MeetingChanged;
    journal::write(&mut tx, actor, verb, id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(FromRow)]
struct Invited {
    person_id: Id,
}

/// Asks for a mail to everyone who is invited and still here.
pub(super) async fn tell(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    meeting: &Meeting,
    kind: mail::Kind,
) -> Outcome<()> {
    let invited: Vec<Invited> = tx
        .all(sql!(
            "select distinct membership.person_id from meeting_invitation \
             join membership on membership.municipality_id = meeting_invitation.municipality_id \
             and membership.id = meeting_invitation.membership_id \
             where meeting_invitation.municipality_id = ? and meeting_invitation.meeting_id = ? \
             and membership.until_day is null",
            actor.municipality,
            meeting.id
        ))
        .await?;
    let to: Vec<(Id, Id)> = invited.iter().map(|i| (i.person_id, meeting.id)).collect();
    mail::ask_about(tx, desk, actor.municipality, kind, &to).await
}
