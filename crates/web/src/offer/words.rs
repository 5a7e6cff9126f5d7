//! Words of an offer on a page: those in another language than the page's carry its name, so that
//! no page mixes languages unsaid.
use crate::kit::Visitor;
use crate::kit::parts::{Tone, lang, tag};
use maud::{Markup, html};
use samskab_app::offer::{Reading, Told};
use samskab_domain::kernel::{Coded, Language};

/// The name of a language that is not the page's, beside words in it.
pub(crate) fn mark(v: &Visitor, language: Language) -> Markup {
    html! {
        @if language != v.language() { " " span lang=(language.code()) { (tag(Tone::Plain, language.own_name())) } }
    }
}

/// The same where nothing but letters can stand, as in a choice.
pub(super) fn named(v: &Visitor, name: &str, language: Language) -> String {
    match language == v.language() {
        true => name.to_owned(),
        false => format!("{name} · {}", language.own_name()),
    }
}

/// A text, and its language where that is another.
pub(super) fn told(v: &Visitor, told: &Told) -> Markup {
    html! { bdi lang=[lang(v, told.language)] { (unbroken(&told.body)) } (mark(v, told.language)) }
}

/// A range such as *16.30–18.30* stays on one line: broken, its halves change sides where one reads from the right.
fn unbroken(text: &str) -> Markup {
    let is_range = |word: &str| word.contains('–') && word.contains(|c: char| c.is_ascii_digit());
    html! {
        @for (i, word) in text.split(' ').enumerate() {
            @if i > 0 { " " }
            @if is_range(word) { span.number { (word) } } @else { (word) }
        }
    }
}

/// Several, a line each: they may run in opposite directions.
pub(super) fn all_told(v: &Visitor, all: &[Told]) -> Markup {
    html! { @for (i, one) in all.iter().enumerate() { @if i > 0 { br; } (told(v, one)) } }
}

/// How the words on the page came about: in another language, older than their source, or by a
/// machine; with a way to the source.
pub(super) fn note(v: &Visitor, reading: &Reading) -> Markup {
    let t = &v.t.public;
    let texts: Vec<&Told> = [&reading.name, &reading.summary]
        .into_iter()
        .chain(&reading.description)
        .chain(&reading.for_whom)
        .chain(&reading.price)
        .chain(&reading.access)
        .chain(&reading.contact_title)
        .chain(&reading.when)
        .collect();
    let own = reading.offer.language();
    let here = texts.iter().any(|told| told.standing.is_some());
    let missing = own != v.language() && texts.iter().any(|told| told.language == own);
    let outdated = texts.iter().any(|told| told.outdated());
    let by_machine = texts.iter().any(|told| told.by_machine());
    html! {
        @if missing && here { p.small.muted { (t.offer_partly(own.own_name())) } }
        @if missing && !here { p.small.muted { (t.offer_written_in(own.own_name())) } }
        @if outdated { div.note { p { (t.offer_outdated()) } } }
        @if by_machine { div.note { p { (t.offer_machine()) } } }
        @if here && v.languages.contains(&own) {
            @let place = v.at(&format!("/offers/{}?language={}", reading.offer.id, own.code()));
            p.small { a href=(place) hreflang=(own.code()) { (t.offer_see_in(own.own_name())) } }
        }
    }
}
