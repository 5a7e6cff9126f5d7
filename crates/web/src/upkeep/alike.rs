//! Offers that may be the same.
use crate::kit::list::paging;
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Flash, Form, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::upkeep::{self, Alike};
use samskab_domain::kernel::Id;
use samskab_locale::Named;

/// `GET /{m}/upkeep/alike`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let after = query.text("after");
    let after = (!after.is_empty()).then_some(after.as_str());
    let page = upkeep::alike(v.desk(), v.actor()?, after).await?;
    let body = html! {
        (back(&v.at("/upkeep"), &t.upkeep_title()))
        h1 { (t.upkeep_alike()) }
        p.muted { (t.upkeep_alike_about()) }
        @if page.items.is_empty() { (empty(&t.upkeep_list_none_title(), &t.upkeep_list_none_text(), None)) }
        @else {
            ul.rows role="list" { @for pair in &page.items { (row(&v, pair)) } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.upkeep_alike(), body).into_response())
}

fn row(v: &Visitor, pair: &Alike) -> Markup {
    let t = v.t;
    let shared: Vec<String> = pair.shared().into_iter().map(|s| s.name(t)).collect();
    html! {
        li {
            p {
                a href=(v.at(&format!("/offers/{}", pair.first_id))) { b { (pair.first) } } br;
                a href=(v.at(&format!("/offers/{}", pair.second_id))) { b { (pair.second) } } br;
                span.muted.small { (t.upkeep_alike_shared()) ": " (shared.join(", ")) }
            }
            div.actions {
                a.button.quiet href=(v.at(&format!("/offers/{}/merge?with={}", pair.first_id, pair.second_id))) {
                    (t.upkeep_alike_look()) span.visually-hidden { ": " (pair.first) ", " (pair.second) }
                }
                (two(v, pair.first_id, pair.second_id))
            }
        }
    }
}

/// The button that says that they are two.
pub fn two(v: &Visitor, one: Id, other: Id) -> Markup {
    html! {
        form.inline-form method="post" action=(v.at("/upkeep/alike")) {
            input type="hidden" name="one" value=(one);
            input type="hidden" name="other" value=(other);
            button.button.plain { (v.t.upkeep_alike_two()) }
        }
    }
}

/// `POST /{m}/upkeep/alike`
pub async fn apart(v: Visitor, Form(sent): Form) -> Answer {
    let (one, other) = (sent.id("one"), sent.id("other"));
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    upkeep::keep_apart(v.desk(), v.actor()?, one, other).await?;
    Ok(to(&v.at("/upkeep/alike"), Some(Flash::KeptApart)))
}
