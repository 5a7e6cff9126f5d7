//! What this API is, and how it is asked.
use super::answer::json;
use crate::kit::{Answer, Visitor};
use axum::http::HeaderMap;
use samskab_hsds::{VERSION, openapi, profile as rules};
use serde_json::{Value, json};

fn at(v: &Visitor, path: &str) -> String {
    format!("{}{}", v.site.settings.base_url, v.at(path))
}

/// `GET /{m}/api/hsds`
pub async fn about(v: Visitor, headers: HeaderMap) -> Answer {
    let name = &v.municipality.name;
    let about = json!({
        "version": VERSION,
        "profile": at(&v, "/api/hsds/profile.json"),
        "openapi_url": at(&v, "/api/hsds/openapi.json"),
        "description": v.t.public.hsds_about(name),
        "publisher": { "name": name, "website": at(&v, "/offers") },
    });
    Ok(json(&headers, &about))
}

/// `GET /{m}/api/hsds/openapi.json`
pub async fn openapi(v: Visitor, headers: HeaderMap) -> Answer {
    let title = v.t.public.hsds_about(&v.municipality.name);
    Ok(json(
        &headers,
        &openapi::document(&title, &at(&v, "/api/hsds")),
    ))
}

/// `GET /{m}/api/hsds/profile.json`
pub async fn profile(headers: HeaderMap) -> Answer {
    let profile: Value = serde_json::from_str(rules::MACHINE_READABLE).unwrap_or_default();
    Ok(json(&headers, &profile))
}
