//! What the municipality may set about its site.
use super::{again, form_page};
use crate::kit::form::Line;
use crate::kit::{Answer, Flash, Form, FormView, Page, Visitor, to};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::{Refusal, municipality};
use samskab_domain::kernel::Remark;
use samskab_domain::municipality::SettingsDraft;

const PLACE: &str = "/administration/settings";

/// `GET /{m}/administration/settings`
pub async fn show(v: Visitor) -> Answer {
    let draft = SettingsDraft {
        name: v.municipality.name.clone(),
        primary: v.municipality.primary_colour.clone(),
        answer_days: v.municipality.answer_days.to_string(),
    };
    Ok(page(&v, &draft, &[]).into_response())
}

/// `POST /{m}/administration/settings`
pub async fn change(v: Visitor, Form(sent): Form) -> Answer {
    let draft = SettingsDraft {
        name: sent.text("name"),
        primary: sent.text("primary"),
        answer_days: sent.text("answer_days"),
    };
    match municipality::change(v.desk(), v.actor()?, &draft).await {
        Ok(()) => Ok(to(&v.at(PLACE), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, &draft, &remarks)),
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(v: &Visitor, draft: &SettingsDraft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.line(Line { name: "name", label: &t.administration_name(), value: &draft.name, ..Line::default() }))
        (form.line(Line {
            name: "primary",
            label: &t.administration_colour(),
            hint: Some(&t.administration_colour_hint()),
            value: &draft.primary,
            ..Line::default()
        }))
        (form.line(Line {
            name: "answer_days",
            label: &t.administration_answer_days(),
            hint: Some(&t.administration_answer_days_hint()),
            value: &draft.answer_days,
            kind: "number",
            ..Line::default()
        }))
    };
    let body = form.finish(&v.at(PLACE), fields, &t.public.save());
    form_page(
        v,
        ("/administration", &t.menu_administration()),
        &t.administration_settings(),
        &body,
    )
}
