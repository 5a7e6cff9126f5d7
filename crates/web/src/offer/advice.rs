//! Advice on an offer's text: said while it is written and beside it afterwards. It stops nothing.
use crate::kit::{Answer, Form, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{Advice, AdviceKind, advise};

/// `POST /{m}/offers/advice`: a part of a page. The text is neither kept nor logged.
pub async fn look(v: Visitor, Form(sent): Form) -> Answer {
    let text: String = sent.text("text").chars().take(LETTERS).collect();
    Ok(list(&v, &advise(v.language(), "", &text, "")).into_response())
}

/// Longer texts are looked through from their beginning.
const LETTERS: usize = 4_000;

/// The advice there is; nothing where there is none.
pub(super) fn list(v: &Visitor, advice: &[Advice]) -> Markup {
    let t = v.t;
    html! {
        @if !advice.is_empty() {
            div.note {
                p { b { (t.advice_title()) } }
                ul { @for one in advice { li { b { (one.words) } ": " (why(v, one.kind)) } } }
            }
        }
    }
}

fn why(v: &Visitor, kind: AdviceKind) -> String {
    let t = v.t;
    match kind {
        AdviceKind::Name => t.advice_name(),
        AdviceKind::Reach => t.advice_reach(),
        AdviceKind::Link => t.advice_link(),
        AdviceKind::Law => t.advice_law(),
        AdviceKind::Day => t.advice_day(),
        AdviceKind::RepeatsTitle => t.advice_repeats_title(),
    }
}
