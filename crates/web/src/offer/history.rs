//! What was changed in an offer: when, by which role, what stood there before.
use crate::kit::difference::changes;
use crate::kit::list::paging;
use crate::kit::page::back;
use crate::kit::parts::{empty, time};
use crate::kit::{Answer, Page, Query, Target, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, Past};
use samskab_locale::Named;

/// `GET /{m}/offers/{id}/history`
pub async fn show(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let t = v.t;
    let actor = v.actor()?;
    let past = offer::history(v.desk(), actor, id, query.id("after")).await?;
    let m = v.municipality.id;
    let reading = offer::read(v.desk(), m, Some(actor), id, v.language()).await?;
    let body = html! {
        div.narrow {
            (back(&v.at(&format!("/offers/{id}")), reading.offer.own_name()))
            h1 { (t.offer_history()) }
            @if past.items.is_empty() { (empty(&t.offer_history_none_title(), &t.offer_history_none_text(), None)) }
            @else {
                p.muted { (t.offer_history_lead()) }
                @for one in &past.items { (card(&v, one)) }
                (paging(&v, "after", past.next.as_deref()))
            }
        }
    };
    Ok(Page::new(&v, t.offer_history(), body).into_response())
}

fn card(v: &Visitor, past: &Past) -> Markup {
    let t = v.t;
    let by = match &past.by {
        Some((role, organisation)) => t.offer_history_by(organisation, role.name(t)),
        None => t.offer_history_by_program(),
    };
    html! {
        div.card {
            h2 { (past.way.name(t)) " " (time(v, past.at)) }
            p.muted.small { (by) }
            (changes(v, &past.changes))
        }
    }
}
