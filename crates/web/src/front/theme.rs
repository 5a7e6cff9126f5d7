//! A municipality's colours, as a stylesheet of their own. The colour stands in the address, so
//! that browsers may keep it for ever.
use crate::kit::{Answer, Fail, Visitor};
use axum::http::header;
use axum::response::IntoResponse;
use samskab_domain::municipality::Colour;

/// `GET /{m}/theme/{colour}.css`
pub async fn theme(v: Visitor) -> Answer {
    let colour = Colour::parse(&v.municipality.primary_colour).ok_or(Fail::Missing)?;
    let (dark, tint) = (colour.darker(0.65), colour.tint(0.08));
    let style = format!(
        ":root{{--sk-primary:{};--sk-primary-dark:{};--sk-tint:{}}}\n",
        colour.hex(),
        dark.hex(),
        tint.hex()
    );
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, style).into_response())
}
