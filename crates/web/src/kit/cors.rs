//! What programs of anyone anywhere may read from any page (the Fetch standard's CORS protocol).
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Whether an address is for programs of anyone anywhere: it stands under `api` in a municipality.
pub fn is_open(path: &str) -> bool {
    path.split('/').nth(2) == Some("api")
}

const HEADERS: [(HeaderName, &str); 4] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (
        header::ACCESS_CONTROL_ALLOW_METHODS,
        "GET, HEAD, POST, OPTIONS",
    ),
    (
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        "Content-Type, If-None-Match",
    ),
    (header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Retry-After"),
];

/// Lets any page read the answer. Nothing in it is for one reader alone.
pub fn allow(mut answer: Response) -> Response {
    for (name, value) in HEADERS {
        answer
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    if answer.status() == StatusCode::TOO_MANY_REQUESTS {
        let minute = HeaderValue::from_static("60");
        answer.headers_mut().insert(header::RETRY_AFTER, minute);
    }
    answer
}

/// `OPTIONS`: a browser asks before it asks.
pub async fn asked_first() -> Response {
    let mut answer = allow(StatusCode::NO_CONTENT.into_response());
    let day = HeaderValue::from_static("86400");
    answer
        .headers_mut()
        .insert(header::ACCESS_CONTROL_MAX_AGE, day);
    answer
}
