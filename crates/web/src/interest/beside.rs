//! The interests beside a need: said by the organisations themselves, weighed by nobody.
use crate::kit::Visitor;
use crate::kit::parts::{lang, time};
use maud::{Markup, html};
use samskab_app::interest::{Beside, Interest};
use samskab_app::need::Need;
use samskab_domain::access::Act;
use samskab_domain::kernel::Coded;
use samskab_locale::Named;

pub(crate) fn beside(v: &Visitor, need: &Need, beside: &Beside) -> Markup {
    let t = v.t;
    let group = need.topic_group().code();
    html! {
        details {
            summary { (t.interest_beside(beside.declared.len())) }
            @if beside.declared.is_empty() { p.small { (t.interest_beside_none()) } }
            @else { ul.rows role="list" { @for interest in &beside.declared { li { div { (said(v, interest)) } } } } }
            @if !beside.silent.is_empty() {
                p.small.muted { (t.interest_silent(beside.silent.join(", "))) }
            }
            p.small.muted { (t.interest_takes_nothing()) }
            p.small.no-print {
                a href=(v.at(&format!("/interests?topic_group={group}"))) { (t.interest_all()) }
                @if v.may(Act::DeclareInterest) {
                    "\u{a0}· "
                    a href=(v.at(&format!("/interests/new?subject={group}"))) { (t.interest_declare()) }
                }
            }
        }
    }
}

/// Who gains what, in its own words, since when.
pub(super) fn said(v: &Visitor, interest: &Interest) -> Markup {
    let t = v.t;
    let lang = lang(v, interest.language());
    html! {
        p {
            b { (interest.organisation) } " "
            span.muted.small { (interest.sector().name(t)) }
            br;
            (interest.gain().name(t))
            @if let Some(body) = &interest.body { ": " span lang=[lang] { (body) } }
            @if let Some(amount) = &interest.amount { br; span.small { (t.interest_worth()) " " span lang=[lang] { (amount) } } }
            br;
            span.muted.small {
                @match &interest.topic { Some(topic) => (topic), None => (interest.topic_group().name(t)) }
                "\u{a0}· " (t.interest_said()) " " (time(v, interest.declared_at()))
                @if let Some(ended) = interest.ended_at() { "\u{a0}· " (t.interest_ended()) " " (time(v, ended)) }
            }
        }
    }
}
