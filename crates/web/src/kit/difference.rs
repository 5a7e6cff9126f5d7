//! What became otherwise in a text, for the eye and for the ear.
use super::visitor::Visitor;
use maud::{Markup, html};
use samskab_app::offer::{Change, Fate, difference};
use samskab_locale::Named;

/// Both texts in one: what went is struck out, what came is underlined, and each is said.
pub fn texts(v: &Visitor, before: &str, after: &str) -> Markup {
    let t = v.t;
    html! {
        @for (fate, text) in difference(before, after) {
            @match fate {
                Fate::Stayed => (lines(&text)),
                Fate::Went => del { span.visually-hidden { (t.difference_went()) " " } (lines(&text)) },
                Fate::Came => ins { span.visually-hidden { (t.difference_came()) " " } (lines(&text)) },
            }
        }
    }
}

fn lines(text: &str) -> Markup {
    html! { @for (i, line) in text.split('\n').enumerate() { @if i > 0 { br; } (line) } }
}

/// Each thing an offer says otherwise.
pub fn changes(v: &Visitor, changes: &[Change]) -> Markup {
    html! {
        dl.facts {
            @for change in changes {
                dt { (change.aspect.name(v.t)) }
                dd { bdi { (texts(v, &change.before, &change.after)) } }
            }
        }
    }
}
