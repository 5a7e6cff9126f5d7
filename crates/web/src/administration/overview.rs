//! What can be kept here.
use crate::kit::{Answer, Page, Visitor};
use axum::response::IntoResponse;
use maud::html;

/// `GET /{m}/administration`
pub async fn show(v: Visitor) -> Answer {
    let t = v.t;
    let places = [
        (
            "people",
            t.administration_people(),
            t.administration_people_text(),
        ),
        (
            "organisations",
            t.administration_organisations(),
            t.administration_organisations_text(),
        ),
        (
            "areas",
            t.administration_areas(),
            t.administration_areas_text(),
        ),
        (
            "topics",
            t.administration_topics(),
            t.administration_topics_text(),
        ),
        (
            "settings",
            t.administration_settings(),
            t.administration_settings_text(),
        ),
        (
            "signposts",
            t.administration_signposts(),
            t.administration_signposts_text(),
        ),
    ];
    let body = html! {
        h1 { (t.menu_administration()) }
        p.muted { (t.administration_lead()) }
        div.cards {
            @for (path, title, text) in &places {
                div.card {
                    h2 { a href=(v.at(&format!("/administration/{path}"))) { (title) } }
                    p { (text) }
                }
            }
        }
    };
    Ok(Page::new(&v, t.menu_administration(), body).into_response())
}
