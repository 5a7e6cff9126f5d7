//! The first page after signing in.
use crate::kit::{Answer, Page, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_domain::access::Act;

/// `GET /{m}/my-day`
pub async fn show(v: Visitor) -> Answer {
    let t = v.t;
    let body = html! {
        h1 { (t.menu_my_day()) }
        @if v.may(Act::TellObservation) {
            p { a.button href=(v.at("/observations/new")) { (t.observation_tell()) } }
        }
    };
    Ok(Page::new(&v, t.menu_my_day(), body).into_response())
}
