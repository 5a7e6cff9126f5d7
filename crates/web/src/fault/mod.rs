//! *Is something wrong?*: one tap by anyone at an offer; those who keep it see what was said.
mod close;
mod say;

pub(crate) use say::ask;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let (all, keep) = (Access::Public, Access::May(Act::KeepOffers));
    vec![
        post("/{m}/offers/{id}/faults", all, say::say).for_citizens(),
        post("/{m}/offers/{id}/faults/more", all, say::more).for_citizens(),
        get("/{m}/offers/{id}/faults", keep, close::list),
        post("/{m}/offers/{id}/faults/outcome", keep, close::close),
    ]
}
