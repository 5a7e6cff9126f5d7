//! What an organisation said, or that it is asked.
use crate::felt::lines;
use crate::kit::Visitor;
use crate::kit::parts::{Tone, button_form, lang, prose_in, tag, time};
use maud::{Markup, html};
use samskab_app::answer::Answer;
use samskab_app::felt::Felt;
use samskab_app::frame::FrameItem;
use samskab_domain::access::Act;
use samskab_domain::answer::Kind;
use samskab_domain::kernel::Id;
use samskab_locale::Named;

/// One answer in full; `cited` and `felt` may hold those of other answers.
pub fn said(v: &Visitor, a: &Answer, cited: &[(Id, FrameItem)], felt: &[Felt]) -> Markup {
    let t = v.t;
    html! {
        article.card {
            p.small.muted {
                (a.organisation) " · " (a.sector().name(t))
                @if let Some(from) = &a.passed_from { " · " (t.answer_passed_on_by(from)) }
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
                    (reasons(v, a, cited))
                    (signed(v, a))
                    (lines(v, a.id, felt))
                    (onwards(v, a, kind))
                }
                None => (asked(v, a)),
            }
        }
    }
}

fn asked(v: &Visitor, a: &Answer) -> Markup {
    let t = v.t;
    html! {
        h3 { (t.answer_asked()) }
        @if let Some(days) = a.late(v.today()) {
            p { (tag(Tone::Warm, t.answer_late())) " " (t.answer_late_by(days)) }
        } @else if let Some(due) = a.due() {
            p { (t.need_due(t.near(due, v.today()))) }
        }
    }
}

fn reasons(v: &Visitor, a: &Answer, cited: &[(Id, FrameItem)]) -> Markup {
    let t = v.t;
    let cited: Vec<_> = cited.iter().filter(|(id, _)| *id == a.id).collect();
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
        @if !cited.is_empty() {
            p { b { (t.answer_keep_to()) } }
            ul {
                @for (_, item) in cited {
                    li {
                        a href=(v.at(&format!("/frames/{}", item.id))) { (item.body) }
                        @if let Some(source) = &item.source { " " span.muted.small { "(" (source) ")" } }
                    }
                }
            }
        }
        @if let Some(meaning) = &a.meaning { p { b { (t.answer_meaning()) } br; span lang=[lang] { (meaning) } } }
    }
}

fn signed(v: &Visitor, a: &Answer) -> Markup {
    let t = v.t;
    html! {
        p.small.muted {
            @if let Some(mandate) = &a.mandate { (t.answer_given_as(mandate)) }
            @if let Some(at) = a.answered_at() { " · " (time(v, at)) }
            @if let Some(days) = a.came_late() { " · " (t.answer_came_late(days)) }
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
