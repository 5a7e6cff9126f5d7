//! *Waiting for your answer*.
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::{Tone, empty, tag};
use crate::kit::{Answer as Reply, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::answer::{self, Answer, Wish};
use samskab_domain::access::{Act, Role};
use samskab_locale::Named;

/// `GET /{m}/answers`
pub async fn list(v: Visitor, Query(query): Query) -> Reply {
    let t = v.t;
    let which = query.text("which");
    let wish = Wish {
        ours: which == "asked",
        answered: match which.as_str() {
            "waiting" => Some(false),
            "given" => Some(true),
            _ => None,
        },
        after: Some(query.text("after")),
    };
    let actor = v.actor()?;
    let page = answer::waiting(v.desk(), actor, &wish).await?;
    let all = actor.role == Role::Facilitator;
    let (title, lead) = match (wish.ours, all) {
        (true, _) => (t.answer_ours(), t.answer_lead_ours()),
        (false, true) => (t.answer_everyones(), t.answer_lead_all()),
        (false, false) => (t.menu_answers(), t.answer_lead()),
    };
    let choices = [
        ("waiting".to_owned(), t.answer_which_waiting()),
        ("given".to_owned(), t.answer_which_given()),
        ("asked".to_owned(), t.answer_which_asked()),
    ];
    let body = html! {
        h1 { (title) }
        p.muted { (lead) }
        (filters(&v, filter(&v, "which", &t.answer_which(), &choices, &which)))
        @if page.items.is_empty() && wish.ours {
            (empty(&t.answer_ours_none(), &t.answer_ours_none_text(), None))
        } @else if page.items.is_empty() { (empty(&t.answer_none_title(), &t.answer_none_text(), None)) }
        @else {
            ul.rows role="list" { @for a in &page.items { (row(&v, a)) } }
            (paging(&v, "after", page.next.as_deref()))
        }
        p { a href=(v.at("/answers/overdue")) { (t.answer_overdue_title()) } }
    };
    Ok(Page::new(&v, &title, body).into_response())
}

fn row(v: &Visitor, a: &Answer) -> Markup {
    let t = v.t;
    let mine = v.may(Act::Answer)
        && v.session()
            .is_some_and(|s| s.actor.organisation == a.organisation_id);
    let reply = mine && a.is_open();
    html! {
        li {
            p {
                b { (a.need) }
                br;
                span.muted.small {
                    (a.organisation) "\u{a0}· " (a.area)
                    @if let Some(from) = a.passed_from() { "\u{a0}· " (t.answer_passed_on_by(from)) }
                    @if a.asked_again() { "\u{a0}· " (t.answer_asked_again()) }
                }
                br;
                (standing(v, a))
            }
            a.button.quiet href=(v.at(&format!("/answers/{}", a.id))) {
                @if reply { (t.answer_reply()) } @else { (t.answer_open()) }
                span.visually-hidden { ": " (a.need) }
            }
        }
    }
}

/// Late, and whether anyone was reminded.
pub(super) fn late(v: &Visitor, a: &Answer) -> String {
    match a.late_step() {
        Some(step) => step.name(v.t),
        None => v.t.answer_late(),
    }
}

/// What it says, or by when it is to.
fn standing(v: &Visitor, a: &Answer) -> Markup {
    let t = v.t;
    html! {
        @if let Some(kind) = a.kind() {
            (tag(Tone::Plain, kind.name(t)))
            @if a.done_at().is_some() { " " (tag(Tone::Good, t.answer_done())) }
        } @else if a.is_withdrawn() {
            (tag(Tone::Plain, t.answer_withdrawn()))
        } @else if let Some(days) = a.late(v.today()) {
            (tag(Tone::Warm, late(v, a))) " " span.small.muted { (t.answer_late_by(days)) }
        } @else if let Some(due) = a.due() {
            (tag(Tone::Plain, t.need_due(t.near(due, v.today()))))
        }
    }
}
