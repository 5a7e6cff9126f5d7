//! *Who does what?*: tasks to take, to say no thanks to and to give back.
mod board;
mod form;
mod steps;

pub(crate) use board::asked;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeInitiatives);
    let work = Access::May(Act::WriteChange);
    vec![
        get("/{m}/initiatives/{id}/tasks", see, board::show),
        post("/{m}/initiatives/{id}/tasks", work, board::write),
        get("/{m}/tasks/{id}", work, form::edit),
        post("/{m}/tasks/{id}", work, form::change),
        post("/{m}/tasks/{id}/invite", work, steps::invite),
        post("/{m}/tasks/{id}/accept", work, steps::accept),
        post("/{m}/tasks/{id}/decline", work, steps::decline),
        post("/{m}/tasks/{id}/give-back", work, steps::give_back),
        post("/{m}/tasks/{id}/done", work, steps::done),
        post("/{m}/tasks/{id}/duty", work, steps::duty),
    ]
}
