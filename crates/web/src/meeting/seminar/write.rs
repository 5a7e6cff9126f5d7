//! What comes of a seminar, written back to where it belongs.
use super::words::signed;
use crate::kit::form::{Area, Choose, options};
use crate::kit::parts::{day, lang, prose_in};
use crate::kit::{Answer, Flash, Form, FormView, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::meeting::seminar::{self, Came, Seminar, Tried};
use samskab_app::need::NoteDraft;
use samskab_domain::kernel::{Id, Remark, Why};
use samskab_domain::need::{NOTE_MAX, NoteKind};
use samskab_locale::Named;

/// What was typed, and what was wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    need: String,
    draft: NoteDraft,
    remarks: Vec<Remark>,
}

/// `POST /{m}/meetings/{id}/seminar/notes`
pub async fn note(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let mut typed = Typed {
        need: sent.text("need"),
        draft: NoteDraft {
            kind: sent.text("kind"),
            body: sent.text("body"),
            harmless: sent.ticked("harmless"),
            ..NoteDraft::default()
        },
        remarks: vec![],
    };
    let outcome = match sent.id("need") {
        Some(need) => back(&v, id, need, &typed.draft).await,
        None => Err(Refusal::remark("need", Why::Missing)),
    };
    match outcome {
        Ok(_) => Ok(to(
            &v.at(&format!("/meetings/{id}/seminar#came")),
            Some(Flash::Noted),
        )),
        Err(Refusal::Remarks(remarks)) => {
            typed.remarks = remarks;
            let seminar = seminar::read(v.desk(), v.actor()?, id).await?;
            let page = super::page(&v, seminar, &typed).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn back(v: &Visitor, id: Id, need: Id, draft: &NoteDraft) -> Result<Id, Refusal> {
    let actor = v.actor().map_err(|_| Refusal::Missing)?;
    seminar::write_back(v.desk(), actor, id, need, draft, v.language()).await
}

/// What came of it, and the ways to write more.
pub(super) fn writing(v: &Visitor, seminar: &Seminar, typed: &Typed) -> Markup {
    let t = v.t;
    html! {
        div.card id="came" {
            h2 { (t.seminar_came()) }
            (came(v, &seminar.came))
            @if seminar.may_write {
                (note_form(v, seminar, typed))
                (change_links(v, seminar))
            }
        }
    }
}

fn came(v: &Visitor, came: &Came) -> Markup {
    let t = v.t;
    html! {
        @if came.notes.is_empty() && came.changes.is_empty() { p.small.muted { (t.seminar_came_none()) } }
        ul.rows role="list" {
            @for (need, note) in &came.notes {
                li { div {
                    p.small.muted { (note.kind().name(t)) "\u{a0}· " (signed(t, note)) }
                    (prose_in(lang(v, note.language()), &note.body))
                    p.small { a href=(v.at(&format!("/needs/{}", need.id))) { (need.title) } }
                } }
            }
            @for change in &came.changes {
                li { div {
                    p.small.muted { (t.initiative_change_step()) "\u{a0}· " (change.organisation) }
                    p { a href=(v.at(&format!("/changes/{}/outcome", change.id))) { (change.what) } }
                } }
            }
        }
    }
}

fn note_form(v: &Visitor, seminar: &Seminar, typed: &Typed) -> Markup {
    let t = v.t;
    let needs: Vec<(String, String)> = seminar
        .themes
        .iter()
        .flat_map(|theme| &theme.needs)
        .map(|seen| (seen.need.id.to_string(), seen.need.title.clone()))
        .collect();
    let kinds: Vec<(String, String)> = options::<NoteKind>(t);
    let form = FormView::new(v, &typed.remarks);
    let fields = html! {
        (form.select(Choose {
            name: "need",
            label: &t.seminar_write_need(),
            options: &needs,
            chosen: std::slice::from_ref(&typed.need),
            ..Choose::default()
        }))
        (form.select(Choose {
            name: "kind",
            label: &t.need_note_kind(),
            options: &kinds,
            chosen: std::slice::from_ref(&typed.draft.kind),
            ..Choose::default()
        }))
        (form.area(Area {
            name: "body",
            personal: true,
            label: &t.need_note_body(),
            hint: Some(&t.need_note_hint()),
            value: &typed.draft.body,
            rows: 3,
            max: NOTE_MAX,
            ..Area::default()
        }))
        (form.marked(typed.draft.harmless))
    };
    let action = v.at(&format!("/meetings/{}/seminar/notes", seminar.meeting.id));
    html! {
        @if !needs.is_empty() {
            details open[!typed.remarks.is_empty()] {
                summary { (t.seminar_write_note()) }
                (form.finish(&action, fields, &t.need_note_save()))
            }
        }
    }
}

/// A change belongs to an initiative: those of the area the visitor may write in.
fn change_links(v: &Visitor, seminar: &Seminar) -> Markup {
    let t = v.t;
    let open: Vec<&Tried> = seminar
        .tried
        .iter()
        .filter(|tried| tried.may_write)
        .collect();
    let at = |tried: &Tried| {
        let (initiative, meeting) = (tried.initiative.id, seminar.meeting.id);
        v.at(&format!(
            "/initiatives/{initiative}/changes?meeting={meeting}&seminar=yes"
        ))
    };
    html! {
        @if !open.is_empty() {
            details {
                summary { (t.initiative_write_change()) }
                p.small { (t.seminar_write_change_text()) }
                ul { @for tried in open { li { a href=(at(tried)) { (tried.initiative.title) } } } }
            }
        }
    }
}

/// On a need's page: that a note comes from a seminar.
pub(crate) fn from_seminar(v: &Visitor, note: &samskab_app::need::Note) -> Markup {
    html! {
        @if let Some(on) = note.seminar_day() {
            p.small.muted { (v.t.seminar_from()) " " (day(v, on)) }
        }
    }
}
