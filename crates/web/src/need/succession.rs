//! What a need was before, and what it has become: both ways, with what was answered.
use super::list::tone;
use crate::kit::Visitor;
use crate::kit::parts::{Tone, lang, tag, time};
use maud::{Markup, html};
use samskab_app::answer::Answer;
use samskab_app::need::{Kin, Reading};
use samskab_domain::need::Succession;
use samskab_locale::Named;

/// Above a need that another stands in the place of.
pub(super) fn became(v: &Visitor, reading: &Reading) -> Markup {
    html! {
        @for kin in &reading.after {
            div.note {
                p {
                    (became_words(v, kin)) " "
                    @if let Some(need) = &kin.need {
                        a href=(v.at(&format!("/needs/{}", need.id))) lang=[lang(v, need.language())] { (need.title) }
                    }
                    " " span.small.muted { (time(v, kin.at)) }
                }
            }
        }
    }
}

fn became_words(v: &Visitor, kin: &Kin) -> String {
    let t = v.t;
    match (kin.kind, kin.need.is_some()) {
        (Succession::Merged, true) => t.succession_merged_into(),
        (Succession::Superseded, true) => t.succession_superseded_by(),
        (Succession::Split, true) => t.succession_split_into(),
        // Another circle's draft has no name here.
        (_, false) => t.succession_unseen(),
    }
}

/// What stood here before, with what was answered then.
pub(super) fn was(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let seen: Vec<_> = reading
        .before
        .iter()
        .filter_map(|kin| Some((kin, kin.need.as_ref()?)))
        .collect();
    html! {
        @if !seen.is_empty() {
            h2 { (t.succession_before()) }
            ul.rows role="list" {
                @for (kin, need) in seen {
                    li {
                        div {
                            p {
                                a href=(v.at(&format!("/needs/{}?before=yes", need.id))) lang=[lang(v, need.language())] { (need.title) }
                                br;
                                span.small.muted { (was_words(v, kin)) " " (time(v, kin.at)) }
                            }
                            @for answer in &kin.answers { (answered(v, answer)) }
                        }
                        (tag(tone(need.state()), need.state().name(t)))
                    }
                }
            }
        }
    }
}

fn was_words(v: &Visitor, kin: &Kin) -> String {
    let t = v.t;
    match kin.kind {
        Succession::Merged => t.succession_was_merged(),
        Succession::Superseded => t.succession_was_superseded(),
        Succession::Split => t.succession_was_split(),
    }
}

fn answered(v: &Visitor, answer: &Answer) -> Markup {
    let kind = answer.kind().map(|kind| kind.name(v.t));
    html! {
        p.small {
            a href=(v.at(&format!("/answers/{}", answer.id))) { (answer.organisation) } ": "
            (tag(Tone::Plain, kind.unwrap_or_default()))
        }
    }
}
