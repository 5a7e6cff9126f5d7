//! How a person wishes to hear of news: hers alone to set, and to stop with one tap.
use crate::desk::{Desk, Outcome, Refusal};
use crate::job;
use crate::token::{self, Purpose, Secret};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::notice::{Channel, Pace, WishDraft};

/// What is set.
#[derive(Clone, Debug, FromRow)]
pub struct Set {
    pace: Option<String>,
    channel: Option<String>,
    pub phone: Option<String>,
    pub email: String,
    /// Mail to the address came back.
    pub stopped: bool,
}

impl Set {
    pub fn pace(&self) -> Pace {
        let code = self.pace.as_deref();
        code.and_then(Pace::from_code).unwrap_or_default()
    }

    pub fn channel(&self) -> Channel {
        let code = self.channel.as_deref();
        code.and_then(Channel::from_code).unwrap_or_default()
    }
}

/// # Errors
/// [`Refusal::Missing`] for someone who is not here any more.
pub async fn set(desk: &Desk, actor: &Actor) -> Outcome<Set> {
    let sql = sql!(
        "select wish.pace, wish.channel, person.phone, person.email, person.bounced_at is not null as stopped \
         from person left join notice_wish wish on wish.municipality_id = person.municipality_id \
         and wish.person_id = person.id \
         where person.municipality_id = ? and person.id = ? and person.left_at is null",
        actor.municipality,
        actor.person
    );
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// She sets it; mail that came back is tried again.
///
/// # Errors
/// Remarks for each field.
pub async fn change(desk: &Desk, actor: &Actor, draft: &WishDraft) -> Outcome<()> {
    let wish = draft.consider()?;
    let (m, person) = (actor.municipality, actor.person);
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update person set phone = coalesce(?, phone), bounced_at = null where municipality_id = ? and id = ?",
        wish.phone,
        m,
        person
    ))
    .await?;
    keep(&mut tx, m, person, wish.pace, Some(wish.channel)).await?;
    match wish.pace.next(desk.now()) {
        // What waits is told at the new time; the one asked for before finds nothing left.
        Some(at) => {
            let payload = serde_json::json!({ "person": person });
            job::ask(&mut tx, desk, m, job::Kind::TellNews, payload, at).await?;
        }
        None => forget(&mut tx, m, person).await?,
    }
    tx.commit().await?;
    Ok(())
}

async fn keep(
    tx: &mut Tx,
    municipality: Id,
    person: Id,
    pace: Pace,
    channel: Option<Channel>,
) -> Outcome<()> {
    let channel = channel.map(Coded::code);
    tx.run(sql!(
        "insert into notice_wish (municipality_id, person_id, pace, channel) values (?, ?, ?, coalesce(?, 'mail')) \
         on conflict (municipality_id, person_id) do update set pace = excluded.pace, \
         channel = coalesce(?, notice_wish.channel)",
        municipality,
        person,
        pace.code(),
        channel,
        channel
    ))
    .await?;
    Ok(())
}

async fn forget(tx: &mut Tx, municipality: Id, person: Id) -> Outcome<()> {
    tx.run(sql!(
        "delete from notice where municipality_id = ? and person_id = ?",
        municipality,
        person
    ))
    .await?;
    Ok(())
}

/// Whether the link of a message still stops them. Looking stops nothing: mail scanners look too.
///
/// # Errors
/// [`Refusal::Missing`] for a link that has run out or was never given.
pub async fn of_link(desk: &Desk, municipality: Id, link: &Secret) -> Outcome<Id> {
    token::look(desk, municipality, link, &[Purpose::Notices], desk.now()).await
}

/// No more messages, from the link in one. It can be pressed again, and lets nobody in.
///
/// # Errors
/// [`Refusal::Missing`] for a link that has run out or was never given.
pub async fn stop(desk: &Desk, municipality: Id, link: &Secret) -> Outcome<()> {
    let person = of_link(desk, municipality, link).await?;
    let mut tx = desk.db.write().await?;
    keep(&mut tx, municipality, person, Pace::Never, None).await?;
    forget(&mut tx, municipality, person).await?;
    tx.commit().await?;
    Ok(())
}
