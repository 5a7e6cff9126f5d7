//! What organisations say they gain, the newest first; what has ended, on request.
use super::beside::said;
use crate::kit::form::options;
use crate::kit::list::{filter, filters, paging};
use crate::kit::parts::empty;
use crate::kit::{Answer, Flash, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::interest::{self, Interest, Wish};
use samskab_app::organisation;
use samskab_domain::access::Act;
use samskab_domain::topic::TopicGroup;

/// `GET /{m}/interests`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let wish = Wish {
        topic_group: query.choice("topic_group"),
        organisation: query.id("organisation"),
        ended: query.ticked("ended"),
        before: query.id("before"),
    };
    let page = interest::list(v.desk(), v.actor()?, &wish).await?;
    let organisations = organisation::all(v.desk(), v.municipality.id).await?;
    let organisations: Vec<_> = organisations
        .into_iter()
        .map(|o| (o.id.to_string(), o.name))
        .collect();
    let ended = [("yes".to_owned(), t.interest_with_ended())];
    let body = html! {
        h1 { (t.interest_title()) }
        p.lead { (t.interest_lead()) }
        @if v.may(Act::DeclareInterest) { p { a.button href=(v.at("/interests/new")) { (t.interest_declare()) } } }
        (filters(&v, html! {
            (filter(&v, "topic_group", &t.interest_subject(), &options::<TopicGroup>(t), &query.text("topic_group")))
            (filter(&v, "organisation", &t.interest_who(), &organisations, &query.text("organisation")))
            (filter(&v, "ended", &t.interest_when(), &ended, &query.text("ended")))
        }))
        @if page.items.is_empty() { (empty(&t.interest_none_title(), &t.interest_none_text(), None)) }
        @else {
            ul.rows role="list" { @for interest in &page.items { (row(&v, interest)) } }
            (paging(&v, "before", page.next.as_deref()))
        }
        p.small.muted { (t.interest_takes_nothing()) }
    };
    Ok(Page::new(&v, t.interest_title(), body).into_response())
}

fn row(v: &Visitor, interest: &Interest) -> Markup {
    let own = v
        .session()
        .is_some_and(|s| s.actor.organisation == interest.organisation_id);
    let may_end = own && interest.ended_at().is_none() && v.may(Act::DeclareInterest);
    html! {
        li {
            div { (said(v, interest)) }
            @if may_end {
                form.inline-form method="post" action=(v.at(&format!("/interests/{}/end", interest.id))) {
                    button.button.plain { (v.t.interest_end()) }
                }
            }
        }
    }
}

/// `POST /{m}/interests/{id}/end`
pub async fn end(v: Visitor, Target(id): Target) -> Answer {
    interest::end(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at("/interests"), Some(Flash::Saved)))
}
