//! Every initiative, newest first.
use super::{area_among, areas};
use crate::kit::form::options;
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::{Tone, empty, tag, time};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::initiative::{self, ListItem, Wish};
use samskab_domain::access::Act;
use samskab_domain::initiative::State;
use samskab_locale::Named;

/// `GET /{m}/initiatives`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let wish = Wish {
        area: query.id("area"),
        state: query.choice("state"),
        before: query.id("before"),
    };
    let page = initiative::list(v.desk(), v.actor()?, &wish).await?;
    let areas = areas(&v).await?;
    let trial = v.at("/trials/new");
    let body = html! {
        h1 { (t.menu_initiatives()) }
        p.muted { (t.initiative_lead()) }
        div.actions {
            @if v.may(Act::StartTrial) { a.button href=(trial) { (t.trial_start()) } }
            @if v.may(Act::OpenInitiative) { a.button.quiet href=(v.at("/initiatives/new")) { (t.initiative_open()) } }
            a.button.quiet href=(v.at("/initiatives/endings")) { (t.endings_title()) }
        }
        (filters(&v, html! {
            (filter(&v, "area", &t.initiative_area(), &areas, &query.text("area")))
            (filter(&v, "state", &t.initiative_state(), &options::<State>(t), &query.text("state")))
        }))
        @if page.items.is_empty() { (empty(&t.initiative_none_title(), &t.initiative_none_text(), None)) }
        @else {
            ul.rows role="list" { @for item in &page.items { (row(&v, item, area_among(&areas, item.initiative.area_id, &item.initiative.area))) } }
            (paging(&v, "before", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.menu_initiatives(), body).into_response())
}

/// How a state is coloured: what goes on is warm, what is in use is good.
pub(super) fn state_tag(v: &Visitor, state: State) -> Markup {
    let tone = match state {
        State::Trial => Tone::Warm,
        State::Practice => Tone::Good,
        State::Problem | State::Ended => Tone::Plain,
    };
    tag(tone, state.name(v.t))
}

fn row(v: &Visitor, item: &ListItem, area: &str) -> Markup {
    let i = &item.initiative;
    let names: Vec<_> = item
        .parties
        .iter()
        .map(|p| p.organisation.as_str())
        .collect();
    html! {
        li {
            p {
                b { (i.title) } " " (state_tag(v, i.state())) (super::around::relation(v, i))
                br;
                span.muted.small { (names.join("\u{a0}· ")) br; (time(v, i.created_at())) "\u{a0}· " (area) }
            }
            a.button.quiet href=(v.at(&format!("/initiatives/{}", i.id))) {
                (v.t.initiative_look()) span.visually-hidden { ": " (i.title) }
            }
        }
    }
}
