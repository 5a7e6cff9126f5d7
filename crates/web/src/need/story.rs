//! What a need is: its words, how widely it is told, and the voices behind it.
use super::behind::behind;
use super::list::tone;
use crate::interest;
use crate::kit::Visitor;
use crate::kit::parts::{Tone, day, lang, prose_in, quoted};
use crate::meeting::from_seminar;
use maud::{Markup, html};
use samskab_app::need::{Note, Reading};
use samskab_app::observation::Quote;
use samskab_domain::access::Sector;
use samskab_domain::kernel::Coded;
use samskab_domain::need::{NoteKind, State};
use samskab_domain::observation::Source;
use samskab_locale::Named;

/// The need with the page's one `h1`, down to how people understand it; `topics` are named in the visitor's language.
pub fn story(v: &Visitor, reading: &Reading, topics: &[String]) -> Markup {
    let t = v.t;
    let need = &reading.need;
    html! {
        (tags(v, reading, topics))
        @let lang = lang(v, need.language());
        h1 lang=[lang] { (need.title) }
        (prose_in(lang, &need.statement))
        @if let Some(concerns) = &need.concerns { p { b { (t.need_concerns()) } " " span lang=[lang] { (concerns) } } }
        @if let Some(extent) = &need.extent { p { b { (t.need_extent()) } " " span lang=[lang] { (extent) } } }
        (behind(v, reading))
        (interest::beside(v, &reading.need, &reading.interests))
        p.small.muted {
            @if need.state() == State::Draft { (t.need_drafted_where(&need.organisation)) }
            @else { (t.need_written_where(&need.organisation)) }
        }
        h2 { (t.need_voices()) }
        @if reading.voices.is_empty() { p.muted { (t.need_voices_none()) } }
        @else { ul.voices role="list" { @for quote in &reading.voices { (voice(v, quote)) } } }
        @for kind in NoteKind::ALL { (notes(v, *kind, &reading.notes)) }
    }
}

fn tags(v: &Visitor, reading: &Reading, topics: &[String]) -> Markup {
    let t = v.t;
    let need = &reading.need;
    let owed = v
        .session()
        .and_then(|s| reading.owed_by(s.actor.organisation));
    let state = match tone(need.state()) {
        Tone::Plain => "tag",
        Tone::Warm => "tag warm",
        Tone::Good => "tag good",
    };
    html! {
        ul.tags role="list" {
            li.tag { (need.area) }
            @if topics.is_empty() { li.tag { (need.topic_group().name(t)) } }
            @for topic in topics { li.tag { (topic) } }
            li class=(state) { (need.state().name(t)) }
            @if let Some(owed) = owed {
                @if owed.late(v.today()).is_some() { li.tag.warm { (t.answer_late()) } }
                @else if let Some(due) = owed.due() {
                    li.tag.warm { (t.need_due(t.near(due, v.today()))) }
                }
            }
        }
    }
}

fn voice(v: &Visitor, quote: &Quote) -> Markup {
    let t = v.t;
    let class = quote.counter.then_some("other");
    let who = Sector::from_code(&quote.sector).map(|sector| match sector {
        Sector::Public => t.need_voice_staff(),
        Sector::Voluntary => t.need_voice_volunteer(),
    });
    html! {
        li class=[class] {
            blockquote {
                p lang=[lang(v, quote.language())] { (quoted(&quote.body)) }
                footer {
                    @if quote.counter { (t.need_other()) "\u{a0}· " }
                    (who.unwrap_or_default())
                    @if let Some(source) = quote.source() { ", " (source_short(v, source)) }
                }
            }
        }
    }
}

fn source_short(v: &Visitor, source: Source) -> String {
    let t = v.t;
    match source {
        Source::Lived => t.source_short_lived(),
        Source::Told => t.source_short_told(),
        Source::Saw => t.source_short_saw(),
        Source::Impression => t.source_short_impression(),
    }
}

/// Notes of one kind, each signed; rivals stand side by side.
fn notes(v: &Visitor, kind: NoteKind, notes: &[Note]) -> Markup {
    let t = v.t;
    let title = match kind {
        NoteKind::Interpretation => t.need_understand(),
        NoteKind::Idea => t.need_ideas(),
        NoteKind::TakenBack => t.need_taken_back(),
    };
    let these: Vec<_> = notes.iter().filter(|n| n.kind() == kind).collect();
    html! {
        @if !these.is_empty() {
            h2 { (title) }
            div.cards {
                @for note in these {
                    div.card {
                        p.small.muted {
                            (note.organisation) "\u{a0}· " (note.sector().name(t))
                            @if let Some(heard) = note.heard() { "\u{a0}· " (t.need_heard_on()) " " (day(v, heard)) }
                        }
                        (prose_in(lang(v, note.language()), &note.body))
                        (from_seminar(v, note))
                    }
                }
            }
        }
    }
}
