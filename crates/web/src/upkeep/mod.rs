//! Keeping offers right: the page a mail's link opens.
mod still_right;

use crate::kit::route::{Access, Route, get, post};

pub fn routes() -> Vec<Route> {
    let all = Access::Public;
    vec![
        get("/{m}/offers/still-right/{token}", all, still_right::show).for_citizens(),
        post("/{m}/offers/still-right/{token}", all, still_right::say).for_citizens(),
        post(
            "/{m}/offers/still-right/{token}/not-me",
            all,
            still_right::not_me,
        )
        .for_citizens(),
    ]
}
