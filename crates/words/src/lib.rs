//! What a text says. Pure: text in, findings out, nothing kept.
pub mod advice;
pub mod analyse;
pub mod compound;
pub mod difference;
pub mod echo;
pub mod learnt;
pub mod lexicon;
pub mod likeness;
pub mod other_names;
pub mod personal_data;
pub mod singular;
pub mod tongue;
