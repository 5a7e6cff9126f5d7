//! The open API: the directory as the Human Services Data Specification has it (HSDS 3.2.3, eleven
//! paths, sixteen operations; the five that are sent are searches and change nothing).
mod about;
mod answer;
mod asked;
mod lists;
mod one;
mod stream;

use crate::kit::cors;
use crate::kit::route::{Access, Route, get, post};
use axum::http::Method;

/// A browser asks whether it may ask; what is read and what is sent share the answer.
fn may_be_asked_first(route: Route) -> Route {
    if route.method != Method::GET {
        return route;
    }
    let handler = route.handler.options(cors::asked_first);
    Route { handler, ..route }
}

/// Addresses under `/{m}/api/hsds`.
pub fn routes() -> Vec<Route> {
    let open = Access::Public;
    [
        get("/{m}/api/hsds", open, about::about),
        get("/{m}/api/hsds/", open, about::about),
        get("/{m}/api/hsds/openapi.json", open, about::openapi),
        get("/{m}/api/hsds/profile.json", open, about::profile),
        get("/{m}/api/hsds/services", open, lists::services),
        post("/{m}/api/hsds/services", open, lists::services),
        get("/{m}/api/hsds/services/{id}", open, one::service),
        get("/{m}/api/hsds/taxonomies", open, lists::taxonomies),
        post("/{m}/api/hsds/taxonomies", open, lists::taxonomies),
        get("/{m}/api/hsds/taxonomies/{id}", open, one::taxonomy),
        get("/{m}/api/hsds/taxonomy_terms", open, lists::taxonomy_terms),
        post("/{m}/api/hsds/taxonomy_terms", open, lists::taxonomy_terms),
        get(
            "/{m}/api/hsds/taxonomy_terms/{id}",
            open,
            one::taxonomy_term,
        ),
        get("/{m}/api/hsds/organizations", open, lists::organizations),
        post("/{m}/api/hsds/organizations", open, lists::organizations),
        get("/{m}/api/hsds/organizations/{id}", open, one::organization),
        get("/{m}/api/hsds/service_at_locations", open, lists::places),
        post("/{m}/api/hsds/service_at_locations", open, lists::places),
        get("/{m}/api/hsds/service_at_locations/{id}", open, one::place),
    ]
    .into_iter()
    .map(Route::open)
    .map(may_be_asked_first)
    .collect()
}
