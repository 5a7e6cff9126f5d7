//! What waits to be given on, and what nobody holds.
use crate::kit::parts::{Tone, empty, tag, time};
use crate::kit::{Answer, Page, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::vacancy::{self, Open, Unheld};
use samskab_locale::Named;

/// `GET /{m}/vacancies`
pub async fn list(v: Visitor) -> Answer {
    let t = v.t;
    let actor = v.actor()?;
    let open = vacancy::list(v.desk(), actor).await?;
    let vacant = vacancy::unheld(v.desk(), actor).await?;
    let body = html! {
        h1 { (t.vacancy_title()) }
        @if open.is_empty() { (empty(&t.vacancy_none_title(), &t.vacancy_none_text(), None)) }
        @else {
            p.muted { (t.vacancy_lead()) }
            ul.rows role="list" { @for one in &open { (row(&v, one)) } }
        }
        (nobody(&v, &vacant))
    };
    Ok(Page::new(&v, t.vacancy_title(), body).into_response())
}

fn row(v: &Visitor, one: &Open) -> Markup {
    let t = v.t;
    html! {
        li {
            p {
                b { (one.person) } ", " (one.organisation) br;
                (tag(Tone::Warm, one.reason().name(t))) " "
                span.muted.small { (time(v, one.opened_at())) "\u{a0}· " (t.vacancy_offers(one.offers)) }
            }
            a.button.quiet href=(v.at(&format!("/vacancies/{}", one.id))) {
                (t.vacancy_see()) span.visually-hidden { ": " (one.person) }
            }
        }
    }
}

fn nobody(v: &Visitor, vacant: &Unheld) -> Markup {
    let t = v.t;
    let total = vacant.offers.first().map_or(0, |o| o.total);
    html! {
        @if total > 0 || !vacant.organisations.is_empty() { h2 { (t.vacancy_unheld()) } }
        @if !vacant.organisations.is_empty() {
            h3 { (t.vacancy_unheld_organisations()) }
            ul {
                @for o in &vacant.organisations {
                    li { (o.name) br; span.muted.small { (t.vacancy_unheld_counts(o.offers, o.questions)) } }
                }
            }
        }
        @if total > 0 {
            details {
                summary { (t.vacancy_unheld_offers(total)) }
                ul { @for o in &vacant.offers { li { a href=(v.at(&format!("/offers/{}", o.id))) { (o.name) } } } }
            }
        }
    }
}
