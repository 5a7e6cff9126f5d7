//! Pages: they read the request, call one action, and show what came of it.
//!
//! One folder for each stage; `kit` holds what pages share. [`routes`] lists every address with
//! who may come there; nothing is served that is not listed. No SQL here, and no rules.
pub mod kit;
mod likeness;

mod administration;
mod answer;
mod calendar;
mod citizen;
mod fault;
mod felt;
mod frame;
mod front;
mod hsds;
mod import;
mod initiative;
mod insight;
mod interest;
mod meeting;
mod my_day;
mod need;
mod notice;
mod observation;
mod offer;
mod practice_change;
mod routes;
mod session;
mod task;
mod upkeep;
mod vacancy;

pub use kit::site::{Settings, Site};
pub use meeting::compose as seminar_paper;
pub use routes::{all as routes, router};
