//! A clock moved by hand.
use samskab_app::Clock;
use samskab_domain::kernel::Moment;
use std::sync::atomic::{AtomicI64, Ordering};

/// Stands still until a test moves it.
pub struct HandClock(AtomicI64);

impl HandClock {
    /// Stands at `2026-11-23T08:00:00Z`, a Monday.
    pub fn monday() -> Self {
        Self(AtomicI64::new(1_795_420_800_000_000))
    }

    /// Moves it on.
    pub fn advance(&self, microseconds: i64) {
        self.0.fetch_add(microseconds, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}
