//! One offer, as a citizen meets it; those who keep it find what they need beside it.
use super::why::why;
use super::{checked_tag, terms, when};
use crate::fault;
use crate::kit::page::back;
use crate::kit::parts::{Tone, button_form, lang, prose_in, tag};
use crate::kit::{Answer, Fail, Page, Target, Visitor};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, Contact, Location, Reading};
use samskab_domain::access::Sector;
use samskab_domain::kernel::Id;
use samskab_domain::offer::{SPOKEN, State, spoken};
use samskab_locale::Named;

/// `GET /{m}/offers/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reader = v.session().map(|s| &s.actor);
    let m = v.municipality.id;
    let reading = offer::read(v.desk(), m, reader, id, v.language()).await?;
    if reading.offer.state() == State::Withdrawn && !reading.may_keep {
        return Ok(closed(&v, &reading).into_response());
    }
    if reader.is_none() && reading.offer.hidden(v.today()) {
        return Ok(hidden(&v, &reading).into_response());
    }
    let name = reading.name.body.clone();
    let body = page(&v, &reading).await?;
    Ok(Page::new(&v, name, body).into_response())
}

/// It was there once; whoever has an old paper in hand is told so.
fn closed(v: &Visitor, reading: &Reading) -> Page {
    let t = &v.t.public;
    let body = html! {
        div.state-page {
            h1 { (t.offer_closed_title()) }
            p { (t.offer_closed_text(&reading.name.body)) }
            div.actions { a.button href=(v.at("/offers")) { (t.offer_all()) } }
        }
    };
    Page::new(v, t.offer_closed_title(), body).with_status(StatusCode::GONE)
}

/// Nobody has answered for so long that citizens are no longer sent there.
fn hidden(v: &Visitor, reading: &Reading) -> Page {
    let t = &v.t.public;
    let bearers: Vec<_> = reading.bearers.iter().map(|b| b.name.as_str()).collect();
    let body = html! {
        div.state-page {
            h1 { (t.upkeep_hidden_title()) }
            p { (t.upkeep_hidden_text(&reading.name.body)) }
            @if !bearers.is_empty() { p { (t.upkeep_hidden_ask(bearers.join(", "))) } }
            div.actions { a.button href=(v.at("/offers")) { (t.offer_all()) } }
        }
    };
    Page::new(v, t.upkeep_hidden_title(), body).with_status(StatusCode::GONE)
}

async fn page(v: &Visitor, reading: &Reading) -> Result<Markup, Fail> {
    let t = &v.t.public;
    let o = &reading.offer;
    let behind = why(v, reading).await?;
    Ok(html! {
        (back(&v.at("/offers"), &t.offer_back()))
        div.split {
            div {
                h1 lang=[lang(v, reading.name.language)] { (reading.name.body) }
                p.lead lang=[lang(v, reading.summary.language)] { (reading.summary.body) }
                p { (checked_tag(v, o.checked(), o.freshness(v.today()))) }
                @if reading.said_closed { p { (tag(Tone::Warm, t.fault_said_closed())) } }
                @if o.hidden(v.today()) { p { (tag(Tone::Warm, v.t.offer_hidden())) } }
                (translation_note(v, reading))
                @if let Some(text) = &reading.description { (prose_in(lang(v, text.language), &text.body)) }
                (facts(v, reading))
                @if reading.bearers.iter().any(|b| b.sector() == Sector::Voluntary) {
                    div.note.good { p { b { (t.offer_right()) } br; (t.offer_right_text()) } }
                }
            }
            aside {
                @if reading.may_keep { (keep(v, reading)) }
                @if let Some(contact) = reading.contacts.iter().find(|c| c.person.is_some()) { (gone(v, o.id, contact)) }
                (behind)
                @if o.state() == State::Published { (fault::ask(v, o.id)) }
                p.no-print { button.button.quiet type="button" data-print { (t.print()) } }
            }
        }
    })
}

/// Says so when a text is not in the reader's language, or older than what it was made from.
fn translation_note(v: &Visitor, reading: &Reading) -> Markup {
    let t = &v.t.public;
    let texts = || {
        [&reading.name, &reading.summary]
            .into_iter()
            .chain(&reading.description)
    };
    let other = texts().find(|told| told.language != v.language());
    html! {
        @if let Some(told) = other { p.small.muted { (t.offer_written_in(told.language.own_name())) } }
        @if texts().any(|told| told.outdated) { p.small.muted { (t.offer_outdated()) } }
    }
}

fn facts(v: &Visitor, reading: &Reading) -> Markup {
    let t = &v.t.public;
    let o = &reading.offer;
    // What is not translated stands as it was written.
    let own = lang(v, o.language());
    html! {
        dl.facts {
            (fact(&t.offer_for_whom(), o.for_whom.as_deref(), own))
            (fact(&t.offer_when(), Some(reading.schedules.join(" · ").as_str()), own))
            (fact(&t.offer_next(), when::next(v, &reading.calendar).as_deref(), None))
            @for place in &reading.locations { (fact(&t.offer_where(), Some(place_line(place).as_str()), own)) }
            @for contact in &reading.contacts {
                dt { (t.offer_contact()) }
                dd {
                    bdi lang=[own] { (contact.title) }
                    @if let Some(person) = &contact.person { ", " (person) }
                    @else if let Some(backup) = &contact.backup { ", " (backup) " " (tag(Tone::Plain, v.t.offer_stands_in())) }
                }
            }
            (instead(v, reading))
            @for phone in &reading.phones {
                dt { (t.offer_phone()) }
                dd { a href={ "tel:" (dialled(&phone.number)) } { bdi { (phone.number) } } @if let Some(about) = &phone.about { " " bdi lang=[own] { (about) } } }
            }
            @if let Some(email) = &o.email { dt { (t.offer_email()) } dd { a href={ "mailto:" (email) } { bdi { (email) } } } }
            @if let Some(url) = &o.url { dt { (t.offer_url()) } dd { a href=(url) rel="noopener nofollow" { bdi { (url) } } } }
            (fact(&t.offer_price(), terms::price(v, reading).as_deref(), own.filter(|_| o.price.is_some())))
            @let languages = by_custom(&reading.languages);
            @if !languages.is_empty() {
                dt { (t.offer_languages()) }
                dd { @for (i, code) in languages.iter().enumerate() { @if i > 0 { ", " } bdi lang=(code) { (spoken(code)) } } }
            }
            @for (label, words) in terms::facts(v, reading) { (fact(&label, Some(&words), None)) }
            (fact(&t.offer_access(), o.access.as_deref(), own))
            dt { (t.offer_bearers()) }
            dd { @for (i, bearer) in reading.bearers.iter().enumerate() {
                @if i > 0 { br; }
                bdi { (bearer.name) } " " (tag(Tone::Plain, bearer.sector().name(v.t)))
            } }
            (fact(&t.offer_about(), Some(o.topic_group().name(v.t).as_str()), None))
        }
    }
}

/// While nobody holds the role: where one reaches those who run it.
fn instead(v: &Visitor, reading: &Reading) -> Markup {
    let t = &v.t.public;
    let vacant = reading.contacts.iter().all(|c| c.vacant);
    let reached = reading.offer.email.is_some() || !reading.phones.is_empty();
    html! {
        @if vacant && !reached {
            @for bearer in &reading.bearers {
                @if let Some(phone) = &bearer.phone { dt { (t.offer_phone()) } dd { a href={ "tel:" (dialled(phone)) } { bdi { (phone) } } " " bdi { (bearer.name) } } }
                @if let Some(email) = &bearer.email { dt { (t.offer_email()) } dd { a href={ "mailto:" (email) } { bdi { (email) } } } }
            }
        }
    }
}

/// The languages in the order they are always listed; those we do not know last.
fn by_custom(codes: &[String]) -> Vec<&str> {
    let mut codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    codes.sort_by_key(|code| {
        SPOKEN
            .iter()
            .position(|(known, _)| known == code)
            .unwrap_or(SPOKEN.len())
    });
    codes
}

fn fact(label: &str, text: Option<&str>, lang: Option<&str>) -> Markup {
    html! { @if let Some(text) = text.filter(|t| !t.is_empty()) { dt { (label) } dd { bdi lang=[lang] { (text) } } } }
}

fn place_line(place: &Location) -> String {
    let town = [place.postcode.as_deref(), place.city.as_deref()];
    let town: Vec<_> = town.into_iter().flatten().collect();
    let parts = [
        place.name.clone(),
        place.address.clone(),
        Some(town.join(" ")),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .collect();
    parts.join(", ")
}

/// What a telephone takes: digits and a plus.
fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}

/// Someone who knows that the person named is gone says so with one tap.
fn gone(v: &Visitor, offer: Id, contact: &Contact) -> Markup {
    let t = v.t;
    let name = contact.person.as_deref().unwrap_or_default();
    html! {
        details.no-print {
            summary { (t.offer_contact_gone(name)) }
            p.small { (t.offer_contact_gone_text()) }
            (button_form(&v.at(&format!("/offers/{offer}/contact-gone")), &t.offer_contact_gone_yes(), "button quiet"))
        }
    }
}

fn keep(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let o = &reading.offer;
    let at = |path: &str| v.at(&format!("/offers/{}/{path}", o.id));
    html! {
        div.card.no-print {
            h2 { (t.offer_keep()) }
            @if o.state() != State::Published { p { (tag(Tone::Warm, o.state().name(t))) } }
            p.small { (t.offer_keep_text()) }
            div.actions {
                @if o.state() != State::Withdrawn { (button_form(&at("verify"), &t.offer_yes(), "button")) }
                a.button.quiet href=(at("edit")) { (t.offer_edit()) }
            }
        }
    }
}
