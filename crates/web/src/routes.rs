//! Every address, with who may come there.
use crate::kit::guard::{self, Guard};
use crate::kit::route::Route;
use crate::kit::{assets, headers, log, origin, site::Site};
use crate::{
    administration, answer, calendar, citizen, fault, felt, frame, front, hsds, import, initiative,
    insight, interest, likeness, meeting, my_day, need, notice, observation, offer,
    practice_change, session, task, upkeep, vacancy,
};
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Every address under a municipality. The only list there is: what is not in it is not served.
pub fn all() -> Vec<Route> {
    [
        front::routes(),
        session::routes(),
        citizen::routes(),
        my_day::routes(),
        observation::routes(),
        likeness::routes(),
        need::routes(),
        interest::routes(),
        answer::routes(),
        felt::routes(),
        notice::routes(),
        frame::routes(),
        initiative::routes(),
        task::routes(),
        practice_change::routes(),
        meeting::routes(),
        calendar::routes(),
        insight::routes(),
        offer::routes(),
        hsds::routes(),
        import::routes(),
        upkeep::routes(),
        vacancy::routes(),
        fault::routes(),
        administration::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The whole site: what stands under municipalities, and what stands outside them.
pub fn router(site: Site) -> Router {
    let mut router = Router::new()
        .route("/", get(front::server))
        .route("/assets/{version}/{*file}", get(assets::file))
        .route("/favicon.ico", get(assets::favicon))
        .route("/robots.txt", get(front::robots))
        .route("/healthz", get(front::healthy))
        .route("/readyz", get(front::ready))
        .route("/metrics", get(log::metrics))
        .method_not_allowed_fallback(front::wrong_way);
    for route in all() {
        let guard = Guard {
            site: site.clone(),
            access: route.access,
            languages: route.languages,
            open: route.open,
        };
        let guarded = route.handler.layer(from_fn_with_state(guard, guard::stand));
        router = router.route(route.path, guarded);
    }
    router
        .fallback(front::missing)
        .layer(from_fn_with_state(site.clone(), origin::only_our_own_forms))
        .layer(from_fn_with_state(site.clone(), headers::protect))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(crate::kit::fail::panicked))
        .layer(from_fn(log::requests))
        .with_state(site)
}
