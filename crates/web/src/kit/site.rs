//! What every handler has at hand.
use super::limit::Limits;
use samskab_app::Desk;
use samskab_app::token::{DEMO_SIGN_IN, Purpose, SIGN_IN};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

/// How the site is reached.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme, host and port as people type them, without a slash at the end.
    pub base_url: String,
    /// Proxies whose word on who is calling is taken.
    pub trusted_proxies: Vec<IpAddr>,
    /// Forms a minute from one person or address, before they are asked to wait.
    pub writes_per_minute: NonZeroU32,
    /// Whether this is the demonstration, whose links work again and again.
    pub demo: bool,
    /// Whether short messages can go to phones.
    pub sms: bool,
}

impl Settings {
    /// The links that let a person in.
    pub(crate) fn links(&self) -> &'static [Purpose] {
        if self.demo { DEMO_SIGN_IN } else { SIGN_IN }
    }

    /// Whether people reach the site by https.
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// What every handler has at hand. Cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

/// The parts of a [`Site`].
pub struct Inner {
    pub desk: Desk,
    pub settings: Settings,
    pub limits: Limits,
}

impl Site {
    pub fn new(desk: Desk, settings: Settings) -> Self {
        Self(Arc::new(Inner {
            desk,
            limits: Limits::new(settings.writes_per_minute),
            settings,
        }))
    }
}

impl std::ops::Deref for Site {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
