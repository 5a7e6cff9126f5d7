//! Answers: what an asked organisation of either sector says to a need.
mod ask;
mod done;
mod give;
mod read;
mod table;
mod waiting;

pub(crate) use ask::ask;
pub use done::{done, take_back_done};
pub use give::give;
pub use read::{Reading, read};
pub use table::Answer;
pub(crate) use table::of_need;
pub use waiting::{Wish, waiting};
