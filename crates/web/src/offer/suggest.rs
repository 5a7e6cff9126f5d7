//! What a search begun may become, for the box to offer.
use crate::kit::{Answer, Query, Visitor};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use samskab_app::offer;

/// `GET /{m}/offers/suggest`: a list of texts as JSON.
pub async fn suggest(v: Visitor, Query(query): Query) -> Answer {
    let typed: String = query.text("q").chars().take(200).collect();
    let found = offer::suggest(v.desk(), v.municipality.id, &typed).await?;
    let body = serde_json::json!(found).to_string();
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "max-age=60"),
    ];
    Ok((headers, body).into_response())
}
