//! A citizen tells without an account, and sees by her code what became of it.
mod follow;
mod tell;

use crate::kit::route::{Access, Route, get, post};

pub fn routes() -> Vec<Route> {
    let all = Access::Public;
    [
        get("/{m}/tell", all, tell::blank),
        post("/{m}/tell", all, tell::tell),
        get("/{m}/told", all, follow::ask),
        post("/{m}/told", all, follow::follow),
        post("/{m}/told/felt", all, follow::felt),
        post("/{m}/told/take-back", all, follow::take_back),
    ]
    .into_iter()
    .map(Route::for_citizens)
    .collect()
}
