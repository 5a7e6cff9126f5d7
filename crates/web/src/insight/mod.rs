//! *How it goes*: figures over the loop.
mod outcome;
mod signals;
mod suggestions;

use crate::kit::route::{Access, Route, get};
use samskab_domain::access::Act;

pub(crate) use signals::against;

pub fn routes() -> Vec<Route> {
    vec![get(
        "/{m}/insight",
        Access::May(Act::SeeInsight),
        signals::show,
    )]
}
