//! One-time secrets. The secret goes out once, in a link; what is kept is its hash.
use crate::desk::{Desk, Outcome, Refusal, random};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::kernel::{Id, Moment};
use sha2::{Digest, Sha256};

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signs in the person it names. Works once.
    SignIn,
    /// Signs in the person it names, again and again: only the demonstration gives these.
    DemoSignIn,
    /// Lets whoever has the mail say whether something can be felt, again and again until it runs
    /// out, and nothing else.
    Felt,
    /// Lets whoever has a message stop such messages, and nothing else.
    Notices,
    /// Lets whoever has the mail say that the offers it asks about still hold, again and again
    /// until it runs out, and nothing else.
    StillRight,
    /// Lets whoever has the mail answer an invitation to a meeting, and say afterwards whether she
    /// got to say what she came for.
    Meeting,
}

/// What lets a person in.
pub const SIGN_IN: &[Purpose] = &[Purpose::SignIn];
/// What lets a person in where the demonstration runs, and nowhere else.
pub const DEMO_SIGN_IN: &[Purpose] = &[Purpose::SignIn, Purpose::DemoSignIn];

impl Purpose {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::DemoSignIn => "demo_sign_in",
            Self::Felt => "felt",
            Self::Notices => "notices",
            Self::StillRight => "still_right",
            Self::Meeting => "meeting",
        }
    }
}

/// A secret as it stands in a link or a cookie. Not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// 32 random bytes as hex.
    ///
    /// # Errors
    /// [`Refusal::Randomness`].
    pub fn new() -> Outcome<Self> {
        Ok(Self(hex::encode(random::<32>()?)))
    }

    /// What came back in a link or a cookie.
    pub fn from_outside(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text to put in a link or a cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept of it. A plain hash is enough for 256 random bits.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// Gives out a token for `subject` that works for `lifetime` microseconds.
///
/// # Errors
/// What the database answers.
pub async fn give(
    tx: &mut Tx,
    desk: &Desk,
    municipality: Id,
    purpose: Purpose,
    subject: Id,
    lifetime: i64,
) -> Outcome<Secret> {
    let secret = Secret::new()?;
    let now = desk.now();
    tx.run(sql!(
        "insert into token (municipality_id, id, purpose, hash, subject_id, expires_at, created_at) \
         values (?, ?, ?, ?, ?, ?, ?)",
        municipality,
        desk.id(),
        purpose.code(),
        secret.hash(),
        subject,
        now.plus(lifetime),
        now
    ))
    .await?;
    Ok(secret)
}

#[derive(FromRow)]
struct Subject {
    subject_id: Id,
    purpose: String,
}

/// Whether the token would still work for one of `purposes`. Looking spends nothing: mail
/// scanners look too.
///
/// # Errors
/// [`Refusal::Missing`] for one that is spent, expired, for something else or was never given.
pub async fn look(
    desk: &Desk,
    municipality: Id,
    secret: &Secret,
    purposes: &[Purpose],
    now: Moment,
) -> Outcome<Id> {
    let token = sql!(
        "select subject_id, purpose from token where municipality_id = ? and hash = ? \
         and used_at is null and expires_at > ? and purpose in ",
        municipality,
        secret.hash(),
        now
    );
    let token = token.list(purposes.iter().map(|purpose| purpose.code()));
    let found: Option<Subject> = desk.db.first(token).await?;
    found.map(|t| t.subject_id).ok_or(Refusal::Missing)
}

/// Spends the token for one of `purposes` and gives its subject. Of two who spend it at once,
/// one does.
///
/// # Errors
/// [`Refusal::Missing`] for one that is spent, expired, for something else or was never given.
pub async fn spend(
    tx: &mut Tx,
    municipality: Id,
    secret: &Secret,
    purposes: &[Purpose],
    now: Moment,
) -> Outcome<Id> {
    let token = sql!(
        "update token set used_at = case when purpose = 'demo_sign_in' then null else ? end \
         where municipality_id = ? and hash = ? and used_at is null and expires_at > ? and purpose in ",
        now,
        municipality,
        secret.hash(),
        now
    );
    let token = token
        .list(purposes.iter().map(|purpose| purpose.code()))
        .text(" returning subject_id, purpose");
    let spent: Option<Subject> = tx.first(token).await?;
    let spent = spent.ok_or(Refusal::Missing)?;
    tracing::debug!(purpose = spent.purpose, "token spent");
    Ok(spent.subject_id)
}
