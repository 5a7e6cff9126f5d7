//! What is said, line by line. Several write at once; each line is signed, and none is lost.
use super::show::{Typed, page};
use crate::initiative::marked;
use crate::kit::form::Area;
use crate::kit::parts::{Tone, lang, prose_in, tag};
use crate::kit::{Answer, Form, FormView, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::meeting::{self, Line, LineDraft, Reading};
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::meeting::State;
use samskab_domain::meeting::minutes::LINE_MAX;

/// `POST /{m}/meetings/{id}/lines`
pub async fn write(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = LineDraft {
        body: sent.text("body"),
        of: sent.text("of"),
        harmless: sent.ticked("harmless"),
    };
    match meeting::write(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(_) => Ok(to(&v.at(&format!("/meetings/{id}#said")), None)),
        Err(Refusal::Remarks(remarks)) => {
            let typed = Typed {
                edit: sent.id("of"),
                line: Some((draft, remarks)),
                ..Typed::default()
            };
            Ok(page(&v, id, typed).await?.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/meetings/{id}/lines/back`
pub async fn take_back(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let line = sent.id("line").ok_or(Refusal::Missing)?;
    meeting::take_back(v.desk(), v.actor()?, id, line).await?;
    Ok(to(&v.at(&format!("/meetings/{id}#said")), None))
}

pub(super) fn minutes(v: &Visitor, reading: &Reading, typed: &Typed) -> Markup {
    let t = v.t;
    let planned = reading.meeting.state() == State::Planned;
    let place = v.at(&format!("/meetings/{}/lines", reading.meeting.id));
    let edit = typed.edit.filter(|_| planned);
    let edited = edit.filter(|id| reading.lines.iter().any(|l| l.id == *id));
    if !planned && reading.lines.is_empty() {
        return html! {};
    }
    html! {
        h2 id="said" { (t.meeting_said()) }
        @if reading.lines.is_empty() { p.muted { (t.meeting_said_empty()) } }
        @else {
            ol.rows role="list" {
                @for line in &reading.lines {
                    li {
                        @if edited == Some(line.id) { (line_form(v, &place, Some(line), typed.line.as_ref())) }
                        @else { (shown(v, reading, line, planned)) }
                    }
                }
            }
        }
        @if planned && edited.is_none() {
            @if edit.is_some() { p.note role="status" { (t.meeting_line_replaced()) } }
            (line_form(v, &place, None, typed.line.as_ref()))
        }
    }
}

fn shown(v: &Visitor, reading: &Reading, line: &Line, planned: bool) -> Markup {
    let t = v.t;
    let own = v.session().is_some_and(|s| line.is_by(&s.actor));
    let id = reading.meeting.id;
    html! {
        div {
            (prose_in(lang(v, line.language()), &line.body))
            p.muted.small {
                (line.person) ", " (line.organisation) "\u{a0}· " (t.clock_at(line.created_at()))
                @if line.corrected() { "\u{a0}· " (t.meeting_line_corrected()) }
            }
            @if line.twice { p.small { (tag(Tone::Warm, t.meeting_line_twice())) " " (t.meeting_line_twice_text()) } }
        }
        @if planned {
            div.actions {
                a.button.plain href=(v.at(&format!("/meetings/{id}?edit={}#body", line.id))) {
                    (t.meeting_line_edit()) span.visually-hidden { ": " (line.body) }
                }
                @if own {
                    form.inline-form method="post" action=(v.at(&format!("/meetings/{id}/lines/back"))) {
                        input type="hidden" name="line" value=(line.id);
                        button.button.plain { (t.meeting_line_back()) span.visually-hidden { ": " (line.body) } }
                    }
                }
            }
        }
    }
}

fn line_form(
    v: &Visitor,
    place: &str,
    line: Option<&Line>,
    typed: Option<&(LineDraft, Vec<Remark>)>,
) -> Markup {
    let t = v.t;
    let of = line.map(|l| l.id);
    let fresh = LineDraft {
        body: line.map(|l| l.body.clone()).unwrap_or_default(),
        of: of.as_ref().map(Id::to_string).unwrap_or_default(),
        harmless: false,
    };
    let blank = (fresh, vec![]);
    let (draft, remarks) = typed.unwrap_or(&blank);
    let form = FormView::new(v, remarks);
    let label = match line {
        Some(_) => t.meeting_line_edit(),
        None => t.meeting_line(),
    };
    let fields = html! {
        (form.area(Area {
            name: "body",
            label: &label,
            hint: Some(&t.meeting_line_hint()),
            value: &draft.body,
            rows: 2,
            max: LINE_MAX,
            ..Area::default()
        }))
        @if let Some(of) = of { input type="hidden" name="of" value=(of); }
        (marked(&form, draft.harmless))
    };
    form.finish(place, fields, &t.meeting_line_send())
}
