//! The installation's own secret: with it codes become hashes that a copy of the database cannot
//! try out.
use crate::desk::{Outcome, random};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// A secret of 256 bits. Not printed by `Debug`.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// A new one from the machine's randomness.
    ///
    /// # Errors
    /// [`crate::Refusal::Randomness`].
    pub fn new() -> Outcome<Self> {
        Ok(Self(random::<32>()?))
    }

    /// The one an operator keeps as text, whatever its spelling.
    pub fn from_text(text: &str) -> Self {
        Self(Sha256::digest(text.trim().as_bytes()).into())
    }

    /// HMAC-SHA-256 (RFC 2104) of `parts`; `purpose` keeps what it is used for apart.
    pub(crate) fn hash(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            unreachable!("HMAC takes a key of any length");
        };
        for part in [purpose.as_bytes()].iter().chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}
