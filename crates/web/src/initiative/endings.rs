//! *What was learnt before*: a search over endings, the failed ones too (F4).
use super::around::{code, names};
use super::{area_among, areas};
use crate::kit::form::options;
use crate::kit::list::{filter, paging};
use crate::kit::page::back;
use crate::kit::parts::{Tone, empty, prose, tag, time};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::initiative::{EndingWish, Initiative, endings};
use samskab_domain::initiative::ending::{Condition, EndedAs};
use samskab_locale::Named;

/// `GET /{m}/initiatives/endings`
pub async fn show(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let wish = EndingWish {
        words: query.text("q"),
        area: query.id("area"),
        ended_as: query.choice("ended_as"),
        condition: query.choice("condition"),
        before: query.id("before"),
    };
    let page = endings(v.desk(), v.actor()?, &wish).await?;
    let areas = areas(&v).await?;
    let body = html! {
        (back(&v.at("/initiatives"), &t.initiative_all()))
        h1 { (t.endings_title()) }
        p.lead { (t.endings_lead()) }
        form.filters method="get" action=(v.path) {
            div.field {
                label for="q" { (t.endings_words()) }
                input id="q" name="q" type="search" value=(wish.words);
            }
            (filter(&v, "area", &t.initiative_area(), &areas, &query.text("area")))
            (filter(&v, "ended_as", &t.initiative_ended_as(), &options::<EndedAs>(t), code(wish.ended_as)))
            (filter(&v, "condition", &t.initiative_conditions(), &options::<Condition>(t), code(wish.condition)))
            button.button.quiet { (t.public.search()) }
        }
        @if page.items.is_empty() { (empty(&t.endings_none(), &t.endings_none_text(), None)) }
        @else {
            @for ended in &page.items { (ending(&v, ended, area_among(&areas, ended.area_id, &ended.area))) }
            (paging(&v, "before", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.endings_title(), body).into_response())
}

fn ending(v: &Visitor, ended: &Initiative, area: &str) -> Markup {
    let t = v.t;
    let conditions = ended.conditions();
    html! {
        article.card {
            h2 { a href=(v.at(&format!("/initiatives/{}", ended.id))) { (ended.title) } }
            p.small.muted {
                (area) @if let Some(at) = ended.ended_at() { "\u{a0}· " (time(v, at)) }
                @if let Some(how) = ended.ended_as() { " " (tag(Tone::Plain, how.name(t))) }
            }
            (prose(ended.learnt.as_deref().unwrap_or_default()))
            @if !conditions.is_empty() { p.small { (t.endings_hung_on()) " " (names(v, &conditions)) } }
        }
    }
}
