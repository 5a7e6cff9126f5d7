//! What can be brought in, and what has been.
use crate::initiative::areas;
use crate::kit::form::{Choose, options as choices};
use crate::kit::page::back;
use crate::kit::parts::{empty, tag};
use crate::kit::{Answer, Fail, FormView, Page, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::import::{self, Options, Run};
use samskab_domain::access::Act;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Language, Remark};

/// What a file tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Offers,
    Stories,
}

impl About {
    pub fn of(code: &str) -> Self {
        if code == Self::Stories.code() {
            Self::Stories
        } else {
            Self::Offers
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Offers => "offers",
            Self::Stories => "stories",
        }
    }
}

/// `GET /{m}/imports`
pub async fn list(v: Visitor) -> Answer {
    Ok(page(&v, About::Offers, &blank(), &[], None)
        .await?
        .into_response())
}

/// `GET /{m}/imports/stories`
pub async fn stories(v: Visitor) -> Answer {
    Ok(page(&v, About::Stories, &blank(), &[], None)
        .await?
        .into_response())
}

fn blank() -> Options {
    Options {
        language: Language::Danish.code().to_owned(),
        ..Options::default()
    }
}

pub(super) async fn page(
    v: &Visitor,
    about: About,
    options: &Options,
    remarks: &[Remark],
    file: Option<&str>,
) -> Result<Page, Fail> {
    let t = v.t;
    let runs = import::runs(v.desk(), v.actor()?).await?;
    let areas = areas(v).await?;
    let (title, lead, leads_back) = match about {
        About::Offers => (
            t.import_title(),
            t.import_lead(),
            back(&v.at("/offers"), &t.public.offer_back()),
        ),
        About::Stories => (
            t.import_tell_title(),
            t.import_tell_lead(),
            back(&v.at("/imports"), &t.import_title()),
        ),
    };
    let body = html! {
        div.narrow {
            (leads_back)
            h1 { (title) }
            p.lead { (lead) }
            (form(v, about, options, &areas, remarks, file))
            @if about == About::Offers {
                p { a href=(v.at("/imports/stories")) { (t.import_tell_link()) } }
            }
            h2 { (t.import_before()) }
            @if runs.is_empty() { (empty(&t.import_none_title(), &t.import_none_text(), None)) }
            @else { ul.rows role="list" { @for run in &runs { li { (row(v, run)) } } } }
        }
    };
    Ok(Page::new(v, title, body))
}

fn form(
    v: &Visitor,
    about: About,
    options: &Options,
    areas: &[(String, String)],
    remarks: &[Remark],
    file: Option<&str>,
) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let (hint, accept) = match about {
        About::Offers => (t.import_file_hint(), ".csv,.json,.geojson,.ndjson"),
        About::Stories => (t.import_tell_hint(), ".csv"),
    };
    let described = if file.is_some() {
        "file-hint file-error"
    } else {
        "file-hint"
    };
    let fields = html! {
        div.field {
            label for="file" { (t.import_file()) }
            p.hint id="file-hint" { (hint) }
            @if let Some(why) = file { p.field-error id="file-error" { (why) } }
            input id="file" name="file" type="file" multiple[about == About::Offers] accept=(accept) aria-describedby=(described);
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
        @if about == About::Stories {
            (form.tick("looked_through", &t.import_looked_through(), options.looked_through))
        } @else if v.may(Act::Administer) {
            (form.tick("create_organisations", &t.import_create_organisations(), options.create_organisations))
        }
    };
    html! {
        (form.summary())
        @if let Some(why) = file { div.error-summary role="alert" tabindex="-1" { p { a href="#file" { (why) } } } }
        form method="post" action=(v.at("/imports")) enctype="multipart/form-data" {
            input type="hidden" name="about" value=(about.code());
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
            br; (day) "\u{a0}· " (run.person)
            br; (tag(super::show::tone(run), super::show::state(v, run)))
        }
    }
}
