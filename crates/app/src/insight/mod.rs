//! Figures over the loop (F2, F18, F19). They rank nobody and show no count that could point to a teller.
mod closer;
mod outcome;
mod signals;
mod suggestions;

pub use closer::{Closer, Subject};
pub use outcome::{Became, Needs, outcome};
pub use signals::{Picture, Signal, Spread, signals};
pub use suggestions::{Month, suggestions};

use samskab_domain::calendar::Day;
use samskab_domain::kernel::Moment;

/// So many quarters back.
const QUARTERS: i32 = 8;

/// The first day that counts and the first that no longer does: quarters that are over alone, so that nobody
/// sees from one day to the next what came in.
fn window(today: Day) -> (Day, Day) {
    let now = quarter(today);
    (quarter_begins(now - QUARTERS), quarter_begins(now))
}

/// Quarters since the year 0.
fn quarter(day: Day) -> i32 {
    let (year, month, _) = day.parts();
    i32::from(year) * 4 + i32::from(month - 1) / 3
}

fn quarter_begins(quarter: i32) -> Day {
    let (year, month) = (quarter.div_euclid(4), quarter.rem_euclid(4) * 3 + 1);
    Day::parse(&format!("{year:04}-{month:02}-01")).unwrap_or(Day::of(Moment(0)))
}
