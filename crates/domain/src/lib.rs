//! The rules of the loop. Nothing here reads a clock, a file, a network or a database.
//!
//! ```text
//! observation -> need -> answer -> initiative -> practice change -> offer
//!      \______________ a small trial ______________/                   |
//!       ^______________________ what became of it ____________________/
//! ```
//!
//! One module for each stage, named with the words of the product; `kernel` holds what
//! they share, `access` who may do what, `calendar` days and working days.
pub mod access;
pub mod answer;
pub mod area;
pub mod calendar;
pub mod citizen;
pub mod fault;
pub mod felt;
pub mod frame;
pub mod initiative;
pub mod interest;
pub mod kernel;
pub mod meeting;
pub mod moment;
pub mod municipality;
pub mod need;
pub mod notice;
pub mod observation;
pub mod offer;
pub mod organisation;
pub mod person;
pub mod practice_change;
pub mod region;
pub mod schedule;
pub mod task;
pub mod topic;
pub mod translation;
pub mod upkeep;
pub mod vacancy;
