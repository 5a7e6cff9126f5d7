//! What a story is like, with reasons (F18, F19). It suggests; people link.
//!
//! Nothing of the text is kept. A reason holds only words of the reader's own text, of a need she sees,
//! and of stories told in her circle.
mod kept;
mod label;
mod learn;
mod like_need;
mod nearest;
mod stories;

pub(crate) use kept::Kept;
pub use label::Same;
pub use learn::{Word, learn, words};
pub(crate) use learn::{ask, ask_for_story};
pub(crate) use like_need::like_need;
pub use nearest::{Near, Writing, for_story, nearest};
pub use samskab_words::likeness::{Kind, Reason};
pub use stories::{Alike, stories};
