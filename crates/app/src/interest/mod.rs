//! Interests: what organisations of either sector themselves stand to gain, said openly (F20).
mod declare;
mod end;
mod list;
mod of_need;
mod table;

pub use declare::declare;
pub use end::end;
pub use list::{Wish, list};
pub use of_need::Beside;
pub(crate) use of_need::{beside, with_nothing_to_gain};
pub use table::Interest;
