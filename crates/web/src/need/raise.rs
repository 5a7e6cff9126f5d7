//! *Bed om svar*: putting a need to organisations of either sector.
use crate::kit::form::{Choose, Line};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::need::{self, Reading};
use samskab_app::organisation::{self, Organisation};
use samskab_app::{Refusal, area};
use samskab_domain::access::Sector;
use samskab_domain::answer::RaiseDraft;
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::need::Evidence;
use samskab_locale::Named;

/// `GET /{m}/needs/{id}/raise`
pub async fn ask(v: Visitor, Target(id): Target) -> Answer {
    let body = page(&v, id, &RaiseDraft::default(), &[]).await?;
    Ok(Page::new(&v, v.t.need_raise_title(), body).into_response())
}

/// `POST /{m}/needs/{id}/raise`
pub async fn raise(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = RaiseDraft {
        organisations: sent.all("organisations"),
        due: sent.text("due"),
    };
    let place = v.at(&format!("/needs/{id}"));
    match need::raise(v.desk(), v.actor()?, id, &draft).await {
        Ok(_) => Ok(to(&place, Some(Flash::Raised))),
        Err(Refusal::Remarks(remarks)) => {
            let body = page(&v, id, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.need_raise_title(), body)
                .unprocessable()
                .into_response())
        }
        // Sent twice, or asked in another window: the need says who is asked.
        Err(Refusal::Done) => Ok(to(&place, None)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/needs/{id}/differ`
pub async fn differ(v: Visitor, Target(id): Target) -> Answer {
    let place = v.at(&format!("/needs/{id}"));
    match need::see_differently(v.desk(), v.actor()?, id).await {
        Ok(()) => Ok(to(&place, Some(Flash::Saved))),
        Err(Refusal::Done) => Ok(to(&place, None)),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(v: &Visitor, id: Id, draft: &RaiseDraft, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let (desk, m) = (v.desk(), v.municipality.id);
    let reading = need::read(desk, v.actor()?, id).await?;
    if !reading.in_circle {
        return Err(Fail::Forbidden);
    }
    let days = area::answer_days(desk, m, reading.need.area_id).await?;
    let organisations = organisation::all(desk, m).await?;
    let form = FormView::new(v, remarks);
    let fields = fields(&form, &reading, &organisations, draft, days);
    let bare = reading.evidence == Evidence::None;
    Ok(html! {
        div.narrow {
            (back(&v.at(&format!("/needs/{id}")), &reading.need.title))
            h1 { (t.need_raise_title()) }
            p.muted { (t.need_raise_lead()) }
            @if bare {
                div.note {
                    p { (t.need_raise_nothing()) }
                    p { a href=(v.at(&format!("/needs/{id}/observations"))) { (t.need_gather()) } }
                }
            }
            (already(v, &reading))
            (form.finish(&v.at(&format!("/needs/{id}/raise")), fields, &t.need_raise()))
        }
    })
}

fn already(v: &Visitor, reading: &Reading) -> Markup {
    let waiting: Vec<_> = reading
        .answers
        .iter()
        .filter(|a| a.kind().is_none())
        .map(|a| a.organisation.as_str())
        .collect();
    html! {
        @if !waiting.is_empty() { p.small { (v.t.need_raise_asked()) " " (waiting.join(", ")) } }
    }
}

fn fields(
    form: &FormView<'_>,
    reading: &Reading,
    organisations: &[Organisation],
    draft: &RaiseDraft,
    days: u16,
) -> Markup {
    let t = form.visitor().t;
    let free = organisations
        .iter()
        .filter(|o| reading.owed_by(o.id).is_none());
    let mut options: Vec<_> = free
        .map(|o| {
            let text = format!("{} · {}", o.name, o.sector().name(t));
            (o.sector() == Sector::Voluntary, (o.id.to_string(), text))
        })
        .collect();
    // The two sides one after the other; within each, the alphabet stays.
    options.sort_by_key(|(voluntary, _)| *voluntary);
    let options: Vec<_> = options.into_iter().map(|(_, option)| option).collect();
    html! {
        (form.checks(Choose {
            name: "organisations",
            label: &t.need_raise_who(),
            options: &options,
            chosen: &draft.organisations,
            ..Choose::default()
        }))
        (form.line(Line {
            name: "due",
            label: &t.need_raise_due(),
            hint: Some(&t.need_raise_due_hint(days)),
            value: &draft.due,
            kind: "date",
            optional: true,
            ..Line::default()
        }))
    }
}
