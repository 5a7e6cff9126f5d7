//! A vacancy begins: by leaving, by mail that comes back, by a colleague's word.
use super::duties;
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::vacancy::Reason;

#[derive(FromRow)]
struct Membership {
    id: Id,
}

/// Opens a vacancy for each of `memberships` that something hangs on. One that is open already
/// stays as it is; only that she has left is worth more than a guess.
///
/// # Errors
/// What the database answers.
pub(crate) async fn open(
    tx: &mut Tx,
    desk: &Desk,
    m: Id,
    memberships: &[Id],
    reason: Reason,
    by: Option<Id>,
) -> Outcome<()> {
    if reason == Reason::Left {
        let known = sql!(
            "update vacancy set reason = ? where municipality_id = ? and closed_at is null and membership_id in ",
            reason.code(),
            m
        );
        tx.run(known.list(memberships.iter().copied())).await?;
    }
    let hanging = sql!(
        "select membership.id from membership where membership.municipality_id = ? and membership.id in ",
        m
    )
    .list(memberships.iter().copied())
    .text(
        " and not exists (select 1 from vacancy where vacancy.municipality_id = membership.municipality_id \
         and vacancy.membership_id = membership.id and vacancy.closed_at is null) \
         and (exists (select 1 from contact where contact.municipality_id = membership.municipality_id \
         and contact.membership_id = membership.id and contact.until_day is null) \
         or exists (select 1 from offer_backup where offer_backup.municipality_id = membership.municipality_id \
         and offer_backup.membership_id = membership.id) \
         or exists (select 1 from initiative_party party \
         join initiative on initiative.municipality_id = party.municipality_id \
         and initiative.id = party.initiative_id and initiative.state <> 'ended' \
         where party.municipality_id = membership.municipality_id \
         and party.membership_id = membership.id and party.left_at is null)",
    );
    let hanging = duties::or_duties(hanging, desk.now()).text(") order by membership.id");
    let hanging: Vec<Membership> = tx.all(hanging).await?;
    if hanging.is_empty() {
        return Ok(());
    }
    let now = desk.now();
    let ids: Vec<(Id, Id)> = hanging.iter().map(|h| (desk.id(), h.id)).collect();
    let rows = ids.iter().map(|&(id, membership)| {
        [
            Value::from(m),
            id.into(),
            membership.into(),
            reason.code().into(),
            by.into(),
            now.into(),
            Language::Danish.code().into(),
        ]
    });
    let insert = sql!(
        "insert into vacancy (municipality_id, id, membership_id, reason, opened_by, opened_at, language) values "
    );
    tx.run(insert.rows(rows)).await?;
    let related: Vec<Id> = ids.iter().map(|(_, membership)| *membership).collect();
    let verb = journal::Verb::VacancyOpened;
    if let Some(&(first, _)) = ids.first() {
        journal::write_as(tx, m, by, verb, first, &related, now).await?;
    }
    Ok(())
}

/// Her mail arrives again, or she has another address: what only a bounce opened is closed.
///
/// # Errors
/// What the database answers.
pub(crate) async fn close_of_bounce(tx: &mut Tx, desk: &Desk, m: Id, person: Id) -> Outcome<()> {
    for sql in [
        sql!(
            "update vacancy set closed_at = ? where municipality_id = ? and closed_at is null and reason = ? \
             and membership_id in (select id from membership where municipality_id = ? and person_id = ?)",
            desk.now(),
            m,
            Reason::Bounced.code(),
            m,
            person
        ),
        sql!(
            "update person set bounced_at = null where municipality_id = ? and id = ?",
            m,
            person
        ),
    ] {
        tx.run(sql).await?;
    }
    Ok(())
}
