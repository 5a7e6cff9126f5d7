//! What is long overdue, for all members to see.
use crate::kit::list::paging;
use crate::kit::parts::{day, empty};
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::answer;

/// `GET /{m}/answers/overdue`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let after = query.text("after");
    let page = answer::overdue(v.desk(), v.actor()?, Some(&after)).await?;
    let body = html! {
        h1 { (t.answer_overdue_title()) }
        p.muted { (t.answer_overdue_lead()) }
        @if page.items.is_empty() { (empty(&t.answer_overdue_none(), &t.answer_overdue_none_text(), None)) }
        @else {
            ul.rows role="list" {
                @for a in &page.items {
                    li {
                        p {
                            b { (a.need) } br;
                            span.muted.small {
                                (a.organisation) "\u{a0}· " (a.area)
                                @if let Some(due) = a.due() { "\u{a0}· " (t.answer_overdue_since()) " " (day(&v, due)) }
                            }
                        }
                        a.button.quiet href=(v.at(&format!("/answers/{}", a.id))) {
                            (t.answer_open()) span.visually-hidden { ": " (a.need) }
                        }
                    }
                }
            }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.answer_overdue_title(), body).into_response())
}
