//! The welfare areas.
use super::{again, confirm, form_page, name_fields, sent_names};
use crate::kit::form::Line;
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::{Refusal, area};
use samskab_domain::area::Draft;
use samskab_domain::kernel::{Id, Remark};

const LIST: &str = "/administration/areas";

/// `GET /{m}/administration/areas`
pub async fn list(v: Visitor) -> Answer {
    let t = v.t;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let new = v.at(&format!("{LIST}/new"));
    let body = html! {
        (back(&v.at("/administration"), &t.menu_administration()))
        h1 { (t.administration_areas()) }
        p.muted { (t.administration_areas_text()) }
        @if areas.is_empty() {
            (empty(&t.administration_areas_none(), &t.administration_areas_none_text(), Some((&new, &t.administration_area_new()))))
        } @else {
            p { a.button href=(new) { (t.administration_area_new()) } }
            ul.rows role="list" {
                @for a in &areas {
                    li {
                        p {
                            b { (a.name) } br;
                            span.muted.small { (t.administration_days_to_answer(a.answer_days.unwrap_or(v.municipality.answer_days))) }
                        }
                        a.button.quiet href=(v.at(&format!("{LIST}/{}", a.id))) { (t.public.edit()) span.visually-hidden { " " (a.name) } }
                    }
                }
            }
        }
    };
    Ok(Page::new(&v, t.administration_areas(), body).into_response())
}

/// `GET /{m}/administration/areas/new`
pub async fn blank(v: Visitor) -> Answer {
    Ok(page(&v, None, &Draft::default(), &[]).into_response())
}

/// `POST /{m}/administration/areas`
pub async fn create(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match area::create(v.desk(), v.actor()?, &draft).await {
        Ok(_) => Ok(to(&v.at(LIST), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, None, &draft, &remarks)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/administration/areas/{id}`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let draft = area::draft(v.desk(), v.municipality.id, id).await?;
    Ok(page(&v, Some(id), &draft, &[]).into_response())
}

/// `POST /{m}/administration/areas/{id}`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match area::change(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(LIST), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, Some(id), &draft, &remarks)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/administration/areas/{id}/close`
pub async fn close(v: Visitor, Target(id): Target) -> Answer {
    area::close(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(LIST), Some(Flash::Closed)))
}

fn draft(sent: &Pairs) -> Draft {
    Draft {
        name: sent.text("name"),
        names: sent_names(sent),
        answer_days: sent.text("answer_days"),
    }
}

fn page(v: &Visitor, id: Option<Id>, draft: &Draft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let (title, action) = match id {
        Some(id) => (t.administration_area_edit(), v.at(&format!("{LIST}/{id}"))),
        None => (t.administration_area_new(), v.at(LIST)),
    };
    let form = FormView::new(v, remarks);
    let body = html! {
        (form.finish(&action, fields(&form, draft), &t.public.save()))
        @if id.is_some() {
            (confirm(&t.administration_area_close(), &t.administration_area_close_text(),
                &t.administration_area_close_yes(), &format!("{action}/close")))
        }
    };
    form_page(v, (LIST, &t.administration_areas()), &title, &body)
}

fn fields(form: &FormView<'_>, draft: &Draft) -> Markup {
    let v = form.visitor();
    let t = v.t;
    html! {
        (name_fields(form, &draft.name, |language| draft.named(language)))
        (form.line(Line {
            name: "answer_days",
            label: &t.administration_answer_days(),
            hint: Some(&t.administration_area_days_hint(v.municipality.answer_days)),
            value: &draft.answer_days,
            kind: "number",
            optional: true,
            ..Line::default()
        }))
    }
}
