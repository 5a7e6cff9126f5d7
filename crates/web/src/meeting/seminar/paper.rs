//! The pack on paper: asked for, watched while it is made, fetched.
use super::compose;
use crate::kit::page::back;
use crate::kit::paper::pdf;
use crate::kit::parts::button_form;
use crate::kit::{Answer, Page, Query, Target, Visitor, to};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::meeting::seminar::{self, Fetched, Paper};
use samskab_app::press::Printed;
use samskab_domain::kernel::{Coded, Language};
use samskab_domain::meeting::seminar::Progress;
use samskab_locale::{LANGUAGES, texts};

/// `POST /{m}/meetings/{id}/seminar/papers`
pub async fn order(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let wished = Language::from_code(&query.text("in")).filter(|l| LANGUAGES.contains(l));
    let language = wished.unwrap_or(v.language());
    let paper = seminar::order(v.desk(), v.actor()?, id, language).await?;
    Ok(to(&v.at(&format!("/seminar-papers/{paper}")), None))
}

/// `GET /{m}/seminar-papers/{id}`: looks again by itself until it is made.
pub async fn progress(v: Visitor, Target(id): Target) -> Answer {
    let paper = seminar::paper(v.desk(), v.actor()?, id).await?;
    let under_way = !matches!(paper.state(), Progress::Made | Progress::Failed);
    let mut answer = Page::new(&v, v.t.seminar_paper(), standing(&v, &paper)).into_response();
    if under_way {
        let again = HeaderValue::from_static("1");
        answer.headers_mut().insert(header::REFRESH, again);
    }
    Ok(answer)
}

/// `GET /{m}/seminar-papers/{id}/pdf`
pub async fn fetch(v: Visitor, Target(id): Target) -> Answer {
    match seminar::fetch(v.desk(), v.actor()?, id, compose).await? {
        Fetched::Pdf(bytes, language) => {
            let printed = Printed {
                pdf: bytes,
                pages: 0,
            };
            Ok(pdf(printed, texts(language).seminar_file().as_str()))
        }
        Fetched::NotYet(paper) => Ok(to(&v.at(&format!("/seminar-papers/{}", paper.id)), None)),
        Fetched::Outdated(paper) => {
            let t = v.t;
            let body = around(
                &v,
                &paper,
                html! {
                    h1 { (t.seminar_paper_outdated()) }
                    p { (t.seminar_paper_outdated_text()) }
                    (again(&v, &paper))
                },
            );
            Ok(Page::new(&v, t.seminar_paper_outdated(), body).into_response())
        }
    }
}

fn around(v: &Visitor, paper: &Paper, inside: Markup) -> Markup {
    let at = v.at(&format!("/meetings/{}/seminar", paper.meeting_id));
    html! { (back(&at, &v.t.seminar_open())) div.narrow { (inside) } }
}

/// The button that asks for it anew.
fn again(v: &Visitor, paper: &Paper) -> Markup {
    let language = paper.language().code();
    let at = v.at(&format!(
        "/meetings/{}/seminar/papers?in={language}",
        paper.meeting_id
    ));
    button_form(&at, &v.t.seminar_paper_again(), "button")
}

fn standing(v: &Visitor, paper: &Paper) -> Markup {
    let t = v.t;
    let here = v.at(&format!("/seminar-papers/{}", paper.id));
    let inside = match paper.state() {
        Progress::Made => html! {
            h1 { (t.seminar_paper_made()) }
            p { (t.seminar_paper_pages(paper.pages.unwrap_or(1))) }
            p { a.button href=(format!("{here}/pdf")) { (t.seminar_paper_get()) } }
        },
        Progress::Failed => html! {
            h1 { (t.seminar_paper_failed()) }
            p { (t.seminar_paper_failed_text()) }
            (again(v, paper))
        },
        state => html! {
            h1 { (t.seminar_paper_under_way()) }
            div role="status" { ol {
                li { (t.seminar_paper_gathering()) @if state == Progress::Setting { ": " b { (t.seminar_paper_step_done()) } } }
                li { (t.seminar_paper_setting()) }
            } }
            p { (t.seminar_paper_wait()) }
            p { a href=(here) { (t.seminar_paper_look()) } }
        },
    };
    around(v, paper, inside)
}
