//! One meeting: what it is for, what to talk about, what was said, and beside it who comes.
use super::agenda::agenda;
use super::answer::{coming_form, voices};
use super::call::belongs;
use super::loops::way_out;
use super::minutes::minutes;
use super::people::{invite_form, people};
use crate::kit::parts::{Tone, lang, prose_in, tag};
use crate::kit::{Answer, Fail, FormView, Page, Query, Target, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::meeting::{self, Candidate, Reading, Suggestion};
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::meeting::State;
use samskab_locale::Named;

/// What was typed in one of the page's forms, and what was wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    pub agenda: Option<(meeting::Put, Vec<Remark>)>,
    pub line: Option<(meeting::LineDraft, Vec<Remark>)>,
    pub people: Option<Vec<Remark>>,
    /// The line that is being corrected.
    pub edit: Option<Id>,
}

/// `GET /{m}/meetings/{id}`
pub async fn show(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let typed = Typed {
        edit: query.id("edit"),
        ..Typed::default()
    };
    Ok(page(&v, id, typed).await?.into_response())
}

pub(super) async fn page(v: &Visitor, id: Id, typed: Typed) -> Result<Page, Fail> {
    let actor = v.actor()?;
    let reading = meeting::read(v.desk(), actor, id).await?;
    let planned = reading.meeting.state() == State::Planned;
    let (waiting, candidates) = match planned {
        true => (
            meeting::suggestions(v.desk(), actor, id).await?,
            match reading.may.lead {
                true => meeting::candidates(v.desk(), actor, id).await?,
                false => vec![],
            },
        ),
        false => (vec![], vec![]),
    };
    let body = html! {
        (belongs(v, reading.meeting.initiative_id, reading.meeting.initiative.as_deref()))
        div.split {
            div { (story(v, &reading, &waiting, &typed)) }
            aside { (beside(v, &reading, &candidates, &typed)) }
        }
    };
    Ok(Page::new(v, &reading.meeting.title, body))
}

fn story(v: &Visitor, reading: &Reading, waiting: &[Suggestion], typed: &Typed) -> Markup {
    let t = v.t;
    let m = &reading.meeting;
    let planned = m.state() == State::Planned;
    html! {
        h1 { (m.title) }
        p {
            (tag(Tone::Plain, m.purpose().name(t)))
            @if m.seminar { " " (tag(Tone::Plain, t.meeting_seminar())) }
            @if !planned { " " (tag(Tone::Warm, m.state().name(t))) }
        }
        p.lead { (t.hours(m.when())) br; (m.place) }
        @if m.seminar && m.state() != State::Cancelled {
            p { a.button href=(v.at(&format!("/meetings/{}/seminar", m.id))) { (t.seminar_open()) } }
        }
        @if let Some(about) = &m.about { (prose_in(lang(v, m.language()), about)) }
        @if let Some(found) = reading.in_a_loop { (way_out(v, found, (m.initiative_id, m.area_id), reading.may)) }
        @if planned && reading.own.is_some() { (coming_form(v, reading)) }
        (voices(v, reading))
        @if m.state() != State::Cancelled {
            (agenda(v, reading, waiting, typed.agenda.as_ref()))
            @if m.purpose().keeps_minutes() { (minutes(v, reading, typed)) }
            @else { h2 { (t.meeting_said()) } p { (t.meeting_relations_nothing()) } }
            (changes(v, reading))
        }
    }
}

fn changes(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    html! {
        @if !reading.changes.is_empty() {
            h2 { (t.initiative_change_step()) }
            ul.rows role="list" {
                @for change in &reading.changes {
                    li {
                        p { b { (change.what) } br; span.muted.small { (change.who) ", " (change.organisation) } }
                        a.button.quiet href=(v.at(&format!("/changes/{}/outcome", change.id))) {
                            (t.initiative_look()) span.visually-hidden { ": " (change.what) }
                        }
                    }
                }
            }
        } @else if reading.meeting.state() == State::Closed && reading.meeting.purpose().asks_for_change() {
            h2 { (t.initiative_change_step()) }
            p { (t.meeting_none()) }
        }
    }
}

fn beside(v: &Visitor, reading: &Reading, candidates: &[Candidate], typed: &Typed) -> Markup {
    let planned = reading.meeting.state() == State::Planned;
    html! {
        @if planned && reading.may.lead { (lead(v, reading, candidates, typed)) }
        (people(v, reading))
        (row(v, reading))
    }
}

/// What whoever leads it can do now, in the order one does it.
fn lead(v: &Visitor, reading: &Reading, candidates: &[Candidate], typed: &Typed) -> Markup {
    let t = v.t;
    let m = &reading.meeting;
    let at = |path: &str| v.at(&format!("/meetings/{}/{path}", m.id));
    let begun = m.starts_at() <= v.desk().now();
    let remarks = typed.people.clone().unwrap_or_default();
    let form = FormView::new(v, &remarks);
    html! {
        div.card {
            h2 { (t.meeting_you_lead()) }
            ol {
                li { (t.meeting_step_agenda()) }
                @if m.purpose().keeps_minutes() { li { (t.meeting_step_write()) } }
                li {
                    @if m.purpose().asks_for_change() { (t.meeting_step_close_practice()) } @else { (t.meeting_step_close()) }
                }
            }
            p { a.button.quiet[!begun] href=(at("close")) { (t.meeting_close()) } }
            p { a href=(at("change")) { (t.meeting_change()) } }
            (invite_form(v, &form, &at("invitations"), candidates))
            details {
                summary { (t.meeting_cancel()) }
                p.small { (t.meeting_cancel_text()) }
                form method="post" action=(at("cancel")) {
                    @if reading.row.iter().any(|r| r.state() == State::Planned && r.starts_at() > m.starts_at()) {
                        div.checks { label.choice { input type="checkbox" name="rest" value="yes"; span { (t.meeting_cancel_rest()) } } }
                    }
                    div.actions { button.button.quiet { (t.meeting_cancel_send()) } }
                }
            }
        }
    }
}

/// The others of its row.
fn row(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    html! {
        @if !reading.row.is_empty() {
            details {
                summary { (t.meeting_row()) }
                ul { @for other in &reading.row {
                    li {
                        a href=(v.at(&format!("/meetings/{}", other.id))) { (t.hours(other.when())) }
                        @if other.state() != State::Planned { "\u{a0}· " (other.state().name(t)) }
                    }
                } }
            }
        }
    }
}
