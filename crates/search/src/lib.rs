//! Finding: offers by what a person types, and what a text is about, once people have sorted some hundred.
pub mod directory;
pub mod themes;
