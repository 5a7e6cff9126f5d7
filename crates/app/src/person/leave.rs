//! A person leaves: her memberships and sessions end, and what she told stays (F15).
use crate::desk::{Desk, Outcome, Refusal};
use crate::{journal, vacancy};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor, Denied};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::vacancy::Reason;

#[derive(FromRow)]
struct Ended {
    id: Id,
}

/// What hung on her waits to be given on. A person may leave by herself; an administrator may see anyone out.
///
/// # Errors
/// Denied to others; [`Refusal::Missing`] when she has left or is not there.
pub async fn leave(desk: &Desk, actor: &Actor, person: Id) -> Outcome<()> {
    if actor.person != person {
        actor
            .may(Act::Administer)
            .map_err(|Denied| Refusal::Denied(Denied))?;
    }
    let (now, m) = (desk.now(), actor.municipality);
    let mut tx = desk.db.write().await?;
    let left = tx
        .run(sql!(
            "update person set left_at = ? where municipality_id = ? and id = ? and left_at is null",
            now,
            m,
            person
        ))
        .await?;
    if left == 0 {
        return Err(Refusal::Missing);
    }
    let ended: Vec<Ended> = tx
        .all(sql!(
            "update membership set until_day = ? where municipality_id = ? and person_id = ? and until_day is null \
             returning id",
            desk.today(),
            m,
            person
        ))
        .await?;
    let ended: Vec<Id> = ended.into_iter().map(|e| e.id).collect();
    let by = Some(actor.membership);
    vacancy::open(&mut tx, desk, m, &ended, Reason::Left, by).await?;
    end_ways_in(&mut tx, m, person, now).await?;
    journal::write(&mut tx, actor, journal::Verb::PersonLeft, person, &[], now).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends a person's sessions, and spends every link she was given.
///
/// # Errors
/// What the database answers.
pub(super) async fn end_ways_in(tx: &mut Tx, m: Id, person: Id, now: Moment) -> Outcome<()> {
    for end in [
        sql!(
            "update session set ended_at = ? where municipality_id = ? and person_id = ? and ended_at is null",
            now,
            m,
            person
        ),
        sql!(
            "update token set used_at = ? where municipality_id = ? and subject_id = ? and used_at is null",
            now,
            m,
            person
        ),
    ] {
        tx.run(end).await?;
    }
    Ok(())
}
