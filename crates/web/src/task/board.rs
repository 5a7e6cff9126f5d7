//! Who does what in an initiative: each line with what one can do about it.
use super::form::draft;
use crate::initiative::marked;
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::page::back;
use crate::kit::parts::{Tone, button_form, day, empty, lang, quiet, tag, time};
use crate::kit::{Answer, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::initiative::{self, Reading};
use samskab_app::task::{self, Task};
use samskab_domain::kernel::Remark;
use samskab_domain::task::{Draft, Flag, Kind, Precondition, State, WHAT_MAX};
use samskab_locale::Named;

/// `GET /{m}/initiatives/{id}/tasks`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    let body = page(&v, &reading, &Draft::default(), &[]);
    Ok(Page::new(&v, v.t.task_title(), body).into_response())
}

/// `POST /{m}/initiatives/{id}/tasks`
pub async fn write(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    let actor = v.actor()?;
    match task::write(v.desk(), actor, id, &draft, v.language()).await {
        Ok(_) => {
            let place = v.at(&format!("/initiatives/{id}/tasks"));
            Ok(to(&place, Some(Flash::TaskOffered)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let reading = initiative::read(v.desk(), actor, id).await?;
            let body = page(&v, &reading, &draft, &remarks);
            Ok(Page::new(&v, v.t.task_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(v: &Visitor, reading: &Reading, draft: &Draft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let i = &reading.initiative;
    let place = v.at(&format!("/initiatives/{}", i.id));
    html! {
        (back(&place, &i.title))
        div.split {
            div {
                h1 { (t.task_title()) }
                p.lead { (t.task_lead()) }
                @if reading.tasks.is_empty() { (empty(&t.task_none(), &t.task_none_text(), None)) }
                @else { ul.rows role="list" { @for task in &reading.tasks { (line(v, reading, task)) } } }
            }
            aside {
                @if reading.may_write {
                    section.card {
                        h2 { (t.task_write()) }
                        (write_form(v, &format!("{place}/tasks"), draft, remarks))
                    }
                }
            }
        }
    }
}

fn line(v: &Visitor, reading: &Reading, task: &Task) -> Markup {
    let t = v.t;
    html! {
        li {
            div {
                p {
                    b lang=[lang(v, task.language())] { (task.what) } " "
                    (tag(if task.kind() == Kind::Disputed { Tone::Warm } else { Tone::Plain }, task.kind().name(t)))
                    br; (whose(v, task))
                    @if let Some(until) = task.until() { "\u{a0}· " (t.task_until()) " " (day(v, until)) }
                }
                @for flag in task.flags(v.today()) { (asked(v, task, flag, reading.may_write)) }
            }
            @if reading.may_write { (actions(v, reading, task)) }
        }
    }
}

/// Who has it, or is asked.
fn whose(v: &Visitor, task: &Task) -> Markup {
    let t = v.t;
    let person = task.person.as_deref().unwrap_or_default();
    let organisation = task.organisation.as_deref().unwrap_or_default();
    html! {
        @match task.state() {
            State::Open => (t.task_open()),
            State::Invited => (t.task_invited(person, organisation)),
            State::Taken => {
                (t.task_taken(person, organisation))
                @if let Some(at) = task.taken_at() { " " (t.task_since()) " " (time(v, at)) }
                @if task.gone { ". " b { (t.task_gone(person)) } }
            },
            State::Done => (tag(Tone::Good, t.task_is_done())),
        }
    }
}

/// What is asked about a task, and what would mend it.
pub(crate) fn asked(v: &Visitor, task: &Task, flag: Flag, may_write: bool) -> Markup {
    let t = v.t;
    let words = match flag {
        Flag::MaybeDuty => t.task_maybe_duty(),
        Flag::Duty => t.task_duty(),
        Flag::CoreByVolunteers => t.task_core_by_volunteers(),
        Flag::SupplementByStaff => t.task_supplement_by_staff(),
        Flag::NotInPlace(Precondition::Place) => t.task_missing_place(),
        Flag::NotInPlace(Precondition::Known) => t.task_missing_known(),
        Flag::NotInPlace(Precondition::Wanted) => t.task_missing_wanted(),
        Flag::NotInPlace(Precondition::Roles) => t.task_missing_roles(),
    };
    html! {
        div.note {
            p { (words) }
            @if may_write && flag == Flag::MaybeDuty {
                form.actions method="post" action=(v.at(&format!("/tasks/{}/duty", task.id))) {
                    button.button.quiet name="duty" value="yes" { (t.task_duty_yes()) span.visually-hidden { ": " (task.what) } }
                    button.button.quiet name="duty" value="no" { (t.task_duty_no()) span.visually-hidden { ": " (task.what) } }
                }
            }
        }
    }
}

fn actions(v: &Visitor, reading: &Reading, task: &Task) -> Markup {
    let t = v.t;
    let at = |step: &str| v.at(&format!("/tasks/{}/{step}", task.id));
    let me = v.session().map(|s| s.actor.membership);
    let mine = task.membership_id.is_some() && task.membership_id == me;
    let party = reading.party;
    html! {
        div.actions {
            @match task.state() {
                State::Open if party => (quiet(&at("accept"), &t.task_accept(), &task.what)),
                State::Invited if mine => {
                    (quiet(&at("accept"), &t.task_accept_invited(), &task.what))
                    (quiet(&at("decline"), &t.task_decline(), &task.what))
                },
                State::Taken if task.gone && party => (quiet(&at("give-back"), &t.task_set_free(), &task.what)),
                State::Taken if mine => {
                    (quiet(&at("done"), &t.task_done(), &task.what))
                    (button_form(&at("give-back"), &t.task_give_back(), "button plain"))
                },
                _ => {},
            }
            @if task.state() != State::Done {
                a href=(v.at(&format!("/tasks/{}", task.id))) { (t.task_edit()) span.visually-hidden { ": " (task.what) } }
            }
        }
    }
}

fn write_form(v: &Visitor, action: &str, draft: &Draft, remarks: &[Remark]) -> Markup {
    let form = FormView::new(v, remarks);
    let fields = fields(&form, draft);
    form.finish(action, fields, &v.t.task_write_send())
}

/// Every field of a task.
pub(super) fn fields(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.area(Area {
            name: "what",
            label: &t.task_what(),
            hint: Some(&t.task_what_hint()),
            value: &draft.what,
            rows: 2,
            max: WHAT_MAX,
            ..Area::default()
        }))
        (form.radios(Choose {
            name: "kind",
            label: &t.task_kind(),
            options: &options::<Kind>(t),
            chosen: std::slice::from_ref(&draft.kind),
            ..Choose::default()
        }))
        (form.line(Line {
            name: "until",
            label: &t.task_until_when(),
            hint: Some(&t.task_until_hint()),
            value: &draft.until,
            kind: "date",
            optional: true,
            ..Line::default()
        }))
        (form.tick("must", &t.task_must(), draft.must))
        (form.tick("bridge", &t.task_bridge(), draft.bridge))
        details open[draft.bridge || !draft.in_place.is_empty()] {
            summary { (t.task_bridge_open()) }
            (form.checks(Choose {
                name: "in_place",
                label: &t.task_in_place(),
                options: &options::<Precondition>(t),
                chosen: &draft.in_place,
                optional: true,
                ..Choose::default()
            }))
        }
        (marked(form, draft.harmless))
    }
}
