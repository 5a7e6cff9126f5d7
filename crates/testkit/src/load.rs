//! A closed loop: so many clients on this machine, each asking anew as soon as it is answered.
use std::time::{Duration, Instant};

/// What a loop gave.
pub struct Measured {
    /// Answers a second, all clients together.
    pub rate: f64,
    waits: Vec<Duration>,
}

impl Measured {
    /// Asks for `LOAD_SECONDS` (5); stops where an answer is not as it should be.
    pub fn of(clients: usize, once: impl Fn() -> bool + Sync) -> Self {
        let seconds: u64 = setting("LOAD_SECONDS", "5").parse().unwrap_or(5);
        let span = Duration::from_secs(seconds);
        let begun = Instant::now();
        let mut waits: Vec<Duration> = std::thread::scope(|scope| {
            let client = || {
                let mut waits = Vec::new();
                while begun.elapsed() < span {
                    let asked = Instant::now();
                    assert!(once(), "an answer that is not as it should be");
                    waits.push(asked.elapsed());
                }
                waits
            };
            let clients: Vec<_> = (0..clients).map(|_| scope.spawn(client)).collect();
            clients
                .into_iter()
                .flat_map(|c| c.join().expect("a client"))
                .collect()
        });
        waits.sort();
        Self {
            rate: waits.len() as f64 / begun.elapsed().as_secs_f64(),
            waits,
        }
    }

    /// How long one waits at the most, in milliseconds, in this share of all cases.
    pub fn wait(&self, share: f64) -> f64 {
        let index = (self.waits.len() as f64 * share) as usize;
        let wait = self.waits.get(index.min(self.waits.len() - 1));
        wait.map_or(0.0, |w| w.as_secs_f64() * 1e3)
    }
}

/// A setting of a measurement, from the environment.
pub fn setting(name: &str, default: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| default.to_owned())
}
