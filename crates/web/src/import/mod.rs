//! Bringing in what others keep: looked at before, followed on its way, taken back whole.
mod begin;
mod list;
mod show;
mod upload;

use crate::kit::route::{Access, Route, get, post};
use axum::extract::DefaultBodyLimit;
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let import = Access::May(Act::Import);
    let begun = post("/{m}/imports", import, begin::begin);
    vec![
        get("/{m}/imports", import, list::list),
        Route {
            handler: begun.handler.layer(DefaultBodyLimit::max(upload::MAX)),
            ..begun
        },
        get("/{m}/imports/stories", import, list::stories),
        get("/{m}/imports/{id}", import, show::show),
        post("/{m}/imports/{id}/start", import, show::start),
        post("/{m}/imports/{id}/forget", import, show::forget),
        post("/{m}/imports/{id}/undo", import, show::undo),
    ]
}
