//! Frame items: what can be done here, what is open, what is decided elsewhere and by whom.
mod declare;
mod list;
mod table;

pub use declare::declare;
pub(crate) use list::cited;
pub use list::list;
pub use table::FrameItem;
