//! What a story is like, with reasons (F18, F19). It suggests; people link.
//!
//! Nothing of the text is kept. A reason holds only words of the reader's own text, of a need she sees,
//! and of stories told in her circle.
mod kept;
mod nearest;
mod stories;

pub(crate) use kept::Kept;
pub use nearest::{Near, Writing, nearest};
pub use samskab_words::likeness::{Kind, Reason};
pub use stories::{Alike, stories};
