//! The two lines under an answer: those who told, and apart from them those it is for.
use crate::kit::Visitor;
use crate::kit::parts::{Tone, lang, quoted, tag};
use maud::{Markup, html};
use samskab_app::felt::{Added, Felt};
use samskab_domain::felt::{Keys, Line, Voice};
use samskab_domain::kernel::Id;
use samskab_locale::Named;

/// What is felt of one answer; nothing where nobody was asked.
pub(crate) fn lines(v: &Visitor, answer: Id, felt: &[Felt]) -> Markup {
    let t = v.t;
    let Some(felt) = felt.iter().find(|f| f.answer == answer) else {
        return html! {};
    };
    html! {
        section {
            h4 { (t.felt_question()) }
            (in_words(v, felt.observers, felt.users))
            @match felt.keys {
                Keys::Open => {},
                Keys::Closed => p { (tag(Tone::Good, t.felt_closed())) },
                Keys::Disagree => p { (tag(Tone::Warm, t.felt_disagree())) " " (t.felt_disagree_text()) },
            }
            @if !felt.added.is_empty() {
                ul.voices role="list" { @for added in &felt.added { li { (said(v, added)) } } }
            }
        }
    }
}

/// The two lines alone. They are never summed.
pub(crate) fn in_words(v: &Visitor, observers: Line, users: Line) -> Markup {
    let t = v.t;
    html! {
        dl.facts {
            dt { (t.felt_observers()) } dd { (observers.name(t)) }
            dt { (t.felt_users()) } dd { (users.name(t)) }
        }
    }
}

fn said(v: &Visitor, added: &Added) -> Markup {
    let t = v.t;
    let who = match added.voice {
        Voice::Observer => t.felt_one_who_told(),
        Voice::User => t.felt_users_by(&added.organisation),
    };
    html! {
        blockquote {
            p lang=[lang(v, added.language)] { (quoted(&added.note)) }
            footer { (who) "\u{a0}· " (added.says.name(t)) }
        }
    }
}
