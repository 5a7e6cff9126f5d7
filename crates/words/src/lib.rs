//! What a text says. Pure: text in, findings out, nothing kept.
pub mod compound;
pub mod lexicon;
pub mod personal_data;
