//! What became otherwise in a text, for the eye and for the ear.
use super::visitor::Visitor;
use maud::{Markup, html};
use samskab_app::offer::{Change, Fate, difference};
use samskab_domain::kernel::Coded;
use samskab_locale::Named;

/// Both texts in one: what went is struck out, what came is underlined, and each is said.
pub fn texts(v: &Visitor, before: &str, after: &str) -> Markup {
    let t = v.t;
    html! {
        @for (fate, text) in difference(before, after) {
            @match fate {
                Fate::Stayed => (lines(&text)),
                // A gap, so that the two are not read as one word.
                Fate::Went => { del { span.visually-hidden { (t.difference_went()) " " } (lines(&text)) } " " }
                Fate::Came => ins { span.visually-hidden { (t.difference_came()) " " } (lines(&text)) },
            }
        }
    }
}

fn lines(text: &str) -> Markup {
    html! { @for (i, line) in text.split('\n').enumerate() { @if i > 0 { br; } (line) } }
}

/// What it is about, and in which language.
fn named(v: &Visitor, change: &Change) -> String {
    let aspect = change.aspect.name(v.t);
    match change.language {
        Some(language) => v.t.aspect_in_language(aspect, v.t.language_named(language)),
        None => aspect,
    }
}

/// Each thing an offer says otherwise.
pub fn changes(v: &Visitor, changes: &[Change]) -> Markup {
    html! {
        dl.facts {
            @for change in changes {
                dt { (named(v, change)) }
                dd lang=[change.language.map(Coded::code)] { bdi { (texts(v, &change.before, &change.after)) } }
            }
        }
    }
}
