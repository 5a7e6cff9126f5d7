//! Takes out what has outlived its use. `docs/privacy.md` tells the same as a table.
use super::{Kind, ask};
use crate::desk::{Desk, Outcome};
use crate::notice;
use samskab_database::{Tx, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::meeting::{Purpose, voice};

/// Days a file that was looked at waits for a yes.
const IMPORT_DAYS: i64 = 7;

/// Days a used or expired link is kept, so that a second click can be explained.
const TOKEN_DAYS: i64 = 7;
/// Days a mail's row is kept, so that a late bounce finds it.
const MAIL_DAYS: i64 = 90;
/// Days it is kept who was asked whether an offer still holds: as long as the longest time
/// between two checks, and half a year to answer.
const REMINDER_DAYS: i64 = 540;
/// Days it is kept what was said to be wrong about an offer, once it is closed, and the address
/// of whoever waits to hear of it, closed or not.
const FAULT_DAYS: i64 = 90;
/// Days it is kept that an organisation was asked to be in an initiative, once it has answered.
const INVITATION_DAYS: i64 = 540;
/// Days after a meeting that taps are kept of a side from which too few came to be shown.
const TAP_DAYS: i64 = 30;
/// Days after a meeting to build relations that it is kept who was invited: nobody is logged with whom.
const RELATIONS_DAYS: i64 = 30;
/// Days a form's key is kept, so that a phone that was away cannot send twice.
const SUBMISSION_DAYS: i64 = 90;
/// Days a seminar's pack is kept as PDF: it can be made anew.
const PAPER_DAYS: i64 = 1;

/// Cleans up one municipality and asks for the next time, a day later. However often it runs,
/// and on however many nodes at once, one next time is asked for.
///
/// # Errors
/// What the database answers; then nothing was taken out.
pub async fn clean_up(desk: &Desk, municipality: Id) -> Outcome<()> {
    let now = desk.now();
    let ago = |days: i64| now.plus(-days * Moment::DAY);
    let mut tx = desk.db.write().await?;
    let alone = sql!("select id from municipality where id = ?", municipality)
        .text(tx.only_postgres(" for no key update"));
    tx.run(alone).await?;
    for old in [
        sql!(
            "delete from token where municipality_id = ? and expires_at < ?",
            municipality,
            ago(TOKEN_DAYS)
        ),
        sql!(
            "delete from mail where municipality_id = ? and created_at < ?",
            municipality,
            ago(MAIL_DAYS)
        ),
        sql!(
            "delete from offer_fault where municipality_id = ? and created_at < ? and closed_at is not null",
            municipality,
            ago(FAULT_DAYS)
        ),
        sql!(
            "update offer_fault set reply_to = null where municipality_id = ? and created_at < ?",
            municipality,
            ago(FAULT_DAYS)
        ),
        sql!(
            "delete from reminder where municipality_id = ? and day < ?",
            municipality,
            desk.today().plus(-REMINDER_DAYS)
        ),
        sql!(
            "delete from initiative_invitation where municipality_id = ? and answered_at < ?",
            municipality,
            ago(INVITATION_DAYS)
        ),
        sql!(
            "delete from meeting_voice where municipality_id = ? and meeting_id in (select id from meeting \
             where municipality_id = ? and ends_at < ?) and (select count(*) from meeting_voice other \
             where other.municipality_id = meeting_voice.municipality_id and other.meeting_id = meeting_voice.meeting_id \
             and other.sector = meeting_voice.sector) < ?",
            municipality,
            municipality,
            ago(TAP_DAYS),
            voice::SHOWN_FROM
        ),
        sql!(
            "delete from meeting_invitation where municipality_id = ? and meeting_id in (select id from meeting \
             where municipality_id = ? and purpose = ? and ends_at < ?)",
            municipality,
            municipality,
            Purpose::Relations.code(),
            ago(RELATIONS_DAYS)
        ),
        sql!(
            "delete from submission where municipality_id = ? and created_at < ?",
            municipality,
            ago(SUBMISSION_DAYS)
        ),
        sql!(
            "delete from import_run where municipality_id = ? and state = 'waiting' and created_at < ?",
            municipality,
            ago(IMPORT_DAYS)
        ),
        sql!(
            "delete from seminar_paper where municipality_id = ? and asked_at < ?",
            municipality,
            ago(PAPER_DAYS)
        ),
        sql!(
            "delete from session where municipality_id = ? and (expires_at < ? or ended_at < ?)",
            municipality,
            now,
            ago(TOKEN_DAYS)
        ),
        sql!(
            "delete from job where municipality_id = ? and kind = ?",
            municipality,
            Kind::CleanUp.code()
        ),
    ] {
        tx.run(old).await?;
    }
    let tomorrow = now.plus(Moment::DAY);
    ask(
        &mut tx,
        desk,
        municipality,
        Kind::CleanUp,
        serde_json::json!({}),
        tomorrow,
    )
    .await?;
    ask_each_working_day(&mut tx, desk, municipality, Kind::AskWhetherStillRight).await?;
    for kind in [Kind::LookForAlike, Kind::CheckForms] {
        ask(
            &mut tx,
            desk,
            municipality,
            kind,
            serde_json::json!({}),
            now,
        )
        .await?;
    }
    notice::ask_again(desk, &mut tx, municipality).await?;
    tx.commit().await?;
    Ok(())
}

/// Hours after midnight at which people are asked things by mail.
const MORNING: i64 = 8;

/// Asks for a job next time it is eight in the morning of a working day, unless it waits already.
async fn ask_each_working_day(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    kind: Kind,
) -> Outcome<()> {
    let (now, today) = (desk.now(), desk.today());
    let eight = |day: Day| day.start().plus(MORNING * Moment::HOUR);
    let next = match today.is_working() && eight(today) > now {
        true => eight(today),
        false => eight(today.plus_working(1)),
    };
    tx.run(sql!(
        "delete from job where municipality_id = ? and kind = ? and run_at > ?",
        municipality,
        kind.code(),
        now
    ))
    .await?;
    ask(tx, desk, municipality, kind, serde_json::json!({}), next).await
}
