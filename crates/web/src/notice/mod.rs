//! *Besked til mig*: how one wishes to hear that there is news.
mod from_mail;
mod wish;

use crate::kit::route::{Access, Route, get, post};

pub fn routes() -> Vec<Route> {
    vec![
        get("/{m}/notices", Access::SignedIn, wish::show),
        post("/{m}/notices", Access::SignedIn, wish::change),
        get(
            "/{m}/notices/from-mail/{token}",
            Access::Public,
            from_mail::show,
        ),
        post(
            "/{m}/notices/from-mail/{token}",
            Access::Public,
            from_mail::stop,
        ),
    ]
}
