//! *What do we gain from it ourselves?*: declared by organisations of both sectors, shown beside needs.
mod beside;
mod declare;
mod list;

pub(crate) use beside::beside;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let declare = Access::May(Act::DeclareInterest);
    vec![
        get("/{m}/interests", Access::May(Act::SeeNeeds), list::list),
        get("/{m}/interests/new", declare, declare::blank),
        post("/{m}/interests", declare, declare::declare),
        post("/{m}/interests/{id}/end", declare, list::end),
    ]
}
