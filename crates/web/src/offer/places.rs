//! *By place*: the postcodes there are offers in.
use crate::kit::about::About;
use crate::kit::page::back;
use crate::kit::{Answer, Page, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::offer::{self, Wish};

/// `GET /{m}/offers/places`
pub async fn list(v: Visitor) -> Answer {
    let t = &v.t.public;
    let m = v.municipality.id;
    let counts = offer::counts(v.desk(), m, &Wish::default()).await?;
    let places = offer::places(v.desk(), m, &counts).await?;
    let body = html! {
        (back(&v.at("/offers"), &t.offer_back()))
        h1 { (t.offer_by_place()) }
        p.lead { (t.offer_by_place_lead()) }
        @if places.is_empty() { p { (t.offer_place_none()) } }
        ul.rows role="list" {
            @for place in &places {
                @let offers = v.at(&format!("/offers?place={}", place.postcode));
                li {
                    p {
                        a href=(offers) { bdi { (place.postcode) " " (place.city.as_deref().unwrap_or_default()) } }
                        br; span.muted.small { (t.offer_count(place.offers)) }
                    }
                }
            }
        }
    };
    let about = About {
        description: t.offer_by_place_lead(),
        data: None,
    };
    Ok(Page::to_be_found(&v, t.offer_by_place(), &about, body).into_response())
}
