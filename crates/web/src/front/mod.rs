//! The front pages, open to all, and what machines ask for.
mod app;
mod pages;
mod sitemap;
mod theme;

use crate::kit::route::{Access, Route, get};
pub use pages::{missing, server, wrong_way};
pub use sitemap::robots;

use crate::kit::Site;
use axum::extract::State;
use axum::http::StatusCode;

pub fn routes() -> Vec<Route> {
    vec![
        get("/{m}", Access::Public, pages::municipality).for_citizens(),
        get("/{m}/theme/{file}", Access::Public, theme::theme),
        get("/{m}/app/{file}", Access::Public, app::file),
        get("/{m}/sitemap.xml", Access::Public, sitemap::index),
        get("/{m}/sitemap/{file}", Access::Public, sitemap::part),
        get("/{m}/offline", Access::Public, app::offline),
    ]
}

/// `GET /healthz`: the program runs.
pub async fn healthy() -> &'static str {
    "ok"
}

/// `GET /readyz`: the database answers too.
pub async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    match samskab_app::municipality::list(&site.desk).await {
        Ok(_) => (StatusCode::OK, "ready"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        ),
    }
}
