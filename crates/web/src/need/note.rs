//! How someone understands a need, an idea, what those concerned said.
use super::show;
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::{Answer, Flash, Form, FormView, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::need::{self, NoteDraft, Reading};
use samskab_domain::access::Act;
use samskab_domain::kernel::Remark;
use samskab_domain::need::{NOTE_MAX, NoteKind};

/// `POST /{m}/needs/{id}/notes`
pub async fn note(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = NoteDraft {
        kind: sent.text("note_kind"),
        body: sent.text("note_body"),
        heard: sent.text("heard"),
        harmless: sent.ticked("harmless"),
    };
    match need::note(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(_) => Ok(to(&v.at(&format!("/needs/{id}")), Some(Flash::Noted))),
        Err(Refusal::Remarks(remarks)) => {
            let page = show::page(&v, id, &draft, &remarks).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The form for a note, folded away until it is needed.
pub(super) fn note_form(
    v: &Visitor,
    reading: &Reading,
    typed: &NoteDraft,
    remarks: &[Remark],
) -> Markup {
    let t = v.t;
    if !v.may(Act::NoteNeed) {
        return html! {};
    }
    let remarks = on_our_fields(remarks);
    let form = FormView::new(v, &remarks);
    let fields = html! {
        (form.select(Choose {
            name: "note_kind",
            label: &t.need_note_kind(),
            options: &options::<NoteKind>(t),
            chosen: std::slice::from_ref(&typed.kind),
            ..Choose::default()
        }))
        (form.area(Area {
            name: "note_body",
            personal: true,
            label: &t.need_note_body(),
            hint: Some(&t.need_note_hint()),
            value: &typed.body,
            rows: 3,
            max: NOTE_MAX,
            ..Area::default()
        }))
        (form.line(Line {
            name: "heard",
            label: &t.need_heard(),
            hint: Some(&t.need_heard_hint()),
            value: &typed.heard,
            kind: "date",
            optional: true,
            ..Line::default()
        }))
        (form.marked(typed.harmless))
    };
    html! {
        details open[!remarks.is_empty()] {
            summary { (t.need_note_write()) }
            (form.finish(&v.at(&format!("/needs/{}/notes", reading.need.id)), fields, &t.need_note_save()))
        }
    }
}

/// The form for an answer, on the same page, has fields of the plain names.
fn on_our_fields(remarks: &[Remark]) -> Vec<Remark> {
    remarks
        .iter()
        .map(|remark| Remark {
            field: match remark.field {
                "kind" => "note_kind",
                "heard" => "heard",
                _ => "note_body",
            },
            why: remark.why.clone(),
        })
        .collect()
}
