//! Private addresses that calendar programs subscribe to: shown once, and made anew when wished.
use crate::kit::input::TokenPart;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Form, Page, Visitor};
use axum::http::header;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::calendar::{self, Scope};
use samskab_app::token::Secret;
use samskab_domain::kernel::Id;

/// `POST /{m}/calendar/feeds`: the one page that shows the address.
pub async fn renew(v: Visitor, Form(sent): Form) -> Answer {
    let scope = match (sent.id("initiative"), sent.id("area")) {
        (Some(id), _) => Scope::Initiative(id),
        (None, Some(id)) => Scope::Area(id),
        (None, None) if sent.ticked("mine") => Scope::Mine,
        (None, None) => return Err(Fail::Unreadable),
    };
    let secret = calendar::renew(v.desk(), v.actor()?, scope).await?;
    let t = v.t;
    let path = v.at(&format!("/calendar/{}/samskab.ics", secret.reveal()));
    let address = format!("{}{path}", v.site.settings.base_url);
    let body = html! {
        div.narrow {
            (back(&v.at("/calendar"), &t.calendar_title()))
            h1 { (t.calendar_feed_made()) }
            p { (t.calendar_feed_how()) }
            div.field {
                label for="address" { (t.calendar_feed_address()) }
                input id="address" type="text" readonly value=(address);
            }
            p { (t.calendar_feed_private()) }
        }
    };
    Ok(Page::new(&v, t.calendar_feed_made(), body).into_response())
}

/// `GET /{m}/calendar/{token}/{file}`
pub async fn serve(v: Visitor, TokenPart(token): TokenPart) -> Answer {
    let secret = Secret::from_outside(&token);
    let base_url = &v.site.settings.base_url;
    let found = calendar::feed(v.desk(), v.municipality.id, base_url, &secret).await;
    let text = found.map_err(|refusal| match refusal {
        Refusal::Missing => Fail::Gone,
        other => other.into(),
    })?;
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, text).into_response())
}

/// What one can have in a calendar of one's own.
pub(super) fn choices(v: &Visitor, initiative: Option<Id>, areas: &[(String, String)]) -> Markup {
    let t = v.t;
    let place = v.at("/calendar/feeds");
    html! {
        section id="feeds" {
            h2 { (t.calendar_feeds()) }
            p { (t.calendar_feeds_text()) }
            div.actions {
                (button(&place, "mine", "yes", &t.calendar_feed_mine()))
                @if let Some(id) = initiative { (button(&place, "initiative", &id.to_string(), &t.calendar_feed_initiative())) }
                @for (id, name) in areas { (button(&place, "area", id, &t.calendar_feed_area(name))) }
            }
        }
    }
}

fn button(place: &str, name: &str, value: &str, label: &str) -> Markup {
    html! {
        form.inline-form method="post" action=(place) {
            input type="hidden" name=(name) value=(value);
            button.button.quiet { (label) }
        }
    }
}
