//! What people do, on both engines. One module for each stage.
mod administration;
mod answer;
mod import;
mod initiative;
mod job;
mod journal;
mod need;
mod observation;
mod offer;
mod trail;
