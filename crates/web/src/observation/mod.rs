//! Telling what one saw, reading it, and what became of it.
mod became;
mod inbox;
mod own;
mod quote;
mod show;
mod tell;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let tell = Access::May(Act::TellObservation);
    vec![
        get("/{m}/observations/new", tell, tell::blank),
        get("/{m}/observations", tell, own::list),
        post("/{m}/observations", tell, tell::record),
        get("/{m}/observations/{id}", Access::SignedIn, show::show),
        post("/{m}/observations/{id}/withdraw", tell, show::withdraw),
        post("/{m}/observations/{id}/quotes", tell, quote::release),
        post("/{m}/quotes/{id}/withdraw", tell, quote::take_back),
        get("/{m}/inbox", Access::May(Act::ReadInbox), inbox::list),
    ]
}
