//! One initiative: its trail to read, and beside it who is in it and what one can do.
use super::around::{placed, relation, rests, understood};
use super::check::{gaps, to_gaps};
use super::list::state_tag;
use super::people::{not_yet, to_answer};
use super::steps::trail_of;
use super::{area_named, marked};
use crate::frame::few;
use crate::kit::form::{Area, Choose, options};
use crate::kit::page::back;
use crate::kit::parts::{Tone, quoted, tag};
use crate::kit::{Answer, Fail, FormView, Page, Query, Target, Visitor};
use crate::meeting::{next_of, rows, way_out};
use crate::task::asked;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::initiative::{self, EndDraft, JoinDraft, NoteDraft, Reading};
use samskab_app::meeting::May;
use samskab_domain::access::Act;
use samskab_domain::initiative::ending::{Condition, EndedAs, PauseDraft};
use samskab_domain::initiative::placing::Reason;
use samskab_domain::kernel::Remark;
use samskab_domain::task::State as TaskState;
use samskab_locale::Named;

/// What was typed in one of the page's forms, and what was wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    pub note: Option<(NoteDraft, Vec<Remark>)>,
    pub join: Option<(JoinDraft, Vec<Remark>)>,
    pub end: Option<(EndDraft, Vec<Remark>)>,
    pub pause: Option<(PauseDraft, Vec<Remark>)>,
}

/// `GET /{m}/initiatives/{id}`; with `note`, whoever comes to tell how it went can write at once.
pub async fn show(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    let typed = Typed {
        note: query.ticked("note").then(Default::default),
        ..Typed::default()
    };
    Ok(page(&v, reading, typed).await?.into_response())
}

pub(super) async fn page(v: &Visitor, reading: Reading, typed: Typed) -> Result<Page, Fail> {
    let t = v.t;
    let (reading, i) = (&reading, &reading.initiative);
    let area = area_named(v, i.area_id, &i.area).await?;
    let body = html! {
        (back(&v.at("/initiatives"), &t.initiative_all()))
        div.split {
            div {
                h1 { (i.title) }
                p { (state_tag(v, i.state())) " " (tag(Tone::Plain, &area)) @if i.lane { " " (tag(Tone::Plain, t.initiative_lane())) } (relation(v, i)) }
                (to_answer(v, reading))
                @if reading.may_write { (next_steps(v, reading)) }
                @if i.ended_at().is_none() { (to_gaps(v, reading)) }
                (meetings(v, reading))
                (rests(v, reading))
                h2 { (t.initiative_story()) }
                p.no-print { a href=(v.at(&format!("/initiatives/{}/story", i.id))) { (t.initiative_story_open()) } }
                (trail_of(v, reading))
            }
            aside {
                (parties(v, reading))
                @if i.ended_at().is_none() { (gaps(v, reading)) }
                (tasks(v, reading))
                (frames(v, reading))
                (understood(v, reading))
                (placed(v, reading))
                @if reading.may_write {
                    (write(v, reading, typed))
                }
            }
        }
    };
    Ok(Page::new(v, &i.title, body))
}

/// The next meeting, and what to do when meetings only lead to meetings.
fn meetings(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let i = &reading.initiative;
    let next = next_of(v, &reading.meetings);
    let may = May {
        lead: false,
        call: v.may(Act::CallMeeting),
        end: true,
    };
    html! {
        @if let Some(found) = reading.in_a_loop {
            @if reading.may_write { (way_out(v, found, (Some(i.id), i.area_id), may)) }
            @else { p.muted { (t.meeting_loop(found.meetings)) } }
        }
        @if let Some(next) = next {
            h2 { (t.meeting_next()) }
            (rows(v, std::slice::from_ref(next), &[]))
            p { a href=(v.at(&format!("/calendar?initiative={}#feeds", i.id))) { (t.calendar_feed_of_initiative()) } }
        }
    }
}

fn parties(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let parties = &reading.parties;
    html! {
        div.card {
            h2 { a href=(v.at(&format!("/initiatives/{}/people", reading.initiative.id))) { (t.initiative_who()) } }
            ul.rows role="list" {
                @for party in parties {
                    li {
                        p {
                            b { (party.organisation) } " " (tag(Tone::Plain, party.sector().name(t)))
                            @if let Some(person) = &party.person {
                                br; (person)
                                @if party.practitioner { ", " (t.initiative_practitioner()) }
                                @if party.gone { " " (tag(Tone::Warm, t.initiative_gone())) }
                            }
                            @if let Some(aim) = &party.aim { br; span.muted { (quoted(aim)) } }
                        }
                    }
                }
                @for asked in &reading.invitations { li { p { (not_yet(v, asked)) } } }
            }
        }
    }
}

/// Who does what, in short; and what is asked about it.
fn tasks(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let open = reading
        .tasks
        .iter()
        .filter(|task| task.state() != TaskState::Done);
    html! {
        div.card {
            h2 { a href=(v.at(&format!("/initiatives/{}/tasks", reading.initiative.id))) { (t.task_title()) } }
            @if reading.tasks.is_empty() { p.small.muted { (t.task_none_text()) } }
            ul role="list" {
                @for task in open {
                    li {
                        (task.what)
                        @if let (Some(person), TaskState::Taken) = (&task.person, task.state()) { " " span.muted.small { (person) } }
                        @for flag in task.flags(v.today()) { (asked(v, task, flag, reading.may_write)) }
                    }
                }
            }
        }
    }
}

/// What it keeps to and has room for; and the way to say what was found since.
fn frames(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/initiatives/{}/frames", reading.initiative.id));
    html! {
        div.card {
            h2 { a href=(place) { (t.menu_frames()) } }
            @if reading.frames.is_empty() { p.small.muted { (t.frame_initiative_none()) } }
            @else { (few(v, &reading.frames)) }
            @if reading.may_write && reading.party {
                p.small { a href=(format!("{place}/new?late=yes")) { (t.frame_initiative_late()) } }
            }
        }
    }
}

/// What one comes to do most: within reach of a thumb, before the long story.
fn next_steps(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let id = reading.initiative.id;
    html! {
        div.actions.no-print {
            a.button href=(v.at(&format!("/initiatives/{id}/changes"))) { (t.initiative_write_change()) }
            a.button.quiet href=(v.at(&format!("/meetings/new?initiative={id}"))) { (t.meeting_call()) }
        }
    }
}

fn write(v: &Visitor, reading: &Reading, typed: Typed) -> Markup {
    let at = |path: &str| v.at(&format!("/initiatives/{}/{path}", reading.initiative.id));
    html! {
        div.stack {
            (note_form(v, &at("notes"), typed.note))
            @if reading.party { (join_form(v, &at("join"), typed.join)) }
            @if reading.initiative.paused_at().is_none() { (pause_form(v, &at("pause"), typed.pause)) }
            (end_form(v, &at("end"), typed.end))
        }
    }
}

fn note_form(v: &Visitor, action: &str, typed: Option<(NoteDraft, Vec<Remark>)>) -> Markup {
    let t = v.t;
    let open = typed.is_some();
    let (draft, remarks) = typed.unwrap_or_default();
    let form = FormView::new(v, &remarks);
    let kinds = [
        ("meeting".to_owned(), t.initiative_meeting()),
        ("note".to_owned(), t.initiative_note()),
    ];
    let fields = html! {
        (form.radios(Choose {
            name: "kind",
            label: &t.initiative_note_kind(),
            options: &kinds,
            chosen: std::slice::from_ref(&draft.kind),
            two: true,
            ..Choose::default()
        }))
        (form.area(Area {
            name: "body",
            label: &t.initiative_note_body(),
            hint: Some(&t.initiative_note_hint()),
            value: &draft.body,
            rows: 4,
            max: 1_200,
            ..Area::default()
        }))
        (marked(&form, draft.harmless))
    };
    html! {
        details id="note" open[open] {
            summary { (t.initiative_write_note()) }
            (form.finish(action, fields, &t.initiative_note_send()))
        }
    }
}

fn join_form(v: &Visitor, action: &str, typed: Option<(JoinDraft, Vec<Remark>)>) -> Markup {
    let t = v.t;
    let open = typed.is_some();
    let (draft, remarks) = typed.unwrap_or_default();
    let form = FormView::new(v, &remarks);
    let fields = html! {
        (form.area(Area {
            name: "aim",
            label: &t.initiative_aim(),
            hint: Some(&t.initiative_aim_hint()),
            value: &draft.aim,
            rows: 3,
            max: 600,
            ..Area::default()
        }))
        (form.checks(Choose {
            name: "reasons",
            label: &t.initiative_reasons(),
            options: &options::<Reason>(t),
            chosen: &draft.reasons,
            optional: true,
            ..Choose::default()
        }))
        (form.tick("practitioner", &t.initiative_join_self(), draft.practitioner))
        (marked(&form, draft.harmless))
    };
    html! {
        details id="join" open[open] {
            summary { (t.initiative_join()) }
            (form.finish(action, fields, &t.initiative_join_send()))
        }
    }
}

fn pause_form(v: &Visitor, action: &str, typed: Option<(PauseDraft, Vec<Remark>)>) -> Markup {
    let t = v.t;
    let open = typed.is_some();
    let (draft, remarks) = typed.unwrap_or_default();
    let form = FormView::new(v, &remarks);
    let fields = html! {
        (form.area(Area {
            name: "pause",
            label: &t.initiative_pause_why(),
            value: &draft.pause,
            rows: 2,
            max: 600,
            ..Area::default()
        }))
        (marked(&form, draft.harmless))
    };
    html! {
        details open[open] {
            summary { (t.initiative_pause()) }
            (form.finish(action, fields, &t.initiative_pause_send()))
        }
    }
}

fn end_form(v: &Visitor, action: &str, typed: Option<(EndDraft, Vec<Remark>)>) -> Markup {
    let t = v.t;
    let open = typed.is_some();
    let (draft, remarks) = typed.unwrap_or_default();
    let form = FormView::new(v, &remarks);
    let fields = html! {
        (form.area(Area {
            name: "learnt",
            label: &t.initiative_learnt(),
            value: &draft.learnt,
            rows: 4,
            max: 1_200,
            ..Area::default()
        }))
        (marked(&form, draft.harmless))
        (form.radios(Choose {
            name: "ended_as",
            label: &t.initiative_ended_as(),
            options: &options::<EndedAs>(t),
            chosen: std::slice::from_ref(&draft.ended_as),
            optional: true,
            ..Choose::default()
        }))
        (form.checks(Choose {
            name: "conditions",
            label: &t.initiative_conditions(),
            hint: Some(&t.initiative_conditions_hint()),
            options: &options::<Condition>(t),
            chosen: &draft.conditions,
            optional: true,
            ..Choose::default()
        }))
    };
    html! {
        details id="end" open[open] {
            summary { (t.initiative_end()) }
            p.small { (t.initiative_end_text()) }
            (form.finish(action, fields, &t.initiative_end_send()))
        }
    }
}
