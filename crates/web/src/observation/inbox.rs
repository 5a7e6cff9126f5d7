//! The inbox: what people in one's circle have told.
use super::quote::waiting;
use super::told_in;
use crate::kit::form::options;
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::{Tone, beginning, empty, lang, tag, time};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::observation::{self, Observation, Wish};
use samskab_app::{area, citizen};
use samskab_domain::citizen::Step;
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// `GET /{m}/inbox`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let wish = Wish {
        area: query.id("area"),
        topic_group: query.choice("topic_group"),
        loose: query.ticked("loose"),
        before: query.id("before"),
    };
    let quotes = observation::waiting_quotes(v.desk(), v.actor()?).await?;
    let held = citizen::held(v.desk(), v.actor()?).await?;
    let page = observation::inbox(v.desk(), v.actor()?, &wish).await?;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas: Vec<_> = areas
        .into_iter()
        .map(|a| (a.id.to_string(), a.name))
        .collect();
    let loose = [("yes".to_owned(), t.inbox_loose_only())];
    let body = html! {
        h1 { (t.menu_inbox()) }
        p.muted { (t.inbox_lead()) }
        (from_citizens(&v, &held))
        (waiting(&v, &quotes))
        (filters(&v, html! {
            (filter(&v, "area", &t.observation_area(), &areas, &query.text("area")))
            (filter(&v, "topic_group", &t.observation_about(), &options::<TopicGroup>(t), &query.text("topic_group")))
            (filter(&v, "loose", &t.inbox_gathered(), &loose, &query.text("loose")))
        }))
        @if page.items.is_empty() { (empty(&t.inbox_none_title(), &t.inbox_none_text(), None)) }
        @else {
            ul.rows role="list" { @for o in &page.items { (story_row(&v, o, Beside::Whose)) } }
            (paging(&v, "before", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.menu_inbox(), body).into_response())
}

/// What citizens told, and nobody has looked at.
fn from_citizens(v: &Visitor, held: &[Observation]) -> Markup {
    let t = v.t;
    html! {
        @if !held.is_empty() {
            section.card {
                h2 { (t.held_title()) }
                p.small.muted { (t.held_text()) }
                ul.rows role="list" { @for o in held { (story_row(v, o, Beside::HowFar(None))) } }
            }
        }
    }
}

/// What a list says of a story beside its beginning, when and where.
#[derive(Clone, Copy)]
pub(super) enum Beside {
    /// Whose it is, and whether any need has gathered it.
    Whose,
    /// How far it has come.
    HowFar(Option<Step>),
}

/// One story in a list.
pub(super) fn story_row(v: &Visitor, o: &Observation, beside: Beside) -> Markup {
    let t = v.t;
    let beginning = beginning(&o.story, 160);
    let lang = lang(v, o.language());
    html! {
        li {
            p {
                @if o.state == "withdrawn" { em { (t.observation_withdrawn()) } }
                @else { span lang=[lang] { (beginning) } }
                br;
                span.muted.small {
                    (time(v, o.created_at()))
                    "\u{a0}· " (o.area) "\u{a0}· " (o.topic_group().name(t))
                    @if matches!(beside, Beside::Whose) { "\u{a0}· " (told_in(v, o)) }
                    @if let Some(place) = &o.place { "\u{a0}· " (place) }
                }
                @match beside {
                    Beside::Whose if o.needs > 0 => { " " (tag(Tone::Good, t.observation_gathered())) }
                    Beside::HowFar(Some(step)) => { br; b.small { (step.name(t)) } }
                    Beside::Whose | Beside::HowFar(None) => {}
                }
            }
            a.button.quiet href=(v.at(&format!("/observations/{}", o.id))) {
                (t.observation_open()) span.visually-hidden lang=[lang] { ": " (beginning) }
            }
        }
    }
}
