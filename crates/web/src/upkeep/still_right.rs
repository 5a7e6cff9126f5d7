//! *Is it still right?* from a mail. Opening the page says nothing: only its button does, for
//! mail scanners open links too. It lets nobody in.
use crate::kit::input::TokenPart;
use crate::kit::list::paging;
use crate::kit::parts::{Tone, lang, tag};
use crate::kit::{Answer, Fail, Form, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::token::Secret;
use samskab_app::upkeep::{self, ToConfirm};

/// `GET /{m}/offers/still-right/{token}`
pub async fn show(v: Visitor, TokenPart(token): TokenPart, Query(query): Query) -> Answer {
    let t = &v.t.public;
    let link = Secret::from_outside(&token);
    let page = upkeep::to_confirm(v.desk(), v.municipality.id, &link, query.id("after"));
    let page = page.await.map_err(gone)?;
    let body = html! {
        div.narrow {
            h1 { (t.upkeep_still_right()) }
            p.lead { (t.upkeep_still_right_lead()) }
            @for item in &page.items { (card(&v, item)) }
            (paging(&v, "after", page.next.as_deref()))
            p.small.muted { (t.upkeep_no_sign_in()) }
        }
    };
    Ok(Page::new(&v, t.upkeep_still_right(), body).into_response())
}

/// `POST /{m}/offers/still-right/{token}`
pub async fn say(v: Visitor, TokenPart(token): TokenPart, Form(sent): Form) -> Answer {
    let offer = sent.id("offer").ok_or(Fail::Missing)?;
    let link = Secret::from_outside(&token);
    upkeep::confirm(v.desk(), v.municipality.id, &link, offer)
        .await
        .map_err(gone)?;
    let after = sent.id("after");
    let page = after.map_or_else(String::new, |after| format!("?after={after}"));
    Ok(to(&format!("{}{page}#o-{offer}", v.path), None))
}

/// `POST /{m}/offers/still-right/{token}/not-me`
pub async fn not_me(v: Visitor, TokenPart(token): TokenPart, Form(sent): Form) -> Answer {
    let t = &v.t.public;
    let offer = sent.id("offer").ok_or(Fail::Missing)?;
    let link = Secret::from_outside(&token);
    upkeep::not_me(v.desk(), v.municipality.id, &link, offer)
        .await
        .map_err(gone)?;
    let body = html! {
        div.state-page {
            h1 { (t.upkeep_not_me_title()) }
            p { (t.upkeep_not_me_text()) }
        }
    };
    Ok(Page::new(&v, t.upkeep_not_me_title(), body).into_response())
}

fn gone(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Missing => Fail::Gone,
        other => other.into(),
    }
}

fn card(v: &Visitor, item: &ToConfirm) -> Markup {
    let t = &v.t.public;
    let own = lang(v, item.language());
    let place = v.at(&format!("/offers/{}", item.id));
    let after = v.query().iter().find(|(key, _)| key == "after");
    html! {
        section.card id={ "o-" (item.id) } {
            h2 lang=[own] { (item.name) }
            dl.facts {
                (fact(&t.offer_when(), item.schedule.as_deref(), own))
                (fact(&t.offer_where(), item.place.as_deref(), own))
                (fact(&t.offer_contact(), item.contact.as_deref(), own))
                (fact(&t.offer_phone(), item.phone.as_deref(), None))
                (fact(&t.offer_email(), item.email.as_deref(), None))
            }
            @if item.confirmed() {
                p role="status" { (tag(Tone::Good, t.upkeep_thanks())) }
            } @else {
                form method="post" action=(v.path) {
                    input type="hidden" name="offer" value=(item.id);
                    @if let Some((_, after)) = after { input type="hidden" name="after" value=(after); }
                    button.button.wide { (t.upkeep_yes()) span.visually-hidden { ": " (item.name) } }
                }
            }
            p {
                a href=(place) { (t.upkeep_see_all()) span.visually-hidden { ": " (item.name) } } "\u{a0}· "
                a href={ (place) "/edit" } { (t.upkeep_something_wrong()) span.visually-hidden { ": " (item.name) } }
            }
            @if !item.confirmed() {
                form method="post" action={ (v.path) "/not-me" } {
                    input type="hidden" name="offer" value=(item.id);
                    button.button.plain { (t.upkeep_not_me()) span.visually-hidden { ": " (item.name) } }
                }
            }
        }
    }
}

fn fact(label: &str, text: Option<&str>, own: Option<&str>) -> Markup {
    html! {
        @if let Some(text) = text { dt { (label) } dd { bdi lang=[own] { (text) } } }
    }
}
