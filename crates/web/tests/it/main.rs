//! The site as a browser meets it, without a browser.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
mod access;
mod back_door;
mod browser;
mod citizen;
mod directory;
mod eighteen_months;
mod felt;
mod fjordby;
mod hsds;
mod import;
mod kit;
mod meeting;
mod my_day;
mod need;
mod nonsense;
mod notice;
mod pages;
mod paper;
mod relations;
mod sign_in;
mod tell;
mod upkeep;
