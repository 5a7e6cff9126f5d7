//! What people do, on both engines. One module for each stage.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
mod administration;
mod answer;
mod citizen;
mod fault;
mod felt;
mod frame;
mod hsds;
mod import;
mod initiative;
mod insight;
mod interest;
mod job;
mod journal;
mod likeness;
mod meeting;
mod my_day;
mod need;
mod notice;
mod observation;
mod offer;
mod practice_change;
mod session;
mod task;
mod trail;
mod translation;
mod upkeep;
mod vacancy;
