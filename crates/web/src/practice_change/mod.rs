//! Practice changes: agreeing on one, saying what came of it, and whose practice changed.
mod agree;
mod ledger;
mod outcome;
mod way;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeInitiatives);
    let write = Access::May(Act::WriteChange);
    vec![
        get("/{m}/initiatives/{id}/changes", write, agree::blank),
        post("/{m}/initiatives/{id}/changes", write, agree::agree),
        get("/{m}/changes", see, ledger::show),
        post("/{m}/changes/{id}/wish", write, outcome::wish),
        get("/{m}/changes/{id}/outcome", see, outcome::show),
        post("/{m}/changes/{id}/outcome", write, outcome::follow_up),
    ]
}
