//! An offer in a list, to be read at a glance.
use super::checked_tag;
use super::words::{all_told, mark};
use crate::kit::Visitor;
use crate::kit::parts::{Tone, lang, tag};
use maud::{Markup, html};
use samskab_app::offer::ListItem;
use samskab_domain::kernel::Coded;
use samskab_domain::offer::State;
use samskab_locale::Named;

pub(super) fn article(v: &Visitor, item: &ListItem) -> Markup {
    let summary = item.summary_language(v.language());
    let bearers: Vec<_> = item.bearers.iter().map(|b| b.name.as_str()).collect();
    html! {
        article.offer {
            h2 { (name(v, item)) }
            p.muted.small {
                @if let Some(name) = item.own_name() { bdi lang=(item.language().code()) { (name) } "\u{a0}· " }
                bdi { (bearers.join("\u{a0}· ")) }
            }
            @if !item.when.is_empty() { p.when { (all_told(v, &item.when)) } }
            @if let Some(place) = item.place() { p { bdi { (place) } } }
            p lang=[lang(v, summary)] { bdi { (item.summary()) } (mark(v, summary)) }
            p {
                @match item.state() {
                    State::Draft | State::Withdrawn => (tag(Tone::Warm, item.state().name(v.t))),
                    State::Published => (checked_tag(v, item.checked(), item.freshness(v.today()))),
                }
            }
        }
    }
}

/// Its name, which leads to it.
pub(super) fn name(v: &Visitor, item: &ListItem) -> Markup {
    let language = item.name_language(v.language());
    html! {
        a href=(v.at(&format!("/offers/{}", item.id()))) lang=[lang(v, language)] { bdi { (item.name()) } }
        (mark(v, language))
    }
}
