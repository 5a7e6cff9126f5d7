//! *Find offers*: one box, and a list that reads at a glance.
use super::item::article;
use super::narrow::{choices, finer, wish};
use crate::kit::about::About;
use crate::kit::list::{address_at, address_with, paging};
use crate::kit::parts::empty;
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::offer::{self, Wish};
use samskab_domain::access::Act;

/// `GET /{m}/offers`
pub async fn list(v: Visitor, query: Query) -> Answer {
    let t = v.t;
    let after = query.0.text("after");
    let wish = Wish {
        keeper: v.session().map(|s| s.actor.clone()),
        after: (!after.is_empty()).then_some(after),
        ..wish(&v, &query)
    };
    let listing = offer::find(v.desk(), v.municipality.id, &wish).await?;
    let page = &listing.page;
    let all = v.at("/offers");
    let about = About {
        description: t.public.front_offers_lead(&v.municipality.name),
        data: None,
    };
    let body = html! {
        h1 { (t.public.front_title()) }
        form.search method="get" action=(v.path) role="search" {
            label.visually-hidden for="q" { (t.public.offer_search_label()) }
            input id="q" name="q" type="search" value=(wish.q) placeholder=(t.public.offer_search_placeholder())
                data-suggest=(v.at("/offers/suggest"));
            button.button { (t.public.search()) }
        }
        (finer(&v, &query, &listing.counts).await?)
        (choices(&v, &query, &listing.counts).await?)
        @if let Some(meant) = &listing.meant {
            @let instead = address_with(&v, &[("q", meant), ("after", "")]);
            p.meant { (t.public.offer_find_meant()) ": " a href=(instead) { bdi { (meant) } } }
        }
        p.beside {
            a href=(address_at(&v, "/offers/calendar")) { (t.public.offer_calendar_title()) }
            a href=(v.at("/offers/places")) { (t.public.offer_by_place()) }
            a href=(address_at(&v, "/offers/folder")) { (t.public.offer_folder()) }
        }
        @if v.may(Act::KeepOffers) { p { a href=(v.at("/offers/new")) { (t.offer_new()) } } }
        @if v.may(Act::Import) { p { a href=(v.at("/imports")) { (t.import_title()) } } }
        @if page.items.is_empty() {
            (empty(&t.public.offer_none_title(), &t.public.offer_none_text(), Some((&all, &t.public.offer_all()))))
        } @else {
            p.muted role="status" { (t.public.offer_count(listing.total)) }
            ul.offer-list role="list" { @for item in &page.items { li { (article(&v, item)) } } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::to_be_found(&v, t.public.front_title(), &about, body).into_response())
}
