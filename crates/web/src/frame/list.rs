//! What can be done here, what is open, and what is decided elsewhere and by whom.
use crate::kit::list::{filter, filters};
use crate::kit::parts::{Tone, tag};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::area;
use samskab_app::frame::{self, FrameItem};
use samskab_domain::access::Act;
use samskab_domain::calendar::Day;
use samskab_domain::frame::Firmness;
use samskab_locale::Named;

/// `GET /{m}/frames`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let chosen = query.id("area");
    let items = frame::list(v.desk(), v.municipality.id, chosen).await?;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas: Vec<_> = areas
        .into_iter()
        .map(|a| (a.id.to_string(), a.name))
        .collect();
    let one_area = chosen.is_some() || areas.len() < 2;
    let body = html! {
        h1 { (t.menu_frames()) }
        p.lead { (t.frame_lead()) }
        @if v.may(Act::DeclareFrame) {
            p { a.button.quiet href=(v.at("/frames/new")) { (t.frame_declare()) } }
        }
        @if areas.len() > 1 {
            (filters(&v, filter(&v, "area", &t.frame_area(), &areas, &query.text("area"))))
        }
        div.columns {
            (column(&v, "column", Firmness::Open, &items, one_area))
            (column(&v, "column open", Firmness::Negotiable, &items, one_area))
            (column(&v, "column fixed", Firmness::Fixed, &items, one_area))
        }
    };
    Ok(Page::new(&v, t.menu_frames(), body).into_response())
}

fn column(
    v: &Visitor,
    class: &str,
    firmness: Firmness,
    items: &[FrameItem],
    one_area: bool,
) -> Markup {
    let here: Vec<_> = items.iter().filter(|i| i.firmness() == firmness).collect();
    html! {
        section class=(class) {
            h2 { (firmness.name(v.t)) }
            @if here.is_empty() { p.small.muted { (v.t.frame_none()) } }
            @else {
                ul role="list" {
                    @for item in here {
                        li {
                            (item.body)
                            @if item.found_late { (found_late(v, item)) }
                            small { (about(v, item, one_area)) }
                        }
                    }
                }
            }
        }
    }
}

fn found_late(v: &Visitor, item: &FrameItem) -> Markup {
    let day = v.t.near(Day::of(item.declared_at()), v.today());
    html! { " " (tag(Tone::Warm, v.t.frame_found_late(day))) }
}

/// Where it stands, who says so, since when, and who can change it.
fn about(v: &Visitor, item: &FrameItem, one_area: bool) -> String {
    let t = v.t;
    let who = item.changed_by().map(|who| who.name(t));
    let decides = match item.firmness() {
        Firmness::Open => None,
        Firmness::Negotiable => who.map(|who| t.frame_can_change(who)),
        Firmness::Fixed => who.map(|who| t.frame_decides(who)),
    };
    let parts = [
        (!one_area).then(|| item.area.clone()),
        item.source.clone(),
        Some(item.organisation.clone()),
        item.from()
            .filter(|_| !item.found_late)
            .map(|day| t.frame_since(t.month_of(day))),
        item.until().map(|day| t.frame_until_day(t.day(day))),
        decides,
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}
