//! Where people are sent with danger, concern or a complaint.
use super::{again, form_page};
use crate::kit::form::Line;
use crate::kit::{Answer, Flash, Form, FormView, Page, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::{Refusal, municipality};
use samskab_domain::kernel::Remark;
use samskab_domain::municipality::{Matter, Signpost, SignpostsDraft};
use samskab_locale::Named;

const PLACE: &str = "/administration/signposts";

/// `GET /{m}/administration/signposts`
pub async fn show(v: Visitor) -> Answer {
    let there = municipality::signposts(v.desk(), v.municipality.id).await?;
    Ok(page(&v, &typed(&there), &[]).into_response())
}

/// `POST /{m}/administration/signposts`
pub async fn put_up(v: Visitor, Form(sent): Form) -> Answer {
    let draft = SignpostsDraft {
        danger_phone: sent.text("danger_phone"),
        danger_url: sent.text("danger_url"),
        concern_phone: sent.text("concern_phone"),
        concern_url: sent.text("concern_url"),
        complaint_phone: sent.text("complaint_phone"),
        complaint_url: sent.text("complaint_url"),
    };
    match municipality::put_up(v.desk(), v.actor()?, &draft).await {
        Ok(()) => Ok(to(&v.at(PLACE), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => again(page(&v, &draft, &remarks)),
        Err(refusal) => Err(refusal.into()),
    }
}

fn typed(there: &[Signpost]) -> SignpostsDraft {
    let of = |matter: Matter| {
        let found = there.iter().find(|s| s.matter == matter);
        let phone = found.and_then(|s| s.phone.clone()).unwrap_or_default();
        (phone, found.and_then(|s| s.url.clone()).unwrap_or_default())
    };
    let (danger, concern) = (of(Matter::Danger), of(Matter::Concern));
    let complaint = of(Matter::Complaint);
    SignpostsDraft {
        danger_phone: danger.0,
        danger_url: danger.1,
        concern_phone: concern.0,
        concern_url: concern.1,
        complaint_phone: complaint.0,
        complaint_url: complaint.1,
    }
}

fn page(v: &Visitor, draft: &SignpostsDraft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (one(&form, Matter::Danger, ("danger_phone", &draft.danger_phone), ("danger_url", &draft.danger_url)))
        (one(&form, Matter::Concern, ("concern_phone", &draft.concern_phone), ("concern_url", &draft.concern_url)))
        (one(&form, Matter::Complaint, ("complaint_phone", &draft.complaint_phone), ("complaint_url", &draft.complaint_url)))
    };
    let body = html! {
        p { (t.administration_signposts_lead()) }
        (form.finish(&v.at(PLACE), fields, &t.public.save()))
    };
    form_page(
        v,
        ("/administration", &t.menu_administration()),
        &t.administration_signposts(),
        &body,
    )
}

fn one(
    form: &FormView<'_>,
    matter: Matter,
    (phone, number): (&'static str, &str),
    (url, address): (&'static str, &str),
) -> Markup {
    let t = form.visitor().t;
    let danger = (matter == Matter::Danger).then(|| t.administration_signposts_danger());
    html! {
        (form.line(Line {
            name: phone,
            label: &t.administration_signposts_phone(matter.name(t)),
            hint: danger.as_deref(),
            value: number,
            kind: "tel",
            optional: true,
            ..Line::default()
        }))
        (form.line(Line {
            name: url,
            label: &t.administration_signposts_url(matter.name(t)),
            value: address,
            kind: "url",
            optional: true,
            ..Line::default()
        }))
    }
}
