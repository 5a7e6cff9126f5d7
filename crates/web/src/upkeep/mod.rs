//! Keeping offers right: the page a mail's link opens, and the lists of what needs a look.
mod alike;
mod lists;
mod overview;
mod replace;
mod settings;
mod still_right;
mod vain;

pub(crate) use alike::two;

use crate::kit::route::{Access, Route, get, post};
use crate::kit::{Query, Visitor};
use samskab_app::upkeep::Lack;
use samskab_domain::access::Act;
use samskab_domain::kernel::Coded;

pub fn routes() -> Vec<Route> {
    let all = Access::Public;
    let keep = Access::May(Act::KeepOffers);
    let tend = Access::May(Act::TendOffers);
    let mut routes = vec![
        get("/{m}/offers/still-right/{token}", all, still_right::show).for_citizens(),
        post("/{m}/offers/still-right/{token}", all, still_right::say).for_citizens(),
        post(
            "/{m}/offers/still-right/{token}/not-me",
            all,
            still_right::not_me,
        )
        .for_citizens(),
        get("/{m}/upkeep", keep, overview::show),
        get("/{m}/upkeep/waiting", keep, lists::waiting),
        get("/{m}/upkeep/alike", keep, alike::list),
        post("/{m}/upkeep/alike", keep, alike::apart),
        get("/{m}/upkeep/replace", keep, replace::blank),
        post("/{m}/upkeep/replace", keep, replace::send),
        get("/{m}/upkeep/in-vain", tend, vain::list),
        get("/{m}/upkeep/settings", tend, settings::show),
        post("/{m}/upkeep/settings", tend, settings::set),
    ];
    routes.extend(Lack::ALL.iter().map(|lack| list_of(*lack)));
    routes
}

/// Where the list of it stands.
fn place(lack: Lack) -> &'static str {
    match lack {
        Lack::Stale => "/{m}/upkeep/stale",
        Lack::Orphaned => "/{m}/upkeep/orphaned",
        Lack::Faulty => "/{m}/upkeep/faulty",
        Lack::Broken => "/{m}/upkeep/broken",
        Lack::Untranslated => "/{m}/upkeep/untranslated",
        Lack::Thin => "/{m}/upkeep/thin",
    }
}

/// The last part of its address.
fn path(lack: Lack) -> &'static str {
    lack.code()
}

fn list_of(lack: Lack) -> Route {
    let list = move |v: Visitor, query: Query| lists::lacking(v, query, lack);
    get(place(lack), Access::May(Act::KeepOffers), list)
}
