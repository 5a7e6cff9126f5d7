//! A person signs in with a link. Opening the link shows a page; its button spends it.
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use crate::token::{self, Purpose, Secret};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::person::SESSION_DAYS;

/// Whether a link for one of `purposes` would still work. Spends nothing.
///
/// # Errors
/// [`Refusal::Missing`] when it is spent, expired, forged or for something else.
pub async fn look(
    desk: &Desk,
    municipality: Id,
    link: &Secret,
    purposes: &[Purpose],
) -> Outcome<()> {
    token::look(desk, municipality, link, purposes, desk.now())
        .await
        .map(drop)
}

/// Spends the link, if it is for one of `purposes`, and opens a session.
///
/// # Errors
/// [`Refusal::Missing`] when the link is spent, expired, forged or for something else, or the
/// person has no membership that runs.
pub async fn enter(
    desk: &Desk,
    municipality: Id,
    link: &Secret,
    purposes: &[Purpose],
) -> Outcome<Secret> {
    let mut tx = desk.db.write().await?;
    let person = token::spend(&mut tx, municipality, link, purposes, desk.now()).await?;
    let secret = open(&mut tx, desk, municipality, person).await?;
    tx.commit().await?;
    Ok(secret)
}

#[derive(FromRow)]
struct Membership {
    id: Id,
}

/// Opens a session for a person who has proved who she is, under her oldest membership.
///
/// # Errors
/// [`Refusal::Missing`] when she has no membership that runs.
pub async fn open(tx: &mut Tx, desk: &Desk, municipality: Id, person: Id) -> Outcome<Secret> {
    let today = desk.today();
    let membership: Option<Membership> = tx
        .first(sql!(
            "select membership.id from membership join person \
             on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
             where membership.municipality_id = ? and membership.person_id = ? and person.left_at is null \
             and membership.from_day <= ? and (membership.until_day is null or membership.until_day > ?) \
             order by membership.id limit 1",
            municipality,
            person,
            today,
            today
        ))
        .await?;
    let membership = membership.ok_or(Refusal::Missing)?.id;
    let (secret, id, now) = (Secret::new()?, desk.id(), desk.now());
    tx.run(sql!(
        "insert into session (municipality_id, id, hash, person_id, membership_id, created_at, expires_at) \
         values (?, ?, ?, ?, ?, ?, ?)",
        municipality,
        id,
        secret.hash(),
        person,
        membership,
        now,
        now.plus(SESSION_DAYS * Moment::DAY)
    ))
    .await?;
    let verb = journal::Verb::SignedIn;
    journal::write_as(tx, municipality, Some(membership), verb, id, &[], now).await?;
    Ok(secret)
}
