//! The way of an answer, step by step, for all who see the need.
use super::said::kept_to;
use super::whose;
use crate::kit::Visitor;
use crate::kit::parts::{lang, prose_in, time};
use maud::{Markup, html};
use samskab_app::answer::{Before, Step};
use samskab_domain::answer::Along;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_locale::Named;

/// The steps of one answer; `steps` may hold those of others.
pub(super) fn way(v: &Visitor, answer: Id, steps: &[Step]) -> Markup {
    let of: Vec<_> = steps.iter().filter(|s| s.answer_id == answer).collect();
    html! {
        @if !of.is_empty() {
            ul.way role="list" { @for step in of { li { (one(v, step)) } } }
        }
    }
}

fn one(v: &Visitor, step: &Step) -> Markup {
    let until = step.days().map(|(_, until)| until);
    html! {
        p {
            @if let Some(along) = step.along() { b { (title(v, along, until)) } }
            " " span.small.muted {
                @if let Some(organisation) = &step.organisation { (organisation) "\u{a0}· " }
                (time(v, step.at()))
            }
        }
        @if let Some(reason) = &step.reason { (prose_in(lang(v, step.language()), reason)) }
        @if let Some(before) = &step.before { (stood(v, before)) }
    }
}

/// What happened, as a sentence.
pub(crate) fn title(v: &Visitor, along: Along, until: Option<Day>) -> String {
    let t = v.t;
    match (along, until) {
        (Along::Extended, Some(until)) => t.way_extended(t.near(until, v.today())),
        (along, _) => along.name(t),
    }
}

/// What was said before it was mended.
fn stood(v: &Visitor, before: &Before) -> Markup {
    let t = v.t;
    let lang = lang(v, before.language());
    html! {
        details {
            summary { (t.answer_before()) }
            @if let Some(kind) = before.kind() { p { b { (kind.name(t)) } } }
            (prose_in(lang, &before.reason))
            @if let Some(what) = &before.what {
                p {
                    b { (t.answer_we_do()) ": " } span lang=[lang] { (what) }
                    @if let Some(by) = before.by() { " – " (t.answer_promised(t.near(by, v.today()))) }
                }
            }
            @if let Some(missing) = &before.missing {
                p {
                    b { (t.answer_we_miss()) ": " } span lang=[lang] { (missing) }
                    @if let Some(from) = &before.missing_from { " – " (t.answer_we_miss_from(from)) }
                }
            }
            (kept_to(v, before.cited.iter()))
            (whose::said(v, &before.named, before.language()))
            p { b { (t.answer_meaning()) } br; span lang=[lang] { (before.meaning) } }
            p.small.muted { (t.answer_given_as(&before.mandate)) }
        }
    }
}
