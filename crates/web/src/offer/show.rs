//! One offer, as a citizen meets it; those who keep it find what they need beside it.
use super::about::about;
use super::calendar::{clock, day_name};
use super::proposal::waiting;
use super::why::why;
use super::words::{all_told, mark, note, told};
use super::{advice, checked_tag, terms, when};
use crate::fault;
use crate::kit::code::qr;
use crate::kit::list::address_in_language;
use crate::kit::page::back;
use crate::kit::parts::{Tone, button_form, lang, prose_in, tag};
use crate::kit::{Answer, Fail, Page, Target, Visitor, moved};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, Contact, Location, Reading};
use samskab_domain::access::Sector;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::offer::{SPOKEN, State, spoken};
use samskab_locale::{Named, texts};

/// `GET /{m}/offers/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reader = v.session().map(|s| &s.actor);
    let m = v.municipality.id;
    let reading = offer::read(v.desk(), m, reader, id, v.language()).await?;
    if reading.offer.state() == State::Withdrawn
        && let Some(other) = offer::merged_into(v.desk(), m, id).await?
    {
        let place = format!("/offers/{other}");
        return Ok(moved(&address_in_language(&v, &place)));
    }
    if reading.offer.state() == State::Withdrawn && !reading.may_keep {
        return Ok(closed(&v, &reading).into_response());
    }
    if reader.is_none() && reading.offer.hidden(v.today()) {
        return Ok(hidden(&v, &reading).into_response());
    }
    let name = reading.name.body.clone();
    let body = page(&v, &reading).await?;
    Ok(match reading.offer.state() {
        State::Published => Page::to_be_found(&v, name, &about(&v, &reading), body),
        State::Draft | State::Withdrawn => Page::new(&v, name, body),
    }
    .into_response())
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
    let waiting = waiting(v, reading).await?;
    let place = v.at(&format!("/offers/{}", o.id));
    let whole = format!(
        "{}{place}?language={}",
        v.site.settings.base_url,
        v.language().code()
    );
    Ok(html! {
        (back(&v.at("/offers"), &t.offer_back()))
        div.split {
            div {
                h1 { bdi lang=[lang(v, reading.name.language)] { (reading.name.body) } (mark(v, reading.name.language)) }
                p.lead { (told(v, &reading.summary)) }
                p { (checked_tag(v, o.checked(), o.freshness(v.today()))) }
                @if reading.said_closed { p { (tag(Tone::Warm, t.fault_said_closed())) } }
                @if o.hidden(v.today()) { p { (tag(Tone::Warm, v.t.offer_hidden())) } }
                (note(v, reading))
                (waiting)
                @if let Some(text) = &reading.description {
                    @if text.language != v.language() { p { (mark(v, text.language)) } }
                    (prose_in(lang(v, text.language), &text.body))
                }
                (facts(v, reading))
                @if reading.bearers.iter().any(|b| b.sector() == Sector::Voluntary) {
                    div.note.good { p { b { (t.offer_right()) } br; (t.offer_right_text()) } }
                }
            }
            aside {
                @if reading.may_keep { (keep(v, reading)) }
                (coming(v, reading))
                @if let Some(contact) = reading.contacts.iter().find(|c| c.person.is_some()) { (gone(v, o.id, contact)) }
                (behind)
                @if o.state() == State::Published { (fault::ask(v, o.id)) }
                p.no-print { button.button.quiet type="button" data-print { (t.print()) } }
                div.print-only { (qr(&whole, &t.offer_code())) p.small { (t.offer_code()) } }
            }
        }
    })
}

/// How many of the coming times stand on the page.
const TIMES: usize = 4;

fn coming(v: &Visitor, reading: &Reading) -> Markup {
    let t = &v.t.public;
    let (now, today) = (v.desk().now(), v.today());
    let times = reading.calendar.between(today, today.plus(90)).into_iter();
    let times: Vec<_> = times.filter(|o| now < o.is_over_at()).take(TIMES).collect();
    let feed = address_in_language(v, &format!("/offers/{}/calendar.ics", reading.offer.id));
    html! {
        @if !times.is_empty() {
            div.card {
                h2 { (t.offer_coming()) }
                ul.times role="list" {
                    @for time in &times { li { p.when { (clock(v, *time)) } p { (day_name(v, time.day)) } } }
                }
                p.no-print.beside.small { a href=(feed) { (t.offer_calendar_feed()) } }
            }
        }
    }
}

fn facts(v: &Visitor, reading: &Reading) -> Markup {
    let t = &v.t.public;
    let o = &reading.offer;
    // What is not translated stands as it was written.
    let own = lang(v, o.language());
    html! {
        dl.facts {
            @if let Some(text) = &reading.for_whom { dt { (t.offer_for_whom()) } dd { (told(v, text)) } }
            @if !reading.when.is_empty() { dt { (t.offer_when()) } dd { (all_told(v, &reading.when)) } }
            (fact(&t.offer_next(), when::next(v, &reading.calendar).as_deref(), None))
            @for place in &reading.locations { (location(v, place, own)) }
            @for (i, contact) in reading.contacts.iter().enumerate() {
                dt { (t.offer_contact()) }
                dd {
                    @match reading.contact_title.as_ref().filter(|_| i == 0) {
                        Some(title) => (told(v, title)),
                        None => { bdi lang=[own] { (contact.title) } (mark(v, o.language())) }
                    }
                    @if let Some(person) = &contact.person { ", " bdi { (person) } }
                    @else if let Some(backup) = &contact.backup { ", " bdi { (backup) } " " (tag(Tone::Plain, v.t.offer_stands_in())) }
                }
            }
            (instead(v, reading))
            @for phone in &reading.phones {
                dt { (t.offer_phone()) }
                dd { a.map-link href={ "tel:" (dialled(&phone.number)) } { bdi dir="ltr" { (phone.number) } } @if let Some(about) = &phone.about { " " bdi lang=[own] { (about) } } }
            }
            @if let Some(email) = &o.email { dt { (t.offer_email()) } dd { a href={ "mailto:" (email) } { bdi { (email) } } } }
            @if let Some(url) = &o.url { dt { (t.offer_url()) } dd { a href=(url) rel="noopener nofollow" { bdi { (url) } } } }
            (price(v, reading))
            @let languages = by_custom(&reading.languages);
            @if !languages.is_empty() {
                dt { (t.offer_languages()) }
                dd { @for (i, code) in languages.iter().enumerate() { @if i > 0 { ", " } bdi lang=(code) { (spoken(code)) } } }
            }
            @for (label, words) in terms::facts(v, reading) { (fact(&label, Some(&words), None)) }
            @let features = terms::access(v, reading);
            @if features.is_some() || reading.access.is_some() {
                dt { (t.offer_access()) }
                dd {
                    @if let Some(features) = &features { (features) }
                    @if features.is_some() && reading.access.is_some() { br; }
                    @if let Some(text) = &reading.access { (told(v, text)) }
                }
            }
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
                @if let Some(phone) = &bearer.phone { dt { (t.offer_phone()) } dd { a href={ "tel:" (dialled(phone)) } { bdi dir="ltr" { (phone) } } " " bdi { (bearer.name) } } }
                @if let Some(email) = &bearer.email { dt { (t.offer_email()) } dd { a href={ "mailto:" (email) } { bdi { (email) } } } }
            }
        }
    }
}

/// What is known of the price in the reader's language, and what was written of it.
fn price(v: &Visitor, reading: &Reading) -> Markup {
    let known = terms::price(v, reading);
    // *Gratis* is known in every language.
    let own = texts(reading.offer.language());
    let said = reading.terms.cost.map(|cost| cost.name(own));
    let written = reading
        .price
        .as_ref()
        .filter(|text| Some(&text.body) != said.as_ref());
    let known = known.filter(|_| written.is_none_or(|text| text.language != v.language()));
    html! {
        @if known.is_some() || written.is_some() {
            dt { (v.t.public.offer_price()) }
            dd {
                @if let Some(known) = &known { bdi { (known) } }
                @if known.is_some() && written.is_some() { "\u{a0}· " }
                @if let Some(text) = written { (told(v, text)) }
            }
        }
    }
}

/// Where it is, with a way to a map where there is an address.
fn location(v: &Visitor, place: &Location, own: Option<&str>) -> Markup {
    let t = &v.t.public;
    let words = place_line(place);
    let street = [&place.address, &place.postcode, &place.city];
    let street: Vec<_> = street.into_iter().flatten().map(String::as_str).collect();
    let mut query = form_urlencoded::Serializer::new(String::new());
    let map = query.append_pair("query", &street.join(" ")).finish();
    html! {
        @if !words.is_empty() {
            dt { (t.offer_where()) }
            dd {
                bdi lang=[own] { (words) }
                @if place.address.is_some() {
                    br; a.map-link.no-print href={ "https://www.openstreetmap.org/search?" (map) } rel="noopener nofollow" { (t.offer_map()) }
                }
            }
        }
        @if let Some(way) = &place.transport { dt { (t.offer_getting_there()) } dd { bdi lang=[own] { (way) } } }
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

pub(super) fn place_line(place: &Location) -> String {
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
                a.button.quiet href=(at("translations")) { (t.offer_translations()) }
            }
            p.small.beside { a href=(at("history")) { (t.offer_history()) } }
            @if o.state() != State::Withdrawn { p.small.beside { a href=(at("merge")) { (t.offer_merge()) } } }
            @if o.language() == v.language() {
                @let description = reading.description.as_ref().map_or("", |d| d.body.as_str());
                (advice::list(v, &offer::advise(o.language(), &reading.name.body, &reading.summary.body, description)))
            }
        }
    }
}
