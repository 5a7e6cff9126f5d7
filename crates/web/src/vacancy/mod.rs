//! When people leave: what hung on them, and giving it on.
mod list;
mod show;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let give = Access::May(Act::FillVacancy);
    vec![
        get("/{m}/vacancies", give, list::list),
        // Whoever took over reads it too, whatever her role.
        get(
            "/{m}/vacancies/{id}",
            Access::May(Act::SeeOffers),
            show::show,
        ),
        post("/{m}/vacancies/{id}", give, show::give_on),
        post("/{m}/vacancies/{id}/still-here", give, show::still_here),
    ]
}
