//! Outgoing mail. A row says that a mail is to go and to whom; its words, and any secret in
//! them, are made when it is sent.
mod bounce;
mod send;
mod texter;

pub use bounce::bounced;
pub use send::{give_up, send};
pub use texter::{Text, Texter};

use crate::desk::{Desk, Outcome};
use crate::job;
use async_trait::async_trait;
use samskab_database::{Tx, Value, sql};
use samskab_domain::kernel::{Id, Moment};

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sign-in link someone asked for.
    SignIn,
    /// A sign-in link for someone newly invited.
    Invitation,
    /// A question whether what was answered can be felt; the subject is the question.
    Felt,
    /// Asks whether offers still hold; the subject is the batch of them.
    StillRight,
    /// An invitation to a meeting; the subject is the meeting, here and below.
    Meeting,
    /// A meeting has another time, title or place.
    MeetingChanged,
    /// A meeting is not held.
    MeetingCancelled,
    /// She is not invited to a meeting any more.
    MeetingWithout,
    /// Someone has given on what hung on her; the subject is the vacancy.
    GivenOn,
    /// Someone says that something about an offer is wrong; the subject is the offer.
    OfferFault,
    /// There is news; not what.
    News,
}

impl Kind {
    const ALL: [Self; 11] = [
        Self::SignIn,
        Self::Invitation,
        Self::Felt,
        Self::StillRight,
        Self::Meeting,
        Self::MeetingChanged,
        Self::MeetingCancelled,
        Self::MeetingWithout,
        Self::GivenOn,
        Self::OfferFault,
        Self::News,
    ];

    /// The word kept for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Invitation => "invitation",
            Self::Felt => "felt",
            Self::StillRight => "still_right",
            Self::Meeting => "meeting",
            Self::MeetingChanged => "meeting_changed",
            Self::MeetingCancelled => "meeting_cancelled",
            Self::MeetingWithout => "meeting_without",
            Self::GivenOn => "given_on",
            Self::OfferFault => "offer_fault",
            Self::News => "news",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// A mail ready to go. Not printed by `Debug`: it names a person and may hold a secret.
pub struct Letter {
    /// The `Message-ID`, by which a bounce finds its mail.
    pub message_id: String,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    /// What a calendar program takes up and answers.
    pub calendar: Option<Invitation>,
    /// Where one tap stops messages like it.
    pub stop: Option<String>,
}

/// An invitation as iMIP has it (RFC 6047).
pub struct Invitation {
    /// What it asks for: `REQUEST` or `CANCEL`.
    pub method: &'static str,
    /// The calendar.
    pub text: String,
}

/// Carries letters out.
#[async_trait]
pub trait Post: Send + Sync {
    /// Whether there is a mail server at all.
    fn is_there(&self) -> bool {
        true
    }

    /// The address letters come from, where answers to invitations go; empty where there is none.
    fn address(&self) -> String {
        String::new()
    }

    /// What carries short messages to phones, where there is such a thing.
    fn texter(&self) -> Option<&dyn Texter> {
        None
    }

    /// Hands a letter to the mail server.
    ///
    /// # Errors
    /// In words for the operator, without address or content.
    async fn carry(&self, letter: Letter) -> Result<(), String>;
}

/// Asks for a mail to `person`; gives its id.
///
/// # Errors
/// What the database answers.
pub async fn ask(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    kind: Kind,
    person: Id,
) -> Outcome<Id> {
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into mail (municipality_id, id, kind, person_id, state, created_at) \
         values (?, ?, ?, ?, 'waiting', ?)",
        municipality,
        id,
        kind.code(),
        person,
        now
    ))
    .await?;
    ask_to_send(tx, desk, municipality, id).await?;
    Ok(id)
}

/// Asks for one mail to each person about one subject each.
///
/// # Errors
/// What the database answers.
pub(crate) async fn ask_about(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    kind: Kind,
    to: &[(Id, Id)],
) -> Outcome<()> {
    if to.is_empty() {
        return Ok(());
    }
    let now = desk.now();
    let ids: Vec<Id> = to.iter().map(|_| desk.id()).collect();
    let rows = ids.iter().zip(to).map(|(&id, &(person, subject))| {
        [
            Value::from(municipality),
            id.into(),
            kind.code().into(),
            person.into(),
            subject.into(),
            "waiting".into(),
            now.into(),
        ]
    });
    let insert = sql!(
        "insert into mail (municipality_id, id, kind, person_id, subject_id, state, created_at) values "
    );
    tx.run(insert.rows(rows)).await?;
    let payloads = ids.iter().map(|id| serde_json::json!({ "mail": id }));
    job::ask_all(tx, desk, municipality, job::Kind::SendMail, payloads, now).await
}

/// Links one person may be sent within [`LINKS_WITHIN`].
const LINKS_MAX: i64 = 3;
const LINKS_WITHIN: i64 = 15 * 60 * Moment::SECOND;

/// Asks for a sign-in link to whoever has this address. The same statements run whether it is
/// someone or nobody, or someone who has been sent enough: then a job goes out for a mail that
/// is not there.
///
/// # Errors
/// What the database answers.
pub(crate) async fn ask_for_link(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    email_key: &str,
) -> Outcome<()> {
    let (id, now) = (desk.id(), desk.now());
    tx.run(sql!(
        "insert into mail (municipality_id, id, kind, person_id, state, created_at) \
         select person.municipality_id, ?, ?, person.id, 'waiting', ? from person \
         where person.municipality_id = ? and person.email_key = ? and person.left_at is null \
         and (select count(*) from mail sent where sent.municipality_id = person.municipality_id \
         and sent.person_id = person.id and sent.kind = ? and sent.created_at > ?) < ?",
        id,
        Kind::SignIn.code(),
        now,
        municipality,
        email_key,
        Kind::SignIn.code(),
        now.plus(-LINKS_WITHIN),
        LINKS_MAX
    ))
    .await?;
    ask_to_send(tx, desk, municipality, id).await
}

async fn ask_to_send(tx: &mut Tx, desk: &Desk, municipality: Id, mail: Id) -> Outcome<()> {
    let payload = serde_json::json!({ "mail": mail });
    let kind = job::Kind::SendMail;
    job::ask(tx, desk, municipality, kind, payload, desk.now()).await
}
