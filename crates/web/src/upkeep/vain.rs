//! Words that people searched for and that stand in no offer.
use crate::kit::list::paging;
use crate::kit::page::back;
use crate::kit::parts::{day, empty};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{InVain, search_in_vain};

/// `GET /{m}/upkeep/in-vain`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let after = query.text("after");
    let after = (!after.is_empty()).then_some(after.as_str());
    let page = search_in_vain(v.desk(), v.actor()?, after).await?;
    let body = html! {
        (back(&v.at("/upkeep"), &t.upkeep_title()))
        h1 { (t.upkeep_vain()) }
        p.muted { (t.upkeep_vain_about()) }
        @if page.items.is_empty() { (empty(&t.upkeep_list_none_title(), &t.upkeep_list_none_text(), None)) }
        @else {
            ul.rows role="list" { @for one in &page.items { (row(&v, one)) } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.upkeep_vain(), body).into_response())
}

fn row(v: &Visitor, one: &InVain) -> Markup {
    html! {
        li {
            p {
                b { bdi { (one.word) } } br;
                span.muted.small { (v.t.upkeep_vain_times(one.times)) @if let Some(last) = one.last_day() { "\u{a0}· " (day(v, last)) } }
            }
        }
    }
}
