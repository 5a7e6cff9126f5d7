//! Telling what one saw, reading it, and what became of it.
mod became;
mod correct;
mod fields;
mod inbox;
mod marks;
mod own;
mod quote;
mod show;
mod sort;
mod tell;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub(crate) use show::told_in;

pub fn routes() -> Vec<Route> {
    let tell = Access::May(Act::TellObservation);
    vec![
        get("/{m}/observations/new", tell, tell::blank),
        get("/{m}/observations/offline", tell, tell::kept),
        get("/{m}/observations", tell, own::list),
        post("/{m}/observations", tell, tell::record),
        get("/{m}/observations/{id}", Access::SignedIn, show::show),
        post("/{m}/observations/{id}/withdraw", tell, show::withdraw),
        get("/{m}/observations/{id}/correct", tell, correct::edit),
        post("/{m}/observations/{id}/correct", tell, correct::correct),
        get(
            "/{m}/observations/{id}/sort",
            Access::May(Act::ReadInbox),
            sort::edit,
        ),
        post(
            "/{m}/observations/{id}/sort",
            Access::May(Act::ReadInbox),
            sort::sort,
        ),
        post(
            "/{m}/observations/{id}/release",
            Access::May(Act::ReadInbox),
            show::release,
        ),
        post(
            "/{m}/observations/{id}/set-aside",
            Access::May(Act::ReadInbox),
            show::set_aside,
        ),
        post("/{m}/personal-data", Access::Public, marks::look).for_citizens(),
        post("/{m}/observations/{id}/quotes", tell, quote::release),
        post("/{m}/quotes/{id}/withdraw", tell, quote::take_back),
        post(
            "/{m}/quotes/{id}/check",
            Access::May(Act::ReadInbox),
            quote::check,
        ),
        get("/{m}/inbox", Access::May(Act::ReadInbox), inbox::list),
    ]
}
