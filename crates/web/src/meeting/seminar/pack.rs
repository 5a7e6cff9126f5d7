//! The pack on the page: needs by theme, what stands out, what is understood differently, what was tried, what to ask.
use super::words::{against, answered, changed, not_counted, question, signed};
use crate::initiative::story::hung_on;
use crate::kit::Visitor;
use crate::kit::parts::{Tone, lang, prose_in, quoted, tag};
use maud::{Markup, html};
use samskab_app::insight::Picture;
use samskab_app::meeting::seminar::{Rival, Seen, Seminar, Theme, Tried};
use samskab_app::trail::Link;
use samskab_locale::Named;

pub fn pack(v: &Visitor, seminar: &Seminar) -> Markup {
    html! {
        (themes(v, seminar))
        @if let Some(picture) = &seminar.signals { (signals(v, picture)) }
        (rivals(v, &seminar.rivals))
        (tried(v, &seminar.tried))
        (questions(v, seminar))
    }
}

/// So many needs of a theme stand on the page; the paper has all.
const SHOWN: usize = 8;

fn themes(v: &Visitor, seminar: &Seminar) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.seminar_needs()) }
        @if seminar.themes.is_empty() { p.muted { (t.seminar_needs_none()) } }
        @for theme in &seminar.themes { (theme_of(v, theme)) }
        @if seminar.cut { p.small.muted { (t.seminar_cut()) } }
    }
}

fn theme_of(v: &Visitor, theme: &Theme) -> Markup {
    let t = v.t;
    let more = theme.needs.len().saturating_sub(SHOWN);
    html! {
        h3 { (theme.topic_group.name(t)) }
        ul.rows role="list" {
            @for seen in theme.needs.iter().take(SHOWN) { li { div { (need(v, seen)) } } }
        }
        @if more > 0 { p.small.muted { (t.seminar_more(more)) } }
    }
}

fn need(v: &Visitor, seen: &Seen) -> Markup {
    let t = v.t;
    let n = &seen.need;
    let lang_of = lang(v, n.language());
    html! {
        p {
            a href=(v.at(&format!("/needs/{}", n.id))) lang=[lang_of] { (n.title) } " "
            (tag(Tone::Plain, n.state().name(t)))
            br; span.small.muted { (seen.evidence.name(t)) }
        }
        @if let Some(voice) = &seen.voice { p.small lang=[lang(v, voice.language())] { (quoted(&voice.body)) } }
        @for asked in &seen.asked { p.small { (answered(t, asked)) } }
    }
}

fn signals(v: &Visitor, picture: &Picture) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.seminar_signals()) }
        @if picture.signals.is_empty() { p.muted { (t.insight_none_title()) ". " (t.insight_none_text()) } }
        @else {
            p.muted { (t.seminar_signals_text()) }
            div.table-scroll { table {
                thead { tr {
                    th scope="col" { (t.insight_topic()) }
                    th scope="col" { (t.insight_place()) }
                    th scope="col" { (t.insight_told()) }
                    th scope="col" { (t.insight_against()) }
                } }
                tbody { @for signal in &picture.signals {
                    tr {
                        th scope="row" { (signal.topic_group.name(t)) }
                        td data-label=(t.insight_place()) { (signal.place) }
                        td data-label=(t.insight_told()) { (t.insight_at_least(signal.at_least)) }
                        td data-label=(t.insight_against()) { (against(t, signal)) }
                    }
                } }
            } }
        }
    }
}

fn rivals(v: &Visitor, rivals: &[Rival]) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.seminar_rivals()) }
        @if rivals.is_empty() { p.muted { (t.seminar_rivals_none()) } }
        @for rival in rivals {
            h3 { (link(v, "needs", &rival.need)) }
            @if rival.differs { p { (tag(Tone::Plain, t.need_state_differs())) } }
            div.cards {
                @for note in &rival.notes {
                    div.card {
                        p.small.muted { (signed(t, note)) }
                        (prose_in(lang(v, note.language()), &note.body))
                    }
                }
            }
        }
    }
}

fn tried(v: &Visitor, all: &[Tried]) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.seminar_tried()) }
        @if all.is_empty() { p.muted { (t.seminar_tried_none()) } }
        ul.rows role="list" {
            @for tried in all {
                li { div {
                    p {
                        (link(v, "initiatives", &tried.initiative)) " " (tag(Tone::Plain, tried.state.name(t)))
                        @if let Some(named) = not_counted(t, tried.relation) { " " (tag(Tone::Warm, named)) }
                    }
                    @for change in &tried.changes { p.small { (changed(t, change)) } }
                    @if let Some(learnt) = &tried.learnt { p { b { (t.seminar_learnt()) ":" } " " (learnt) } }
                    @if !tried.conditions.is_empty() { p.small { (hung_on(t, &tried.conditions)) } }
                } }
            }
        }
    }
}

fn questions(v: &Visitor, seminar: &Seminar) -> Markup {
    let t = v.t;
    html! {
        h2 { (t.seminar_questions()) }
        @if seminar.questions.is_empty() { p.muted { (t.seminar_questions_none()) } }
        ol { @for (ask, about) in &seminar.questions { li { (question(t, *ask, about)) } } }
    }
}

fn link(v: &Visitor, stage: &str, to: &Link) -> Markup {
    html! { a href=(v.at(&format!("/{stage}/{}", to.id))) { (to.title) } }
}
