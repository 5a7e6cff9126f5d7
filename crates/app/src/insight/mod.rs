//! Figures over the loop (F2, F18, F19). They rank nobody and show no count that could point to a teller.
mod signals;

pub use signals::{Picture, Signal, Spread, signals};
