//! An organisation says what it has to keep to, or has room for.
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::{Refusal, area, frame};
use samskab_domain::frame::{ChangedBy, Draft, Firmness, Kind};
use samskab_domain::kernel::Remark;

/// `GET /{m}/frames/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let draft = Draft {
        area: query.text("area"),
        ..Draft::default()
    };
    let body = form(&v, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.frame_declare_title(), body).into_response())
}

/// `POST /{m}/frames`
pub async fn declare(v: Visitor, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match frame::declare(v.desk(), v.actor()?, &draft, v.language()).await {
        Ok(_) => {
            let place = v.at(&format!("/frames?area={}", draft.area.trim()));
            Ok(to(&place, Some(Flash::Declared)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.frame_declare_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn draft(sent: &Pairs) -> Draft {
    Draft {
        area: sent.text("area"),
        text: sent.text("text"),
        kind: sent.text("kind"),
        source: sent.text("source"),
        firmness: sent.text("firmness"),
        changed_by: sent.text("changed_by"),
        until: sent.text("until"),
        found_late: sent.ticked("found_late"),
    }
}

async fn form(v: &Visitor, draft: &Draft, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas: Vec<_> = areas
        .into_iter()
        .map(|a| (a.id.to_string(), a.name))
        .collect();
    let organisation = v.session().map(|s| s.organisation.clone());
    let form = FormView::new(v, remarks);
    let fields = html! { (what(&form, draft, &areas)) (how_firm(&form, draft)) };
    Ok(html! {
        div.narrow {
            (back(&v.at("/frames"), &t.menu_frames()))
            h1 { (t.frame_declare_title()) }
            p.muted { (t.frame_declare_lead(organisation.unwrap_or_default())) }
            (form.finish(&v.at("/frames"), fields, &t.frame_save()))
        }
    })
}

fn what(form: &FormView<'_>, draft: &Draft, areas: &[(String, String)]) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.area(Area {
            name: "text",
            label: &t.frame_text(),
            hint: Some(&t.frame_text_hint()),
            value: &draft.text,
            rows: 2,
            max: 300,
            ..Area::default()
        }))
        (form.radios(Choose {
            name: "area",
            label: &t.frame_area(),
            options: areas,
            chosen: std::slice::from_ref(&draft.area),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "firmness",
            label: &t.frame_firmness(),
            options: &options::<Firmness>(t),
            chosen: std::slice::from_ref(&draft.firmness),
            ..Choose::default()
        }))
    }
}

fn how_firm(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.radios(Choose {
            name: "kind",
            label: &t.frame_kind(),
            options: &options::<Kind>(t),
            chosen: std::slice::from_ref(&draft.kind),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "changed_by",
            label: &t.frame_changed_by(),
            options: &options::<ChangedBy>(t),
            chosen: std::slice::from_ref(&draft.changed_by),
            two: true,
            ..Choose::default()
        }))
        (form.line(Line {
            name: "source",
            label: &t.frame_source(),
            hint: Some(&t.frame_source_hint()),
            value: &draft.source,
            optional: true,
            ..Line::default()
        }))
        (form.line(Line {
            name: "until",
            label: &t.frame_until(),
            hint: Some(&t.frame_until_hint()),
            value: &draft.until,
            kind: "date",
            optional: true,
            ..Line::default()
        }))
        (form.tick("found_late", &t.frame_found_late_tick(), draft.found_late))
    }
}
