//! What stands beside the story of an initiative, in short: where it is placed, and how it stands.
use crate::kit::Visitor;
use crate::kit::parts::{Tone, beginning, quiet, tag, time};
use maud::{Markup, html};
use samskab_app::initiative::{Initiative, Reading};
use samskab_domain::initiative::understanding::Voice;
use samskab_domain::kernel::Coded;
use samskab_locale::Named;

/// Names of several choices, one after the other.
pub(super) fn names<T: Named>(v: &Visitor, chosen: &[T]) -> String {
    let names: Vec<String> = chosen.iter().map(|c| c.name(v.t)).collect();
    names.join(", ")
}

/// That it is a contract, and is not counted (F1).
pub(super) fn relation(v: &Visitor, i: &Initiative) -> Markup {
    let t = v.t;
    html! {
        @if !i.relation().counts() { " " (tag(Tone::Warm, t.initiative_not_counted(i.relation().name(t)))) }
    }
}

/// That it rests, or that nothing has been heard of it for long.
pub(super) fn rests(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let i = &reading.initiative;
    html! {
        @if let Some(at) = i.paused_at() {
            div.note {
                p { b { (t.initiative_paused()) } " " (time(v, at)) ". " (i.paused_why.as_deref().unwrap_or_default()) }
                @if reading.may_write { (quiet(&v.at(&format!("/initiatives/{}/resume", i.id)), &t.initiative_resume(), &i.title)) }
            }
        }
        @if let Some(last) = reading.quiet_since {
            div.note {
                p { b { (t.initiative_quiet()) } " " (t.initiative_quiet_since()) " " (time(v, last)) ". " (t.initiative_quiet_text()) }
            }
        }
    }
}

/// F3's three questions, as far as they are answered.
pub(super) fn placed(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let i = &reading.initiative;
    let (with, of) = (i.with_whom(), i.of_what());
    let begun = i.begun_by().map(|by| by.name(t));
    let side = i.begun_side().map(|side| side.name(t));
    let begun: Vec<String> = [begun, side].into_iter().flatten().collect();
    html! {
        div.card {
            h2 { (t.initiative_place()) }
            dl.facts {
                @if !with.is_empty() { dt { (t.initiative_with_whom()) } dd { (names(v, &with)) } }
                @if !of.is_empty() { dt { (t.initiative_of_what()) } dd { (names(v, &of)) } }
                @if !begun.is_empty() { dt { (t.initiative_begun_by()) } dd { (begun.join(", ")) } }
                dt { (t.initiative_relation()) } dd { (i.relation().name(t)) }
            }
            @if reading.may_write {
                p.small { a href=(v.at(&format!("/initiatives/{}/place", i.id))) { (t.initiative_place_change()) } }
            }
        }
    }
}

/// The shared understanding, as it reads now, and who sees it differently.
pub(super) fn understood(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let place = v.at(&format!(
        "/initiatives/{}/understanding",
        reading.initiative.id
    ));
    let understanding = &reading.understanding;
    html! {
        div.card {
            h2 { a href=(place) { (t.understanding_title()) } }
            @match understanding.versions.first() {
                None => p.small.muted { (t.understanding_none()) },
                Some(newest) => {
                    p { (beginning(&newest.body, 180)) }
                    ul.small {
                        @for said in &understanding.said {
                            li { (said.organisation) ": " (said.says().unwrap_or(Voice::Yes).name(t)) }
                        }
                    }
                },
            }
        }
    }
}

/// The address part of a choice, for a link.
pub(super) fn code<T: Coded>(choice: Option<T>) -> &'static str {
    choice.map(Coded::code).unwrap_or_default()
}
