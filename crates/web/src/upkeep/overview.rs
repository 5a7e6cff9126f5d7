//! What in the directory needs a look: how much of each, and the way to each list.
use crate::kit::{Answer, Page, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::upkeep::{self, Lack};
use samskab_app::vacancy;
use samskab_domain::access::Act;
use samskab_locale::Named;

/// `GET /{m}/upkeep`
pub async fn show(v: Visitor) -> Answer {
    let t = v.t;
    let actor = v.actor()?;
    let counts = upkeep::counts(v.desk(), actor).await?;
    let waiting = upkeep::waiting_count(v.desk(), actor).await?;
    let alike = upkeep::alike_count(v.desk(), actor).await?;
    let vacancies = vacancy::list(v.desk(), actor).await?.len();
    let vacancies = i64::try_from(vacancies).unwrap_or(i64::MAX);
    let body = html! {
        h1 { (t.upkeep_title()) }
        p.lead { (t.upkeep_lead()) }
        @if !v.may(Act::TendOffers) { p.muted { (t.upkeep_mine()) } }
        ul.rows role="list" {
            (row(&v, "waiting", &t.upkeep_waiting(), &t.upkeep_waiting_about(), waiting))
            @for (lack, count) in counts { (row(&v, super::path(lack), &lack.name(t), &about(&v, lack), count)) }
            (row(&v, "alike", &t.upkeep_alike(), &t.upkeep_alike_about(), alike))
            (line(&v, "/vacancies", &t.vacancy_title(), &t.vacancy_lead(), vacancies))
        }
        h2 { (t.upkeep_replace()) }
        p { (t.upkeep_replace_about()) }
        p { a.button.quiet href=(v.at("/upkeep/replace")) { (t.upkeep_replace_open()) } }
        @if v.may(Act::TendOffers) {
            h2 { (t.upkeep_vain()) }
            p { (t.upkeep_vain_about()) }
            p { a.button.quiet href=(v.at("/upkeep/in-vain")) { (t.upkeep_see()) span.visually-hidden { ": " (t.upkeep_vain()) } } }
            h2 { (t.upkeep_settings()) }
            p { (t.upkeep_settings_about()) }
            p { a.button.quiet href=(v.at("/upkeep/settings")) { (t.public.edit()) span.visually-hidden { ": " (t.upkeep_settings()) } } }
        }
    };
    Ok(Page::new(&v, t.upkeep_title(), body).into_response())
}

/// Why it matters, in a line.
pub(super) fn about(v: &Visitor, lack: Lack) -> String {
    let t = v.t;
    match lack {
        Lack::Stale => t.upkeep_stale_about(),
        Lack::Orphaned => t.upkeep_orphaned_about(),
        Lack::Faulty => t.upkeep_faulty_about(),
        Lack::Broken => t.upkeep_broken_about(),
        Lack::Untranslated => t.upkeep_untranslated_about(),
        Lack::Thin => t.upkeep_thin_about(),
    }
}

fn row(v: &Visitor, path: &str, title: &str, about: &str, count: i64) -> Markup {
    line(v, &format!("/upkeep/{path}"), title, about, count)
}

fn line(v: &Visitor, place: &str, title: &str, about: &str, count: i64) -> Markup {
    let t = v.t;
    html! {
        li {
            p {
                b { (title) } ": " @if count == 0 { (t.upkeep_none()) } @else { (t.upkeep_count(count)) }
                br; span.muted.small { (about) }
            }
            @if count > 0 {
                a.button.quiet href=(v.at(place)) { (t.upkeep_see()) span.visually-hidden { ": " (title) } }
            }
        }
    }
}
