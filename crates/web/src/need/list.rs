//! The needs one may see.
use crate::kit::form::options;
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::{Tone, empty, lang, tag, time};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::area;
use samskab_app::need::{self, Listed, Wish};
use samskab_domain::access::Act;
use samskab_domain::need::State;
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// `GET /{m}/needs`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let wish = Wish {
        area: query.id("area"),
        topic_group: query.choice("topic_group"),
        state: query.choice("state"),
        before: query.id("before"),
    };
    let narrowed = wish.area.is_some() || wish.topic_group.is_some() || wish.state.is_some();
    let page = need::list(v.desk(), v.actor()?, &wish).await?;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas: Vec<_> = areas
        .into_iter()
        .map(|a| (a.id.to_string(), a.name))
        .collect();
    let body = html! {
        h1 { (t.menu_needs()) }
        p.muted { (t.need_lead()) }
        @if v.may(Act::WriteNeed) { p { a.button href=(v.at("/needs/new")) { (t.need_write()) } } }
        (filters(&v, html! {
            (filter(&v, "area", &t.need_area(), &areas, &query.text("area")))
            (filter(&v, "topic_group", &t.need_about(), &options::<TopicGroup>(t), &query.text("topic_group")))
            (filter(&v, "state", &t.need_state(), &options::<State>(t), &query.text("state")))
        }))
        @if page.items.is_empty() {
            @let text = if narrowed { t.need_none_filtered() } else { t.need_none_text() };
            (empty(&t.need_none_title(), &text, None))
        } @else {
            ul.rows role="list" { @for listed in &page.items { (row(&v, listed)) } }
            (paging(&v, "before", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.menu_needs(), body).into_response())
}

fn row(v: &Visitor, listed: &Listed) -> Markup {
    let t = v.t;
    let need = &listed.need;
    html! {
        li {
            p {
                b lang=[lang(v, need.language())] { (need.title) }
                br;
                (listed.evidence.name(t))
                br;
                (tag(tone(need.state()), need.state().name(t))) " "
                span.muted.small {
                    (need.area) "\u{a0}· " (need.topic_group().name(t)) "\u{a0}· "
                    (time(v, need.raised_at().unwrap_or(need.created_at())))
                }
            }
            a.button.quiet href=(v.at(&format!("/needs/{}", need.id))) {
                (t.need_open()) span.visually-hidden lang=[lang(v, need.language())] { ": " (need.title) }
            }
        }
    }
}

/// How a state is coloured.
pub(super) fn tone(state: State) -> Tone {
    match state {
        State::Done => Tone::Good,
        State::Draft | State::Differs => Tone::Warm,
        State::Raised | State::Planned => Tone::Plain,
    }
}
