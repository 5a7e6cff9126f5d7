//! Makes a mail's words and hands it to the post.
use super::{Kind, Letter, Post};
use crate::desk::{Desk, Outcome, Refusal};
use crate::meeting::entries::Site;
use crate::meeting::letter;
use crate::token::{self, Purpose, Secret};
use crate::upkeep;
use samskab_calendar::People;
use samskab_database::{FromRow, sql};
use samskab_domain::felt::LINK_DAYS;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::person::{INVITATION_DAYS, SIGN_IN_LINK_MINUTES, language};
use samskab_domain::upkeep as rules;
use samskab_locale::texts;

#[derive(FromRow)]
struct Waiting {
    kind: String,
    person_id: Id,
    subject_id: Option<Id>,
    name: String,
    email: String,
    language: String,
    slug: String,
    municipality: String,
}

/// Sends one mail that waits. One that is gone, or was sent by another node, is no error. Where
/// no mail server is set it is given up at once, before any link is made for it.
///
/// # Errors
/// [`Refusal::Missing`] when the post would not take it; the mail goes on waiting.
pub async fn send(
    desk: &Desk,
    post: &dyn Post,
    base_url: &str,
    municipality: Id,
    mail: Id,
) -> Outcome<()> {
    let waiting: Option<Waiting> = desk
        .db
        .first(sql!(
            "select mail.kind, mail.person_id, mail.subject_id, person.name, person.email, person.language, \
             municipality.slug, municipality.name as municipality from mail \
             join person on person.municipality_id = mail.municipality_id and person.id = mail.person_id \
             join municipality on municipality.id = mail.municipality_id \
             where mail.municipality_id = ? and mail.id = ? and mail.state = 'waiting' \
             and person.left_at is null",
            municipality,
            mail
        ))
        .await?;
    let Some(waiting) = waiting else {
        return Ok(());
    };
    let Some(kind) = Kind::from_code(&waiting.kind) else {
        return Ok(());
    };
    if !post.is_there() {
        tracing::warn!(%mail, "no mail server is set (SAMSKAB_SMTP_URL): a mail was given up");
        return give_up(desk, municipality, mail).await;
    }
    let message_id = format!("<{mail}@{}>", host(base_url));
    let from = post.address();
    let letter = match kind {
        Kind::Meeting | Kind::MeetingChanged | Kind::MeetingCancelled => {
            about_meeting(desk, (base_url, &from), municipality, &waiting, kind).await?
        }
        _ => write(desk, base_url, municipality, &waiting, kind).await?,
    };
    let letter = Letter {
        message_id: message_id.clone(),
        ..letter
    };
    if let Err(reason) = post.carry(letter).await {
        tracing::warn!(%mail, reason, "mail was not taken");
        return Err(Refusal::Missing);
    }
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update mail set state = 'sent', sent_at = ?, message_id = ? \
         where municipality_id = ? and id = ?",
        desk.now(),
        message_id,
        municipality,
        mail
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}

/// The post would not take it, again and again: the mail waits no longer.
///
/// # Errors
/// What the database answers.
pub async fn give_up(desk: &Desk, municipality: Id, mail: Id) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update mail set state = 'failed' where municipality_id = ? and id = ? and state = 'waiting'",
        municipality,
        mail
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}

async fn write(
    desk: &Desk,
    base_url: &str,
    municipality: Id,
    to: &Waiting,
    kind: Kind,
) -> Outcome<Letter> {
    let secret = secret(desk, municipality, to, kind).await?;
    let last = match &secret {
        Some(secret) => secret.reveal().to_owned(),
        None => to.subject_id.unwrap_or_default().to_string(),
    };
    let at = |stage: &str| format!("{base_url}/{}/{stage}/{last}", to.slug);
    let t = texts(language(&to.language));
    let (subject, text) = match kind {
        Kind::SignIn => (
            t.mail_sign_in_subject(&to.municipality),
            t.mail_sign_in_text(&to.name, at("sign-in"), SIGN_IN_LINK_MINUTES),
        ),
        Kind::Invitation => (
            t.mail_invitation_subject(&to.municipality),
            t.mail_invitation_text(&to.name, &to.municipality, at("sign-in"), INVITATION_DAYS),
        ),
        Kind::Felt => (
            t.mail_felt_subject(),
            t.mail_felt_text(&to.name, &to.municipality, at("felt/from-mail"), LINK_DAYS),
        ),
        Kind::StillRight => {
            let batch = to.subject_id.ok_or(Refusal::Missing)?;
            let (names, total) = upkeep::names(desk, municipality, batch).await?;
            let first = names.first().map(String::as_str).unwrap_or_default();
            let link = at("offers/still-right");
            (
                t.mail_still_right_subject(total, first),
                t.mail_still_right_text(&to.name, total, names.join("\n"), link, rules::LINK_DAYS),
            )
        }
        Kind::Meeting | Kind::MeetingChanged | Kind::MeetingCancelled => {
            return Err(Refusal::Missing);
        }
        Kind::GivenOn => (
            t.mail_given_on_subject(),
            t.mail_given_on_text(&to.name, &to.municipality, at("vacancies")),
        ),
        Kind::OfferFault => (
            t.mail_offer_fault_subject(),
            t.mail_offer_fault_text(&to.name, format!("{}/faults", at("offers"))),
        ),
    };
    Ok(Letter {
        message_id: String::new(),
        to_name: to.name.clone(),
        to_address: to.email.clone(),
        subject,
        text,
        calendar: None,
    })
}

/// A mail about a meeting, with what a calendar program can take up.
async fn about_meeting(
    desk: &Desk,
    (base_url, from): (&str, &str),
    municipality: Id,
    to: &Waiting,
    kind: Kind,
) -> Outcome<Letter> {
    let id = to.subject_id.ok_or(Refusal::Missing)?;
    let meeting = letter::of(desk, municipality, id).await?;
    let (invitation, lifetime) =
        letter::invitation_of(desk, municipality, &meeting, to.person_id).await?;
    let mut tx = desk.db.write().await?;
    let purpose = Purpose::Meeting;
    let secret = token::give(&mut tx, desk, municipality, purpose, invitation, lifetime).await?;
    tx.commit().await?;
    let link = format!(
        "{base_url}/{}/meetings/from-mail/{}",
        to.slug,
        secret.reveal()
    );
    let about = letter::To {
        name: &to.name,
        people: People {
            organiser: from,
            invited: &to.email,
        },
        site: Site {
            base_url,
            slug: &to.slug,
        },
        link: &link,
    };
    let t = texts(language(&to.language));
    let words = letter::words(desk, municipality, &meeting, kind, about, t).await?;
    Ok(Letter {
        message_id: String::new(),
        to_name: to.name.clone(),
        to_address: to.email.clone(),
        subject: words.subject,
        text: words.text,
        calendar: Some(words.calendar),
    })
}

/// What the link in a mail carries, where it opens without signing in. It is made as the mail goes
/// out, so that no secret waits.
async fn secret(
    desk: &Desk,
    municipality: Id,
    to: &Waiting,
    kind: Kind,
) -> Outcome<Option<Secret>> {
    let (purpose, subject, lifetime) = match kind {
        Kind::SignIn => {
            let lifetime = SIGN_IN_LINK_MINUTES * 60 * Moment::SECOND;
            (Purpose::SignIn, to.person_id, lifetime)
        }
        Kind::Invitation => {
            let lifetime = INVITATION_DAYS * Moment::DAY;
            (Purpose::SignIn, to.person_id, lifetime)
        }
        Kind::Felt => {
            let subject = to.subject_id.ok_or(Refusal::Missing)?;
            (Purpose::Felt, subject, LINK_DAYS * Moment::DAY)
        }
        Kind::StillRight => {
            let batch = to.subject_id.ok_or(Refusal::Missing)?;
            let lifetime = rules::LINK_DAYS * Moment::DAY;
            (Purpose::StillRight, batch, lifetime)
        }
        Kind::Meeting | Kind::MeetingChanged | Kind::MeetingCancelled => {
            return Err(Refusal::Missing);
        }
        Kind::GivenOn | Kind::OfferFault => return Ok(None),
    };
    let mut tx = desk.db.write().await?;
    let secret = token::give(&mut tx, desk, municipality, purpose, subject, lifetime).await?;
    tx.commit().await?;
    Ok(Some(secret))
}

fn host(base_url: &str) -> &str {
    let rest = base_url
        .split_once("://")
        .map_or(base_url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or("localhost")
}
