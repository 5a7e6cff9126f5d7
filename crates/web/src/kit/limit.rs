//! How much may be sent in a short time.
use super::fail::Fail;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use samskab_domain::kernel::Id;
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Who sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    Person(Id),
    Address(IpAddr),
}

/// The limits of one running program. Several nodes each count their own.
pub struct Limits {
    writes: DefaultKeyedRateLimiter<Who>,
    links: DefaultKeyedRateLimiter<Who>,
    strangers: DefaultKeyedRateLimiter<Who>,
    programs: DefaultKeyedRateLimiter<Who>,
}

/// Sign-in links a minute from one address.
const LINKS: NonZeroU32 = NonZeroU32::new(10).expect("not zero");

/// Forms a minute from one address where nobody has to sign in. A library has one address.
const STRANGERS: NonZeroU32 = NonZeroU32::new(30).expect("not zero");

/// Questions a minute from the programs at one address: a whole directory in pages of fifty, twice
/// over, for a hundred thousand offers.
const PROGRAMS: NonZeroU32 = NonZeroU32::new(6_000).expect("not zero");

impl Limits {
    /// `writes`: forms a minute from one person or address.
    pub fn new(writes: NonZeroU32) -> Self {
        Self {
            writes: RateLimiter::keyed(Quota::per_minute(writes)),
            links: RateLimiter::keyed(Quota::per_minute(LINKS)),
            strangers: RateLimiter::keyed(Quota::per_minute(STRANGERS)),
            programs: RateLimiter::keyed(Quota::per_minute(PROGRAMS)),
        }
    }

    /// # Errors
    /// [`Fail::TooMany`] when it is too much.
    pub fn writes(&self, who: Who) -> Result<(), Fail> {
        self.writes.check_key(&who).map_err(|_| Fail::TooMany)
    }

    /// # Errors
    /// [`Fail::TooMany`] when it is too much.
    pub fn links(&self, who: Who) -> Result<(), Fail> {
        self.links.check_key(&who).map_err(|_| Fail::TooMany)
    }

    /// # Errors
    /// [`Fail::TooMany`] when it is too much.
    pub fn strangers(&self, who: Who) -> Result<(), Fail> {
        self.strangers.check_key(&who).map_err(|_| Fail::TooMany)
    }

    /// # Errors
    /// [`Fail::TooMany`] when it is too much.
    pub fn programs(&self, who: Who) -> Result<(), Fail> {
        self.programs.check_key(&who).map_err(|_| Fail::TooMany)
    }

    /// Forgets those who have been quiet, so that the tables do not grow for ever.
    pub fn forget_the_quiet(&self) {
        self.writes.retain_recent();
        self.links.retain_recent();
        self.strangers.retain_recent();
        self.programs.retain_recent();
    }
}
