//! An organisation says what it has to keep to, or has room for; and puts it right.
use super::form::{areas, draft, fields};
use crate::kit::form::Choose;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::frame::{self, Reading};
use samskab_domain::frame::Draft;
use samskab_domain::kernel::{Id, Remark};

/// `GET /{m}/frames/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let draft = Draft {
        area: query.text("area"),
        ..Draft::default()
    };
    let body = new_form(&v, &draft, &[]).await?;
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
            let body = new_form(&v, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.frame_declare_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn new_form(v: &Visitor, draft: &Draft, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let areas = areas(v).await?;
    let organisation = v.session().map(|s| s.organisation.clone());
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.radios(Choose {
            name: "area",
            label: &t.frame_area(),
            options: &areas,
            chosen: std::slice::from_ref(&draft.area),
            two: true,
            ..Choose::default()
        }))
        (fields(&form, draft))
    };
    Ok(html! {
        div.narrow {
            (back(&v.at("/frames"), &t.menu_frames()))
            h1 { (t.frame_declare_title()) }
            p.muted { (t.frame_declare_lead(organisation.unwrap_or_default())) }
            (form.finish(&v.at("/frames"), fields, &t.frame_save()))
        }
    })
}

/// `GET /{m}/frames/{id}/edit`
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let reading = kept(&v, id).await?;
    let seen = reading.item.version;
    let body = edit_form(&v, &reading, seen, &reading.item.draft(), &[]);
    Ok(Page::new(&v, v.t.frame_edit(), body).into_response())
}

/// The item, when the visitor keeps it.
async fn kept(v: &Visitor, id: Id) -> Result<Reading, Fail> {
    let reading = frame::read(v.desk(), v.actor()?, id).await?;
    match reading.item.lifted_at() {
        Some(_) => Err(Fail::Gone),
        None if reading.may_keep => Ok(reading),
        None => Err(Fail::Forbidden),
    }
}

/// `POST /{m}/frames/{id}/edit`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    let seen = sent.text("version").parse().unwrap_or_default();
    match frame::change(v.desk(), v.actor()?, (id, seen), &draft, v.language()).await {
        Ok(()) => Ok(to(&v.at(&format!("/frames/{id}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let reading = kept(&v, id).await?;
            let body = edit_form(&v, &reading, seen, &draft, &remarks);
            Ok(Page::new(&v, v.t.frame_edit(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn edit_form(
    v: &Visitor,
    reading: &Reading,
    seen: i64,
    draft: &Draft,
    remarks: &[Remark],
) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/frames/{}", reading.item.id));
    let form = FormView::new(v, remarks);
    let fields = html! {
        input type="hidden" name="version" value=(seen);
        (fields(&form, draft))
    };
    html! {
        div.narrow {
            (back(&place, &super::space::called(&reading.item)))
            h1 { (t.frame_edit()) }
            p.muted { (t.frame_edit_lead()) }
            (form.finish(&format!("{place}/edit"), fields, &t.frame_edit_save()))
        }
    }
}
