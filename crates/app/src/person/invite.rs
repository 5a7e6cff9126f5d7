//! An administrator invites a person: a row for her, a membership, and a mail with a link.
use super::give_membership::insert_membership;
use crate::desk::{Desk, Outcome, Refusal};
use crate::token::{self, Purpose, Secret};
use crate::{journal, mail};
use samskab_database::{FromRow, Tx, is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Moment, Why};
use samskab_domain::person::{self, INVITATION_DAYS};
use samskab_locale::sort_key;

/// Who is invited, and to what.
#[derive(Clone, Debug, Default)]
pub struct Invitation {
    pub person: person::Draft,
    pub membership: person::MembershipDraft,
}

/// # Errors
/// Denied to all but administrators; remarks on person and membership together, an e-mail
/// address taken included.
pub async fn invite(desk: &Desk, actor: &Actor, invitation: &Invitation) -> Outcome<Id> {
    actor.may(Act::Administer)?;
    let (person, membership) = consider(desk, invitation)?;
    let mut tx = desk.db.write().await?;
    let id = insert(&mut tx, desk, actor.municipality, &person).await?;
    let by = Some(actor.membership);
    insert_membership(&mut tx, desk, actor.municipality, by, id, &membership).await?;
    mail::ask(
        &mut tx,
        desk,
        actor.municipality,
        mail::Kind::Invitation,
        id,
    )
    .await?;
    journal::write(
        &mut tx,
        actor,
        journal::Verb::PersonInvited,
        id,
        &[membership.organisation],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// An operator at the shell invites, and gets the link's secret to hand over. A person who is
/// there already gets a new link and, if it is another one, the membership too.
///
/// # Errors
/// Remarks on person and membership together.
pub async fn invite_from_shell(
    desk: &Desk,
    municipality: Id,
    invitation: &Invitation,
) -> Outcome<(Id, Secret)> {
    let (person, membership) = consider(desk, invitation)?;
    let mut tx = desk.db.write().await?;
    let id = match find(&mut tx, municipality, &person.email).await? {
        Some(id) => id,
        None => insert(&mut tx, desk, municipality, &person).await?,
    };
    if !has_membership(&mut tx, municipality, id, &membership).await? {
        insert_membership(&mut tx, desk, municipality, None, id, &membership).await?;
    }
    let lifetime = INVITATION_DAYS * Moment::DAY;
    let secret = token::give(&mut tx, desk, municipality, Purpose::SignIn, id, lifetime).await?;
    journal::write_as(
        &mut tx,
        municipality,
        None,
        journal::Verb::PersonInvited,
        id,
        &[membership.organisation],
        desk.now(),
    )
    .await?;
    tx.commit().await?;
    Ok((id, secret))
}

fn consider(desk: &Desk, invitation: &Invitation) -> Outcome<(person::Person, person::Membership)> {
    let person = invitation.person.consider();
    let membership = invitation.membership.consider(desk.today());
    match (person, membership) {
        (Ok(person), Ok(membership)) => Ok((person, membership)),
        (person, membership) => {
            let mut remarks = person.err().unwrap_or_default();
            remarks.extend(membership.err().unwrap_or_default());
            Err(Refusal::Remarks(remarks))
        }
    }
}

/// The person's row. Who left and is invited again comes back as herself: what she told is hers.
async fn insert(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    person: &person::Person,
) -> Outcome<Id> {
    let back: Option<Found> = tx
        .first(sql!(
            "update person set left_at = null, name = ?, sort_key = ?, email = ?, phone = ?, language = ? \
             where municipality_id = ? and email_key = ? and left_at is not null returning id",
            &person.name,
            sort_key(&person.name),
            &person.email,
            person.phone.clone(),
            person.language.code(),
            municipality,
            person::email_key(&person.email)
        ))
        .await?;
    if let Some(back) = back {
        return Ok(back.id);
    }
    let id = desk.id();
    let made = tx
        .run(sql!(
            "insert into person (municipality_id, id, name, sort_key, email, email_key, phone, language, \
             created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            municipality,
            id,
            &person.name,
            sort_key(&person.name),
            &person.email,
            person::email_key(&person.email),
            person.phone.clone(),
            person.language.code(),
            desk.now()
        ))
        .await;
    match made {
        Err(error) if is_taken(&error) => Err(Refusal::remark("email", Why::Taken)),
        made => {
            made?;
            Ok(id)
        }
    }
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

async fn find(tx: &mut Tx, municipality: Id, email: &str) -> Outcome<Option<Id>> {
    let found: Option<Found> = tx
        .first(sql!(
            "select id from person where municipality_id = ? and email_key = ? and left_at is null",
            municipality,
            person::email_key(email)
        ))
        .await?;
    Ok(found.map(|p| p.id))
}

async fn has_membership(
    tx: &mut Tx,
    municipality: Id,
    person: Id,
    membership: &person::Membership,
) -> Outcome<bool> {
    let found: Option<Found> = tx
        .first(sql!(
            "select id from membership where municipality_id = ? and person_id = ? \
             and organisation_id = ? and role = ? and until_day is null",
            municipality,
            person,
            membership.organisation,
            membership.role.code()
        ))
        .await?;
    Ok(found.is_some())
}
