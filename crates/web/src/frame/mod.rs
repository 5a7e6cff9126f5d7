//! *What can be done?*: the space of possibility, and saying what holds one.
mod declare;
mod list;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let declare = Access::May(Act::DeclareFrame);
    vec![
        get("/{m}/frames", Access::May(Act::SeeFrames), list::list),
        get("/{m}/frames/new", declare, declare::blank),
        post("/{m}/frames", declare, declare::declare),
    ]
}
