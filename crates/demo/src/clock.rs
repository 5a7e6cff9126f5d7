//! The clock of a story that is told afterwards.
use samskab_app::Clock;
use samskab_domain::kernel::Moment;
use std::sync::atomic::{AtomicI64, Ordering};

/// Stands at the moment of the event being told. Each look takes a millisecond, so that what
/// is written later has a later id.
pub struct StoryClock(AtomicI64);

const LOOK: i64 = Moment::SECOND / 1_000;

impl StoryClock {
    pub fn starting(at: Moment) -> Self {
        Self(AtomicI64::new(at.0))
    }

    /// Moves on to `moment`; never back.
    pub fn stand_at(&self, moment: Moment) {
        self.0.fetch_max(moment.0, Ordering::SeqCst);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Moment {
        Moment(self.0.fetch_add(LOOK, Ordering::SeqCst) + LOOK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_looks_are_never_the_same_moment_and_time_never_goes_back() {
        let clock = StoryClock::starting(Moment(1_000_000));
        let first = clock.now();
        assert!(clock.now() > first);
        clock.stand_at(Moment(0));
        assert!(clock.now() > first);
        clock.stand_at(Moment(9_000_000));
        assert!(clock.now() > Moment(9_000_000));
    }
}
