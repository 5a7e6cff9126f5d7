//! *My day*: what waits for me, and what became of what I said. The first page after signing in.
mod pages;

use crate::kit::route::{Access, Route, get};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    vec![get("/{m}/my-day", Access::May(Act::SeeMyDay), pages::show)]
}
