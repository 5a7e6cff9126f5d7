//! Finding: what a text is about, once people have sorted some hundred.
pub mod themes;
