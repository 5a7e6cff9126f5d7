//! What in a text may point to a person, said while it is written and again when it is sent.
use crate::kit::{Answer, Form, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::observation::{MarkReason, Marked, marks};

/// `POST /{m}/personal-data`: a part of a page. The text is neither kept nor logged.
pub async fn look(v: Visitor, Form(sent): Form) -> Answer {
    let t = v.t;
    let found = list(&v, &sent.text("text"));
    let part = html! {
        @if !found.0.is_empty() { div.note { p { b { (t.marks_title()) } } (found) p.small { (t.marks_hint()) } } }
    };
    Ok(part.into_response())
}

/// The words that were marked, each with the reason; nothing where there are none.
pub(super) fn list(v: &Visitor, text: &str) -> Markup {
    let marked = marks(text);
    html! {
        @if !marked.is_empty() {
            ul { @for mark in &marked { li { b { (mark.words) } ": " (reason(v, mark)) } } }
        }
    }
}

fn reason(v: &Visitor, mark: &Marked) -> String {
    let t = v.t;
    match mark.reason {
        MarkReason::TenDigits => t.marks_ten_digits(),
        MarkReason::CheckDigit => t.marks_check_digit(),
        MarkReason::AfterCpr => t.marks_after_cpr(),
        MarkReason::EightDigits => t.marks_eight_digits(),
        MarkReason::MailAddress => t.marks_mail_address(),
        MarkReason::StreetAndNumber => t.marks_street_and_number(),
        MarkReason::PostcodeAndTown => t.marks_postcode_and_town(),
        MarkReason::AtSign => t.marks_at_sign(),
        MarkReason::NameList => t.marks_name_list(),
        MarkReason::UnknownWord => t.marks_unknown_word(),
        MarkReason::BesideAName => t.marks_beside_a_name(),
    }
}
