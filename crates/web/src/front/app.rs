//! What makes the site an app on a phone: its manifest, its worker, and the page for when there
//! is no network.
use crate::kit::assets::{self, address, text};
use crate::kit::{Answer, Fail, Page, Visitor};
use axum::extract::RawPathParams;
use axum::http::header;
use axum::response::IntoResponse;
use maud::html;
use samskab_domain::kernel::Coded;
use samskab_domain::municipality::Colour;
use serde_json::json;

/// `GET /{m}/app/{file}`
pub async fn file(v: Visitor, params: RawPathParams) -> Answer {
    let name = params.iter().find(|(key, _)| *key == "file");
    match name.map(|(_, name)| name) {
        Some("app.webmanifest") => manifest(&v),
        Some("worker.js") => worker(&v),
        _ => Err(Fail::Missing),
    }
}

/// Name and colour are the municipality's; it opens where one tells.
fn manifest(v: &Visitor) -> Answer {
    let colour = Colour::parse(&v.municipality.primary_colour).ok_or(Fail::Missing)?;
    let icon = |size: &str, purpose: &str| {
        let file = address(&format!("icon-{size}.png"));
        json!({ "src": file, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose })
    };
    let told = json!({
        "id": v.at("/"),
        "name": format!("{} · {}", v.t.public.product(), v.municipality.name),
        "short_name": v.t.public.product(),
        "lang": v.language().code(),
        "start_url": v.at("/observations/new"),
        "scope": v.at("/"),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": colour.hex(),
        "icons": [icon("192", "any"), icon("512", "any"), icon("512", "maskable")],
    });
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    Ok((headers, told.to_string()).into_response())
}

/// The worker, told which files its pages need. Any change of a file changes it, and the browser
/// takes the new one.
fn worker(v: &Visitor) -> Answer {
    let colour = v.municipality.primary_colour.trim_start_matches('#');
    let mut files = vec![v.at("/offline"), v.at(&format!("/theme/{colour}.css"))];
    files.extend(
        [
            "style.css",
            "script.js",
            "favicon.svg",
            "fonts/plex-400.woff2",
            "fonts/plex-600.woff2",
        ]
        .map(address),
    );
    let told = json!({ "town": v.at(""), "version": assets::version(), "files": files });
    let script = text("worker.js").ok_or(Fail::Missing)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            "text/javascript; charset=utf-8".to_owned(),
        ),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (
            header::HeaderName::from_static("service-worker-allowed"),
            v.at("/"),
        ),
    ];
    Ok((headers, format!("self.SAMSKAB={told};\n{script}")).into_response())
}

/// `GET /{m}/offline`: what a phone shows without a network. Kept on it, so it names nobody.
pub async fn offline(v: Visitor) -> Answer {
    let t = &v.t.public;
    let body = html! {
        div.state-page {
            h1 { (t.offline_title()) }
            p { (t.offline_text()) }
            div.actions {
                a.button href=(v.at("/observations/new")) { (t.offline_tell()) }
            }
        }
    };
    Ok(Page::of_nobody(&v, t.offline_title(), body).into_response())
}
