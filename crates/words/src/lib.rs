//! What a text says. Pure: text in, findings out, nothing kept.
pub mod personal_data;
