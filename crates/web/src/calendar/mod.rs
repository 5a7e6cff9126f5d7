//! *My calendar*: meetings to come, those that were held, and the addresses calendar programs
//! subscribe to.
mod feeds;
mod pages;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeMeetings);
    vec![
        get("/{m}/calendar", see, pages::show),
        post("/{m}/calendar/feeds", see, feeds::renew),
        get("/{m}/calendar/{token}/{file}", Access::Public, feeds::serve),
    ]
}
