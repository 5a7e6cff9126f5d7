//! Pages of things and single things as JSON, with what lets a reader ask again cheaply.
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use samskab_app::hsds::{Found, PageWish};
use samskab_hsds::Object;
use serde_json::json;
use sha2::{Digest, Sha256};

/// How long an answer may be used again without asking, in seconds.
const FRESH: &str = "public, max-age=60";

/// One page of a list.
pub(super) fn page(asked: &HeaderMap, wish: PageWish, found: Found<Object>) -> Response {
    json(
        asked,
        &json!({
            "total_items": found.total,
            "total_pages": found.pages,
            "page_number": wish.number,
            "size": found.items.len(),
            "first_page": wish.number == 1,
            "last_page": wish.number >= found.pages,
            "empty": found.items.is_empty(),
            "contents": found.items,
        }),
    )
}

/// Anything as JSON. Whoever has it already is told that it is the same (RFC 9110, section 13).
pub(super) fn json(asked: &HeaderMap, value: &serde_json::Value) -> Response {
    let body = value.to_string();
    let hash = Sha256::digest(body.as_bytes());
    let tag = format!("W/\"{}\"", hex::encode(hash.get(..12).unwrap_or_default()));
    let known = asked.get_all(header::IF_NONE_MATCH).iter();
    let known = known
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .any(|v| v.trim() == tag || v.trim() == "*" || format!("W/{}", v.trim()) == tag);
    let mut answer = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/json")], body).into_response()
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(FRESH));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    answer
}
