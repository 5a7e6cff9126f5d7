//! What people do. Each action: may they, does it hold, save, tell.
//!
//! One folder for each stage, one file for each action; `table.rs` beside them is the only
//! file that names the columns of its table. Every change is written in one transaction with
//! its [`journal`] entry and the [`job`]s it gives rise to.
mod desk;
mod key;
mod page;

pub mod answer;
pub mod area;
pub mod calendar;
pub mod citizen;
pub mod fault;
pub mod felt;
pub mod frame;
pub mod hsds;
pub mod import;
pub mod initiative;
pub mod insight;
pub mod interest;
pub mod job;
pub mod journal;
pub mod likeness;
pub mod mail;
pub mod meeting;
pub mod municipality;
pub mod my_day;
pub mod need;
pub mod notice;
pub mod observation;
pub mod offer;
pub mod organisation;
pub mod person;
pub mod practice_change;
pub mod press;
pub mod session;
pub mod task;
pub mod token;
pub mod topic;
pub mod trail;
pub mod translation;
pub mod upkeep;
pub mod vacancy;

pub use desk::{Clock, Desk, Outcome, Refusal};
pub use key::Key;
pub use page::{Page, SIZE};
