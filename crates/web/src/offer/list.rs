//! *Find offers*: one box, and a list that reads at a glance.
use super::checked_tag;
use crate::initiative::areas;
use crate::kit::form::options;
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::{Tone, empty, tag};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, ListItem, Wish};
use samskab_domain::access::Act;
use samskab_domain::kernel::Coded;
use samskab_domain::offer::State;
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// `GET /{m}/offers`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let q: String = query.text("q").chars().take(200).collect();
    let after = query.text("after");
    let wish = Wish {
        q: q.clone(),
        area: query.id("area"),
        topic_group: query.choice("topic_group"),
        language: v.language(),
        keeper: v.session().map(|s| s.actor.clone()),
        after: (!after.is_empty()).then_some(after),
    };
    let page = offer::list(v.desk(), v.municipality.id, &wish).await?;
    let areas = areas(&v).await?;
    let all = v.at("/offers");
    let body = html! {
        h1 { (t.public.front_title()) }
        form.search method="get" action=(v.path) role="search" {
            label.visually-hidden for="q" { (t.public.offer_search_label()) }
            input id="q" name="q" type="search" value=(q) placeholder=(t.public.offer_search_placeholder());
            button.button { (t.public.search()) }
        }
        (filters(&v, html! {
            @if !q.is_empty() { input type="hidden" name="q" value=(q); }
            (filter(&v, "topic_group", &t.public.offer_topic(), &options::<TopicGroup>(t), &query.text("topic_group")))
            (filter(&v, "area", &t.public.offer_area(), &areas, &query.text("area")))
        }))
        @if v.may(Act::KeepOffers) { p { a href=(v.at("/offers/new")) { (t.offer_new()) } } }
        @if page.items.is_empty() {
            (empty(&t.public.offer_none_title(), &t.public.offer_none_text(), Some((&all, &t.public.offer_all()))))
        } @else {
            ul.offer-list role="list" { @for item in &page.items { li { (article(&v, item)) } } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.public.front_title(), body).into_response())
}

fn article(v: &Visitor, item: &ListItem) -> Markup {
    let own = item.language().code();
    let here = v.language().code();
    let own_lang = (own != here).then_some(own);
    let lang = own_lang.filter(|_| !item.translated());
    let bearers: Vec<_> = item.bearers.iter().map(|b| b.name.as_str()).collect();
    let when: Vec<_> = [item.schedule(), item.place()]
        .into_iter()
        .flatten()
        .collect();
    html! {
        article.offer {
            h2 { a href=(v.at(&format!("/offers/{}", item.id()))) lang=[lang] { (item.name()) } }
            p.muted.small {
                @if let Some(name) = item.own_name() { bdi lang=(own) { (name) } " · " }
                (bearers.join(" · "))
            }
            @if !when.is_empty() { p.when { bdi lang=[own_lang] { (when.join(" · ")) } } }
            p lang=[lang] { (item.summary()) }
            p {
                @match item.state() {
                    State::Draft | State::Withdrawn => (tag(Tone::Warm, item.state().name(v.t))),
                    State::Published => (checked_tag(v, item.checked(), item.freshness(v.today()))),
                }
            }
        }
    }
}
