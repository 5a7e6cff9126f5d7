//! Help with putting a need generally: what may tell one person apart, and the steps that are left.
use crate::kit::{Answer, Form, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::need::{General, Singular, SingularKind, singular};
use samskab_locale::Named;

/// `POST /{m}/needs/general`: a part of a page. The text is neither kept nor logged.
pub async fn look(v: Visitor, Form(sent): Form) -> Answer {
    let found = singular(&sent.text("text"));
    let part = html! { @if !found.is_empty() { div.note { (apart(&v, &found)) } } };
    Ok(part.into_response())
}

/// What may tell one person apart, each with the reason.
fn apart(v: &Visitor, found: &[Singular]) -> Markup {
    let t = v.t;
    html! {
        p { b { (t.general_apart()) } }
        ul { @for one in found { li { b { (one.words) } ": " (reason(v, one.kind)) } } }
        p.small { (t.general_apart_hint()) }
    }
}

fn reason(v: &Visitor, kind: SingularKind) -> String {
    let t = v.t;
    match kind {
        SingularKind::Age => t.general_age(),
        SingularKind::Day => t.general_day(),
        SingularKind::Only => t.general_only(),
        SingularKind::Kin => t.general_kin(),
        SingularKind::One => t.general_one(),
        SingularKind::Room => t.general_room(),
    }
}

/// The way from the one to the many, for those who write the need.
pub(super) fn way(v: &Visitor, general: &General) -> Markup {
    let t = v.t;
    let taken = general.steps.iter().filter(|(_, taken)| *taken).count();
    html! {
        details.no-print {
            summary { (t.general_way(taken, general.steps.len())) }
            ul {
                @for (step, taken) in &general.steps {
                    li {
                        b { @if *taken { (t.general_taken()) } @else { (t.general_not_yet()) } } " "
                        (step.name(t))
                    }
                }
            }
            @if !general.singular.is_empty() { (apart(v, &general.singular)) }
            p.small.muted { (t.general_no_gate()) }
        }
    }
}
