//! Makes a mail's words and hands it to the post.
use super::{Kind, Letter, Post, Text};
use crate::desk::{Desk, Outcome, Refusal};
use crate::meeting::entries::Site;
use crate::meeting::letter;
use crate::token::{self, Purpose, Secret};
use crate::upkeep;
use samskab_calendar::People;
use samskab_database::{FromRow, sql};
use samskab_domain::felt::LINK_DAYS;
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::notice::{Channel, Pace, STOP_LINK_DAYS, international};
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
    phone: Option<String>,
    pace: Option<String>,
    channel: Option<String>,
    stopped: bool,
}

impl Waiting {
    /// Whether she wishes no messages of this kind, or mail to her came back. A link she asked for goes out anyway.
    fn declines(&self, kind: Kind) -> bool {
        let told = matches!(kind, Kind::News | Kind::Felt);
        let never = self.pace.as_deref() == Some(Pace::Never.code());
        let asked = matches!(kind, Kind::SignIn | Kind::Invitation);
        (told && never) || (!asked && self.stopped && self.number(kind).is_none())
    }

    /// The phone she wishes to be told on.
    fn number(&self, kind: Kind) -> Option<&str> {
        let told = matches!(kind, Kind::News | Kind::Felt);
        let sms = self.channel.as_deref() == Some(Channel::Sms.code());
        self.phone.as_deref().filter(|_| told && sms)
    }
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
             municipality.slug, municipality.name as municipality, person.phone, wish.pace, wish.channel, \
             person.bounced_at is not null as stopped from mail \
             join person on person.municipality_id = mail.municipality_id and person.id = mail.person_id \
             left join notice_wish wish on wish.municipality_id = mail.municipality_id \
             and wish.person_id = mail.person_id \
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
    if waiting.declines(kind) {
        return give_up(desk, municipality, mail).await;
    }
    let texter = post.texter().filter(|_| waiting.number(kind).is_some());
    if texter.is_none() && !post.is_there() {
        tracing::warn!(%mail, "no mail server is set (SAMSKAB_SMTP_URL): a mail was given up");
        return give_up(desk, municipality, mail).await;
    }
    let message_id = format!("<{mail}@{}>", host(base_url));
    let from = post.address();
    let letter = match kind {
        Kind::Meeting | Kind::MeetingChanged | Kind::MeetingCancelled | Kind::MeetingWithout => {
            about_meeting(desk, (base_url, &from), municipality, &waiting, kind).await?
        }
        _ => Some(write(desk, base_url, municipality, &waiting, kind).await?),
    };
    let Some(letter) = letter else {
        return give_up(desk, municipality, mail).await;
    };
    let letter = Letter {
        message_id: message_id.clone(),
        ..letter
    };
    let carried = match texter.zip(waiting.number(kind)) {
        Some((texter, number)) => texter.text(short(number, letter)).await,
        None => post.carry(letter).await,
    };
    if let Err(reason) = carried {
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
    let stop = match kind {
        Kind::News => Some(at("notices/from-mail")),
        Kind::Felt => {
            let secret = stopping(desk, municipality, to.person_id).await?;
            let link = secret.reveal();
            Some(format!("{base_url}/{}/notices/from-mail/{link}", to.slug))
        }
        _ => None,
    };
    let stop_link = stop.clone().unwrap_or_default();
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
            t.mail_felt_text(
                &to.name,
                &to.municipality,
                at("felt/from-mail"),
                LINK_DAYS,
                stop_link,
            ),
        ),
        Kind::News => {
            let link = format!("{base_url}/{}/my-day", to.slug);
            (
                t.mail_news_subject(&to.municipality),
                t.mail_news_text(&to.name, &to.municipality, link, stop_link),
            )
        }
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
        Kind::Meeting | Kind::MeetingChanged | Kind::MeetingCancelled | Kind::MeetingWithout => {
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
        stop,
    })
}

/// The same for a phone: its subject, and the link that opens it.
fn short(number: &str, letter: Letter) -> Text {
    let links = letter.text.split_whitespace();
    let link = links.into_iter().find(|word| word.starts_with("http"));
    Text {
        to: international(number),
        text: format!("{} {}", letter.subject, link.unwrap_or_default()),
    }
}

/// What the link that stops messages carries.
async fn stopping(desk: &Desk, municipality: Id, person: Id) -> Outcome<Secret> {
    let mut tx = desk.db.write().await?;
    let lifetime = STOP_LINK_DAYS * Moment::DAY;
    let purpose = Purpose::Notices;
    let secret = token::give(&mut tx, desk, municipality, purpose, person, lifetime).await?;
    tx.commit().await?;
    Ok(secret)
}

/// A mail about a meeting, with what a calendar program can take up. To someone who is not invited any more, that
/// she is not, and nothing else.
async fn about_meeting(
    desk: &Desk,
    (base_url, from): (&str, &str),
    municipality: Id,
    to: &Waiting,
    kind: Kind,
) -> Outcome<Option<Letter>> {
    let id = to.subject_id.ok_or(Refusal::Missing)?;
    let meeting = letter::of(desk, municipality, id).await?;
    let found = letter::invitation_of(desk, municipality, &meeting, to.person_id).await?;
    let link = match (found, kind) {
        (None, Kind::MeetingWithout) => String::new(),
        (None, _) | (Some(_), Kind::MeetingWithout) => return Ok(None),
        (Some(invitation), _) => {
            let secret = opening(desk, municipality, invitation).await?;
            let last = secret.reveal();
            format!("{base_url}/{}/meetings/from-mail/{last}", to.slug)
        }
    };
    let about = letter::To {
        person: to.person_id,
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
    Ok(Some(Letter {
        message_id: String::new(),
        to_name: to.name.clone(),
        to_address: to.email.clone(),
        subject: words.subject,
        text: words.text,
        calendar: Some(words.calendar),
        stop: None,
    }))
}

/// What the link to an invitation carries, for as long as it works.
async fn opening(
    desk: &Desk,
    municipality: Id,
    (invitation, lifetime): (Id, i64),
) -> Outcome<Secret> {
    let mut tx = desk.db.write().await?;
    let purpose = Purpose::Meeting;
    let secret = token::give(&mut tx, desk, municipality, purpose, invitation, lifetime).await?;
    tx.commit().await?;
    Ok(secret)
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
        Kind::News => {
            let secret = stopping(desk, municipality, to.person_id).await?;
            return Ok(Some(secret));
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
        Kind::Meeting | Kind::MeetingChanged | Kind::MeetingCancelled | Kind::MeetingWithout => {
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
