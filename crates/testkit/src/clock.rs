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

/// The machine's own time, where a test is about today.
pub struct SystemTime;

impl Clock for SystemTime {
    #[expect(
        clippy::disallowed_methods,
        reason = "the real clock is what is asked for"
    )]
    fn now(&self) -> Moment {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Moment(since.map_or(0, |d| i64::try_from(d.as_micros()).unwrap_or(i64::MAX)))
    }
}
