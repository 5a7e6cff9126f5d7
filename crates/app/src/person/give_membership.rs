//! An administrator ties a person to an organisation.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Why};
use samskab_domain::person::{Membership, MembershipDraft};

/// # Errors
/// Denied to all but administrators; [`Refusal::Missing`] when the person is not there;
/// remarks for each field.
pub async fn give_membership(
    desk: &Desk,
    actor: &Actor,
    person: Id,
    draft: &MembershipDraft,
) -> Outcome<Id> {
    actor.may(Act::Administer)?;
    let membership = draft.consider(desk.today())?;
    let mut tx = desk.db.write().await?;
    let there = sql!(
        "select id from person where municipality_id = ? and id = ? and left_at is null",
        actor.municipality,
        person
    );
    tx.first::<Found>(there).await?.ok_or(Refusal::Missing)?;
    let by = Some(actor.membership);
    let id = insert_membership(&mut tx, desk, actor.municipality, by, person, &membership).await?;
    tx.commit().await?;
    Ok(id)
}

#[derive(FromRow)]
#[expect(dead_code, reason = "only whether the row is there matters")]
struct Found {
    id: Id,
}

/// Writes the membership and its journal entry.
///
/// # Errors
/// A remark when organisation or areas are not this municipality's.
pub(crate) async fn insert_membership(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    by: Option<Id>,
    person: Id,
    membership: &Membership,
) -> Outcome<Id> {
    let ours = sql!(
        "select id from organisation where municipality_id = ? and id = ? and closed_at is null",
        municipality,
        membership.organisation
    );
    if tx.first::<Found>(ours).await?.is_none() {
        return Err(Refusal::remark("organisation", Why::Unknown));
    }
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into membership (municipality_id, id, person_id, organisation_id, role, title, from_day, \
         created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        municipality,
        id,
        person,
        membership.organisation,
        membership.role.code(),
        membership.title.clone(),
        membership.from,
        now
    ))
    .await?;
    set_areas(tx, municipality, id, &membership.areas).await?;
    let related = [person, membership.organisation];
    journal::write_as(
        tx,
        municipality,
        by,
        journal::Verb::MembershipGiven,
        id,
        &related,
        now,
    )
    .await?;
    Ok(id)
}

async fn set_areas(tx: &mut Tx, municipality: Id, membership: Id, areas: &[Id]) -> Outcome<()> {
    if areas.is_empty() {
        return Ok(());
    }
    let ours = sql!(
        "select id from area where municipality_id = ? and closed_at is null and id in ",
        municipality
    )
    .list(areas.iter().copied());
    if tx.all::<Found>(ours).await?.len() != areas.len() {
        return Err(Refusal::remark("areas", Why::Unknown));
    }
    let rows = areas
        .iter()
        .map(|&area| [Value::from(municipality), membership.into(), area.into()]);
    let insert =
        sql!("insert into membership_area (municipality_id, membership_id, area_id) values ");
    tx.run(insert.rows(rows)).await?;
    Ok(())
}
