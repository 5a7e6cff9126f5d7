//! What can be brought in, and what has been.
use crate::initiative::areas;
use crate::kit::form::{Choose, options as choices};
use crate::kit::page::back;
use crate::kit::parts::{empty, tag};
use crate::kit::{Answer, Fail, FormView, Page, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::import::hsds::{self, Options, Run};
use samskab_domain::access::Act;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Language, Remark};

/// `GET /{m}/imports`
pub async fn list(v: Visitor) -> Answer {
    let options = Options {
        language: Language::Danish.code().to_owned(),
        ..Options::default()
    };
    Ok(page(&v, &options, &[], None).await?.into_response())
}

pub(super) async fn page(
    v: &Visitor,
    options: &Options,
    remarks: &[Remark],
    file: Option<&str>,
) -> Result<Page, Fail> {
    let t = v.t;
    let runs = hsds::runs(v.desk(), v.actor()?).await?;
    let areas = areas(v).await?;
    let body = html! {
        div.narrow {
            (back(&v.at("/offers"), &t.public.offer_back()))
            h1 { (t.import_title()) }
            p.lead { (t.import_lead()) }
            (form(v, options, &areas, remarks, file))
            h2 { (t.import_before()) }
            @if runs.is_empty() { (empty(&t.import_none_title(), &t.import_none_text(), None)) }
            @else { ul.rows role="list" { @for run in &runs { li { (row(v, run)) } } } }
        }
    };
    Ok(Page::new(v, t.import_title(), body))
}

fn form(
    v: &Visitor,
    options: &Options,
    areas: &[(String, String)],
    remarks: &[Remark],
    file: Option<&str>,
) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let described = if file.is_some() {
        "file-hint file-error"
    } else {
        "file-hint"
    };
    let fields = html! {
        div.field {
            label for="file" { (t.import_file()) }
            p.hint id="file-hint" { (t.import_file_hint()) }
            @if let Some(why) = file { p.field-error id="file-error" { (why) } }
            input id="file" name="file" type="file" multiple accept=".json,.ndjson,.csv" aria-describedby=(described);
        }
        (form.select(Choose {
            name: "area",
            label: &t.import_area(),
            hint: Some(&t.import_area_hint()),
            options: areas,
            chosen: std::slice::from_ref(&options.area),
            ..Choose::default()
        }))
        (form.select(Choose {
            name: "language",
            label: &t.import_language(),
            options: &choices::<Language>(t),
            chosen: std::slice::from_ref(&options.language),
            ..Choose::default()
        }))
        @if v.may(Act::Administer) {
            (form.tick("create_organisations", &t.import_create_organisations(), options.create_organisations))
        }
    };
    html! {
        (form.summary())
        @if let Some(why) = file { div.error-summary role="alert" tabindex="-1" { p { a href="#file" { (why) } } } }
        form method="post" action=(v.at("/imports")) enctype="multipart/form-data" {
            (fields)
            div.actions { button.button { (t.import_look()) } }
        }
    }
}

fn row(v: &Visitor, run: &Run) -> Markup {
    let t = v.t;
    let day = t.near(Day::of(run.created_at()), v.today());
    html! {
        p {
            a href=(v.at(&format!("/imports/{}", run.id))) { b { (run.source) } }
            br; (day) " · " (run.person)
            br; (tag(super::show::tone(run), super::show::state(v, run)))
        }
    }
}
