//! What is logged of a request: method, the address as a template, status, time. Never the
//! address itself, since it may hold an id or a secret, and never who it was.
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

static ANSWERED: [AtomicU64; 6] = [const { AtomicU64::new(0) }; 6];
static MICROSECONDS: AtomicU64 = AtomicU64::new(0);

/// Logs each request when it has been answered.
pub async fn requests(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let begun = Instant::now();
    let answer = next.run(request).await;
    let took = begun.elapsed();
    let status = answer.status().as_u16();
    let class = usize::from(status / 100).min(5);
    ANSWERED[class].fetch_add(1, Ordering::Relaxed);
    let us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    MICROSECONDS.fetch_add(us, Ordering::Relaxed);
    tracing::info!(%method, route, status, ms = us / 1_000, "request");
    answer
}

/// Counts since the program started, in the text format of Prometheus.
pub async fn metrics() -> ([(HeaderName, &'static str); 1], String) {
    let mut text = String::from("# TYPE samskab_requests_total counter\n");
    for (class, count) in ANSWERED.iter().enumerate().skip(1) {
        let count = count.load(Ordering::Relaxed);
        text.push_str(&format!(
            "samskab_requests_total{{status=\"{class}xx\"}} {count}\n"
        ));
    }
    let seconds = MICROSECONDS.load(Ordering::Relaxed) as f64 / 1e6;
    text.push_str(&format!(
        "# TYPE samskab_request_seconds_total counter\nsamskab_request_seconds_total {seconds:.6}\n"
    ));
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text)
}
