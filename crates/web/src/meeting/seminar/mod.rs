//! A development seminar: its pack on one page, what comes of it, and the pack on paper.
mod compose;
mod pack;
mod paper;
mod words;
mod write;

pub use compose::compose;
pub(super) use paper::{fetch, order, progress};
pub(crate) use write::from_seminar;
pub(super) use write::note;

use crate::initiative::area_named;
use crate::kit::page::back;
use crate::kit::parts::button_form;
use crate::kit::{Answer, Fail, Page, Target, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::meeting::seminar::{self, Seminar};
use samskab_domain::kernel::Coded;
use samskab_locale::LANGUAGES;
use write::{Typed, writing};

/// `GET /{m}/meetings/{id}/seminar`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let seminar = seminar::read(v.desk(), v.actor()?, id).await?;
    Ok(page(&v, seminar, &Typed::default()).await?.into_response())
}

async fn page(v: &Visitor, seminar: Seminar, typed: &Typed) -> Result<Page, Fail> {
    let t = v.t;
    let (seminar, m) = (&seminar, &seminar.meeting);
    let title = t.seminar_title(area_named(v, m.area_id, &m.area).await?);
    let body = html! {
        (back(&v.at(&format!("/meetings/{}", m.id)), &m.title))
        div.split {
            div {
                h1 { (title) }
                p.lead { (t.seminar_lead()) }
                (pack::pack(v, seminar))
            }
            aside {
                (on_paper(v, seminar))
                (writing(v, seminar, typed))
            }
        }
    };
    Ok(Page::new(v, title, body))
}

/// The pack as PDF, in either language.
fn on_paper(v: &Visitor, seminar: &Seminar) -> Markup {
    let t = v.t;
    let at = v.at(&format!("/meetings/{}/seminar/papers", seminar.meeting.id));
    html! {
        div.card {
            h2 { (t.seminar_paper()) }
            p.small { (t.seminar_paper_text()) }
            div.actions {
                @for language in LANGUAGES {
                    (button_form(&format!("{at}?in={}", language.code()), &t.seminar_paper_in(language.own_name()), "button quiet"))
                }
            }
        }
    }
}
