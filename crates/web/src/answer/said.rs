//! What an organisation said, or that it is asked.
use super::list::late;
use super::way::way;
use super::whose;
use crate::felt::lines;
use crate::kit::Visitor;
use crate::kit::parts::{Tone, button_form, lang, prose_in, tag, time};
use maud::{Markup, html};
use samskab_app::answer::{self, Answer, Ways};
use samskab_app::felt::Felt;
use samskab_app::frame::FrameItem;
use samskab_app::need::Reading;
use samskab_domain::access::Act;
use samskab_domain::answer::Kind;
use samskab_domain::kernel::Id;
use samskab_locale::Named;

/// One answer in full, with its way and what the visitor can do about it.
pub fn said(v: &Visitor, a: &Answer, need: &Reading, felt: &[Felt]) -> Markup {
    let t = v.t;
    html! {
        article.card {
            p.small.muted {
                (a.organisation) "\u{a0}· " (a.sector().name(t))
                @if let Some(from) = a.passed_from() { "\u{a0}· " (t.answer_passed_on_by(from)) }
                @if a.asked_again() { "\u{a0}· " (t.answer_asked_again()) }
            }
            @match a.kind() {
                Some(kind) => {
                    h3 {
                        @match (kind, a.passed_to()) {
                            (Kind::PassedOn, Some(to)) => (t.answer_passed_on_to(to)),
                            _ => (kind.name(t)),
                        }
                        @if a.done_at().is_some() { " " (tag(Tone::Good, t.answer_done())) }
                    }
                    (reasons(v, a, &need.cited))
                    (signed(v, a))
                    (way(v, a.id, &need.steps))
                    (lines(v, a.id, felt))
                    (onwards(v, a, kind))
                }
                None => { (asked(v, a)) (way(v, a.id, &need.steps)) },
            }
            (ways_on(v, a, need))
        }
    }
}

fn asked(v: &Visitor, a: &Answer) -> Markup {
    let t = v.t;
    html! {
        h3 { @if a.is_withdrawn() { (t.answer_withdrawn()) } @else { (t.answer_asked()) } }
        @if let Some(days) = a.late(v.today()) {
            p { (tag(Tone::Warm, late(v, a))) " " (t.answer_late_by(days)) }
        } @else if let Some(due) = a.due().filter(|_| a.is_open()) {
            p { (t.need_due(t.near(due, v.today()))) }
        }
    }
}

/// What can be done with it, each on a page of its own. How to move its date stands under the form for answering.
fn ways_on(v: &Visitor, a: &Answer, need: &Reading) -> Markup {
    let t = v.t;
    let ways = match v.actor() {
        Ok(actor) => answer::ways(actor, a, need.in_circle, &need.steps),
        Err(_) => Ways::default(),
    };
    let links = [
        (ways.reply, "reply", t.answer_tell_more()),
        (ways.correct, "correct", t.answer_correct()),
        (ways.withdraw, "withdraw", t.answer_withdraw()),
    ];
    html! {
        @if links.iter().any(|(open, _, _)| *open) {
            p.no-print {
                @for (_, step, label) in links.iter().filter(|(open, _, _)| *open) {
                    a.button.plain href=(v.at(&format!("/answers/{}/{step}", a.id))) { (label) } " "
                }
            }
        }
    }
}

fn reasons(v: &Visitor, a: &Answer, cited: &[(Id, FrameItem)]) -> Markup {
    let t = v.t;
    let cited = cited.iter().filter(|(id, _)| *id == a.id);
    html! {
        @let lang = lang(v, a.language());
        (prose_in(lang, a.reason.as_deref().unwrap_or_default()))
        @if let Some(what) = &a.what {
            p {
                b { (t.answer_we_do()) ": " } span lang=[lang] { (what) }
                @if let Some(by) = a.by() { " – " (t.answer_promised(t.near(by, v.today()))) }
            }
        }
        @if let Some(missing) = &a.missing {
            p {
                b { (t.answer_we_miss()) ": " } span lang=[lang] { (missing) }
                @if let Some(from) = &a.missing_from { " – " (t.answer_we_miss_from(from)) }
            }
        }
        (kept_to(v, cited.map(|(_, item)| item)))
        (whose::said(v, &a.named, a.language()))
        @if let Some(meaning) = &a.meaning { p { b { (t.answer_meaning()) } br; span lang=[lang] { (meaning) } } }
    }
}

/// The limits an answer keeps to.
pub(super) fn kept_to<'a>(v: &Visitor, cited: impl Iterator<Item = &'a FrameItem>) -> Markup {
    let mut cited = cited.peekable();
    html! {
        @if cited.peek().is_some() {
            p { b { (v.t.answer_keep_to()) } }
            ul {
                @for item in cited {
                    li {
                        a href=(v.at(&format!("/frames/{}", item.id))) { (item.body) }
                        @if let Some(source) = &item.source { " " span.muted.small { "(" (source) ")" } }
                    }
                }
            }
        }
    }
}

fn signed(v: &Visitor, a: &Answer) -> Markup {
    let t = v.t;
    html! {
        p.small.muted {
            @if let Some(mandate) = &a.mandate { (t.answer_given_as(mandate)) }
            @if let Some(at) = a.answered_at() { "\u{a0}· " (time(v, at)) }
            @if let Some(days) = a.came_late() { "\u{a0}· " (t.answer_came_late(days)) }
        }
    }
}

/// What can follow: starting together, saying that it is done.
fn onwards(v: &Visitor, a: &Answer, kind: Kind) -> Markup {
    let t = v.t;
    let mine = v
        .session()
        .is_some_and(|s| s.actor.may_speak_for(a.organisation_id).is_ok());
    let start = kind == Kind::Together && v.may(Act::OpenInitiative);
    let promised = mine && v.may(Act::Answer) && kind.promises();
    let done = promised && a.done_at().is_none();
    let take_back = promised && a.done_at().is_some();
    html! {
        @if start || done {
            div.actions {
                @if start {
                    a.button.quiet href=(v.at(&format!("/initiatives/new?answer={}", a.id))) { (t.answer_start()) }
                }
                @if done {
                    (button_form(&v.at(&format!("/answers/{}/done", a.id)), &t.answer_done_yes(), "button quiet"))
                }
            }
        }
        @if take_back {
            details {
                summary { (t.answer_not_done()) }
                p.small { (t.answer_not_done_text()) }
                (button_form(&v.at(&format!("/answers/{}/not-done", a.id)), &t.answer_not_done_yes(), "button quiet"))
            }
        }
    }
}
