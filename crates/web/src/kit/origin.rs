//! Forms come from our own pages only (CSRF).
//!
//! Browsers say where a form comes from in `Sec-Fetch-Site` or, the older ones, in `Origin`; no
//! page can make them lie. One that says neither is refused. `SameSite=Lax` on the cookie
//! stands behind it.
use super::cors;
use super::fail::Fail;
use super::site::Site;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use samskab_domain::kernel::Language;

/// Refuses what another site sends.
pub async fn only_our_own_forms(
    State(site): State<Site>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    // The mail program's own button comes from nowhere; the key in the address is what lets it through.
    let one_click = request.uri().path().contains("/notices/from-mail/");
    // A question from elsewhere changes nothing, and nobody is signed in there.
    let open = cors::is_open(request.uri().path());
    if reads || open || one_click || is_ours(&site, request.headers()) {
        return next.run(request).await;
    }
    let language = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .map_or(Language::Danish, |wishes| {
            samskab_locale::negotiate(wishes, samskab_locale::CITIZENS_LANGUAGES)
        });
    Fail::Foreign.alone(language)
}

fn is_ours(site: &Site, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => origin == site.settings.base_url,
        (None, None) => false,
    }
}
