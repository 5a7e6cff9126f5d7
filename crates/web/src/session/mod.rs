//! Signing in by a mailed link, changing membership, signing out.
mod pages;

use crate::kit::route::{Access, Route, get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/{m}/sign-in", Access::Public, pages::ask).for_citizens(),
        post("/{m}/sign-in", Access::Public, pages::send).for_citizens(),
        get("/{m}/sign-in/{token}", Access::Public, pages::look),
        post("/{m}/sign-in/{token}", Access::Public, pages::enter),
        post("/{m}/membership", Access::SignedIn, pages::switch),
        post("/{m}/sign-out", Access::SignedIn, pages::sign_out),
        post(
            "/{m}/sign-out/everywhere",
            Access::SignedIn,
            pages::sign_out_everywhere,
        ),
    ]
}
