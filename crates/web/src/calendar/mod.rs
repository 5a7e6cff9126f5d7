//! *My calendar*: meetings to come, and those that were held.
mod pages;

use crate::kit::route::{Access, Route, get};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeMeetings);
    vec![get("/{m}/calendar", see, pages::show)]
}
