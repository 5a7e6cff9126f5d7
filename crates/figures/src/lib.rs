//! What counts say. Pure: numbers in, numbers out.
//!
//! Counts of stories tell how easy it is to tell as much as how often a thing happens. So nothing here is
//! a rate of what happens to citizens, and nothing ranks people or organisations.
pub mod agreement;
pub mod disproportionality;
pub mod information_component;
pub mod signal;
pub mod spread;
