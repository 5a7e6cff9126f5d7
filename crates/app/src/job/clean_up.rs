//! Takes out what has outlived its use. `docs/privacy.md` tells the same as a table.
use super::{Kind, ask};
use crate::desk::{Desk, Outcome};
use samskab_database::sql;
use samskab_domain::kernel::{Id, Moment};

/// Days a used or expired link is kept, so that a second click can be explained.
const TOKEN_DAYS: i64 = 7;
/// Days a mail's row is kept, so that a late bounce finds it.
const MAIL_DAYS: i64 = 90;
/// Days a form's key is kept, so that a phone that was away cannot send twice.
const SUBMISSION_DAYS: i64 = 90;

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
            "delete from submission where municipality_id = ? and created_at < ?",
            municipality,
            ago(SUBMISSION_DAYS)
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
    tx.commit().await?;
    Ok(())
}
