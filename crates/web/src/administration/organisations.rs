//! Organisations of both sectors.
use super::{again, confirm, form_page};
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::list::{filter, filters, paging};
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::organisation::{self, Organisation, Wish};
use samskab_app::{Refusal, area};
use samskab_domain::access::Sector;
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::organisation::{Draft, Form as Kind};
use samskab_locale::Named;

const LIST: &str = "/administration/organisations";

/// `GET /{m}/administration/organisations`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let after = query.text("after");
    let wish = Wish {
        sector: query.choice("sector"),
        after: (!after.is_empty()).then_some(after),
    };
    let page = organisation::list(v.desk(), v.municipality.id, &wish).await?;
    let new = v.at(&format!("{LIST}/new"));
    let body = html! {
        (back(&v.at("/administration"), &t.menu_administration()))
        h1 { (t.administration_organisations()) }
        p.muted { (t.administration_organisations_text()) }
        p { a.button href=(new) { (t.administration_organisation_new()) } }
        (filters(&v, filter(&v, "sector", &t.administration_sector(), &options::<Sector>(t), &query.text("sector"))))
        @if page.items.is_empty() {
            (empty(&t.administration_organisations_none(), &t.administration_organisations_none_text(), None))
        } @else {
            ul.rows role="list" { @for o in &page.items { (row(&v, o)) } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.administration_organisations(), body).into_response())
}

fn row(v: &Visitor, o: &Organisation) -> Markup {
    let t = v.t;
    html! {
        li {
            p {
                b { (o.name) } br;
                span.muted.small {
                    (o.sector().name(t))
                    @if let Some(form) = o.form() { "\u{a0}· " (form.name(t)) }
                    @if let Some(phone) = &o.phone { "\u{a0}· " (phone) }
                    @if let Some(email) = &o.email { "\u{a0}· " (email) }
                }
            }
            div.actions {
                a.button.quiet href=(v.at(&format!("/administration/people?organisation={}", o.id))) {
                    (t.administration_people()) span.visually-hidden { " " (o.name) }
                }
                a.button.quiet href=(v.at(&format!("{LIST}/{}", o.id))) { (t.public.edit()) span.visually-hidden { " " (o.name) } }
            }
        }
    }
}

/// `GET /{m}/administration/organisations/new`
pub async fn blank(v: Visitor) -> Answer {
    Ok(page(&v, None, &Draft::default(), &[])
        .await?
        .into_response())
}

/// `POST /{m}/administration/organisations`
pub async fn create(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match organisation::create(v.desk(), v.actor()?, &draft).await {
        Ok(_) => Ok(to(&v.at(LIST), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, None, &draft, &remarks).await?),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/administration/organisations/{id}`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let draft = organisation::draft(v.desk(), v.municipality.id, id).await?;
    Ok(page(&v, Some(id), &draft, &[]).await?.into_response())
}

/// `POST /{m}/administration/organisations/{id}`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match organisation::change(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(LIST), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, Some(id), &draft, &remarks).await?),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/administration/organisations/{id}/close`
pub async fn close(v: Visitor, Target(id): Target) -> Answer {
    organisation::close(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(LIST), Some(Flash::Closed)))
}

fn draft(sent: &Pairs) -> Draft {
    Draft {
        name: sent.text("name"),
        sector: sent.text("sector"),
        form: sent.text("form"),
        cvr: sent.text("cvr"),
        email: sent.text("email"),
        phone: sent.text("phone"),
        about: sent.text("about"),
        areas: sent.all("areas"),
    }
}

async fn page(
    v: &Visitor,
    id: Option<Id>,
    draft: &Draft,
    remarks: &[Remark],
) -> Result<Page, Fail> {
    let t = v.t;
    let (title, action) = match id {
        Some(id) => (
            t.administration_organisation_edit(),
            v.at(&format!("{LIST}/{id}")),
        ),
        None => (t.administration_organisation_new(), v.at(LIST)),
    };
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas: Vec<_> = areas
        .into_iter()
        .map(|a| (a.id.to_string(), a.name))
        .collect();
    let form = FormView::new(v, remarks);
    let fields = html! { (who(&form, draft)) (more(&form, draft, &areas)) };
    let body = html! {
        (form.finish(&action, fields, &t.public.save()))
        @if id.is_some() {
            (confirm(&t.administration_organisation_close(), &t.administration_organisation_close_text(),
                &t.administration_organisation_close_yes(), &format!("{action}/close")))
        }
    };
    Ok(form_page(
        v,
        (LIST, &t.administration_organisations()),
        &title,
        &body,
    ))
}

fn who(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.line(Line { name: "name", label: &t.administration_name(), value: &draft.name, ..Line::default() }))
        (form.radios(Choose {
            name: "sector",
            label: &t.administration_sector(),
            options: &options::<Sector>(t),
            chosen: std::slice::from_ref(&draft.sector),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "form",
            label: &t.administration_form(),
            options: &options::<Kind>(t),
            chosen: std::slice::from_ref(&draft.form),
            two: true,
            ..Choose::default()
        }))
    }
}

fn more(form: &FormView<'_>, draft: &Draft, areas: &[(String, String)]) -> Markup {
    let t = form.visitor().t;
    html! {
            (form.line(Line {
                name: "cvr",
                label: &t.administration_cvr(),
                hint: Some(&t.administration_cvr_hint()),
                value: &draft.cvr,
                optional: true,
                ..Line::default()
            }))
            (form.line(Line {
                name: "email",
                label: &t.administration_email(),
                value: &draft.email,
                kind: "email",
                optional: true,
                ..Line::default()
            }))
            (form.line(Line {
                name: "phone",
                label: &t.administration_phone(),
                value: &draft.phone,
                kind: "tel",
                optional: true,
                ..Line::default()
            }))
            (form.area(Area {
                name: "about",
                label: &t.administration_about(),
                hint: Some(&t.administration_about_hint()),
                value: &draft.about,
                rows: 3,
                max: 600,
                optional: true,
    ..Area::default()
    }))
            @if !areas.is_empty() {
                (form.checks(Choose {
                    name: "areas",
                    label: &t.administration_areas(),
                    options: areas,
                    chosen: &draft.areas,
                    optional: true,
                    two: true,
                    ..Choose::default()
                }))
            }
        }
}
