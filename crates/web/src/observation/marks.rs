//! What in a text may point to a person, said while it is written and again when it is sent.
use crate::kit::marked::list;
use crate::kit::{Answer, Form, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::observation::marks;

/// No field that is looked through holds more.
const LETTERS: usize = 5_000;

/// `POST /{m}/personal-data`: a part of a page, for whoever writes, also without an account. The text is neither
/// kept nor logged.
pub async fn look(v: Visitor, Form(sent): Form) -> Answer {
    let t = &v.t.public;
    let text: String = sent.text("text").chars().take(LETTERS).collect();
    let found = marks(&text);
    let part = html! {
        @if !found.is_empty() { div.note { p { b { (t.marks_title()) } } (list(&v, &found)) p.small { (t.marks_hint()) } } }
    };
    Ok(part.into_response())
}
