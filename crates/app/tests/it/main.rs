//! What people do, on both engines. One module for each stage.
mod job;
mod journal;
