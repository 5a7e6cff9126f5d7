//! The people who are here.
use crate::kit::list::{filter, filters, paging};
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::organisation;
use samskab_app::person::{self, Wish};
use samskab_locale::Named;

/// `GET /{m}/administration/people`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let after = query.text("after");
    let wish = Wish {
        organisation: query.id("organisation"),
        after: (!after.is_empty()).then_some(after),
    };
    let page = person::list(v.desk(), v.actor()?, &wish).await?;
    let organisations = organisation::all(v.desk(), v.municipality.id).await?;
    let organisations: Vec<_> = organisations
        .into_iter()
        .map(|o| (o.id.to_string(), o.name))
        .collect();
    let new = match wish.organisation {
        Some(id) => v.at(&format!("/administration/people/new?organisation={id}")),
        None => v.at("/administration/people/new"),
    };
    let body = html! {
        (back(&v.at("/administration"), &t.menu_administration()))
        h1 { (t.administration_people()) }
        p.muted { (t.administration_people_text()) }
        p { a.button href=(new) { (t.administration_invite()) } }
        (filters(&v, filter(&v, "organisation", &t.administration_organisation(), &organisations, &query.text("organisation"))))
        @if page.items.is_empty() {
            (empty(&t.administration_people_none(), &t.administration_people_none_text(), None))
        } @else {
            ul.rows role="list" {
                @for p in &page.items {
                    li {
                        p {
                            b { (p.name) } br;
                            span.muted.small {
                                @if let (Some(organisation), Some(role)) = (&p.organisation, p.role()) {
                                    (organisation) ", " (role.name(t)) "\u{a0}· "
                                } @else { (t.administration_no_membership()) "\u{a0}· " }
                                (p.email)
                            }
                        }
                        a.button.quiet href=(v.at(&format!("/administration/people/{}", p.id))) {
                            (t.administration_open()) span.visually-hidden { " " (p.name) }
                        }
                    }
                }
            }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.administration_people(), body).into_response())
}
