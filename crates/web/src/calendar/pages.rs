//! *My calendar*.
use super::feeds::choices;
use crate::initiative::areas;
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::empty;
use crate::kit::{Answer, Page, Query, Visitor};
use crate::meeting::rows;
use axum::response::IntoResponse;
use maud::html;
use samskab_app::meeting::{self, Wish};
use samskab_domain::access::{Act, Role};

/// `GET /{m}/calendar`
pub async fn show(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let actor = v.actor()?;
    let wish = Wish {
        area: query.id("area"),
        from: Some(query.text("from")),
        before: Some(query.text("before")),
    };
    let planned = meeting::planned(v.desk(), actor, &wish).await?;
    let held = meeting::held(v.desk(), actor, &wish).await?;
    let areas = areas(&v).await?;
    let covers = |id: &str| id.parse().is_ok_and(|id| actor.covers(id));
    let own_areas: Vec<_> = areas.iter().filter(|(id, _)| covers(id)).cloned().collect();
    let for_areas = v.may(Act::CallMeeting) && actor.role != Role::Frontline;
    let body = html! {
        h1 { (t.calendar_title()) }
        p.muted { (t.calendar_lead()) }
        @if for_areas {
            div.actions {
                a.button href=(v.at("/meetings/new")) { (t.meeting_call()) }
                a.button.quiet href=(v.at("/meetings/new?seminar=yes&purpose=knowledge")) { (t.meeting_seminar_call()) }
            }
        }
        (filters(&v, filter(&v, "area", &t.initiative_area(), &areas, &query.text("area"))))
        @if planned.items.is_empty() { (empty(&t.calendar_none_title(), &t.calendar_none_text(), None)) }
        @else {
            h2 { (t.calendar_to_come()) }
            (rows(&v, &planned.items, &areas))
            (paging(&v, "from", planned.next.as_deref()))
        }
        @if !held.items.is_empty() {
            h2 { (t.calendar_held()) }
            (rows(&v, &held.items, &areas))
            (paging(&v, "before", held.next.as_deref()))
        }
        (choices(&v, query.id("initiative"), &own_areas))
    };
    Ok(Page::new(&v, t.calendar_title(), body).into_response())
}
