//! *What became of it?*: everything one has told.
use super::inbox::{Beside, story_row};
use super::tell::waiting;
use crate::kit::list::paging;
use crate::kit::parts::empty;
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::observation::{self, Wish};
use samskab_app::trail::furthest;

/// `GET /{m}/observations`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let wish = Wish {
        before: query.id("before"),
        ..Wish::default()
    };
    let page = observation::own(v.desk(), v.actor()?, &wish).await?;
    let ids: Vec<_> = page.items.iter().map(|o| o.id).collect();
    let far = furthest(v.desk(), v.municipality.id, &ids).await?;
    let tell = v.at("/observations/new");
    let body = html! {
        h1 { (t.menu_what_became()) }
        (waiting(&v))
        @if page.items.is_empty() {
            (empty(&t.observation_none_title(), &t.observation_none_text(), Some((&tell, &t.observation_tell()))))
        } @else {
            p.muted { (t.observation_own_lead()) }
            ul.rows role="list" { @for o in &page.items { (story_row(&v, o, Beside::HowFar(far.get(&o.id).copied()))) } }
            (paging(&v, "before", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.menu_what_became(), body).into_response())
}
