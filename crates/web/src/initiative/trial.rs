//! *Try it out in a small way*: one from each side, at once (F10).
use super::{areas, marked, organisations};
use crate::kit::form::{Area, Choose, Line};
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::{Refusal, initiative, observation};
use samskab_domain::access::Sector;
use samskab_domain::initiative::TrialDraft;
use samskab_domain::kernel::{Id, Remark};

/// `GET /{m}/trials/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let observation = query.id("observation");
    if let Some(id) = observation {
        observation::read(v.desk(), v.actor()?, id).await?;
    }
    let own_area = match v.actor()?.areas.as_slice() {
        [only] => only.to_string(),
        _ => String::new(),
    };
    let draft = TrialDraft {
        area: own_area,
        ..TrialDraft::default()
    };
    let body = form(&v, observation, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.trial_start(), body).into_response())
}

/// `POST /{m}/trials`
pub async fn start(v: Visitor, Form(sent): Form) -> Answer {
    let observation = sent.id("observation");
    let draft = draft(&sent);
    let actor = v.actor()?;
    match initiative::start_trial(v.desk(), actor, observation, &draft, v.language()).await {
        Ok(id) => {
            let place = v.at(&format!("/initiatives/{id}"));
            Ok(to(&place, Some(Flash::Started)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, observation, &draft, &remarks).await?;
            Ok(Page::new(&v, v.t.trial_start(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn draft(sent: &Pairs) -> TrialDraft {
    TrialDraft {
        what: sent.text("what"),
        with: sent.text("with"),
        until: sent.text("until"),
        notice: sent.text("notice"),
        area: sent.text("area"),
        harmless: sent.ticked("harmless"),
    }
}

async fn form(
    v: &Visitor,
    observation: Option<Id>,
    draft: &TrialDraft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let (other, hint) = match v.actor()?.sector {
        Sector::Public => (Sector::Voluntary, t.initiative_trial_with_voluntary()),
        Sector::Voluntary => (Sector::Public, t.initiative_trial_with_public()),
    };
    let others = organisations(v, Some(other)).await?;
    let areas = areas(v).await?;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.area(Area {
            name: "what",
            label: &t.initiative_trial_what(),
            hint: Some(&t.initiative_trial_what_hint()),
            value: &draft.what,
            rows: 4,
            max: 600,
            ..Area::default()
        }))
        (form.select(Choose {
            name: "with",
            label: &t.initiative_trial_with(),
            hint: Some(&hint),
            options: &others,
            chosen: std::slice::from_ref(&draft.with),
            ..Choose::default()
        }))
        (form.line(Line {
            name: "until",
            label: &t.initiative_trial_until(),
            hint: Some(&t.initiative_trial_until_hint()),
            value: &draft.until,
            kind: "date",
            ..Line::default()
        }))
        (form.area(Area {
            name: "notice",
            label: &t.initiative_notice(),
            value: &draft.notice,
            rows: 2,
            max: 400,
            ..Area::default()
        }))
        @if let Some(id) = observation {
            input type="hidden" name="observation" value=(id);
        } @else {
            (form.radios(Choose {
                name: "area",
                label: &t.initiative_area(),
                options: &areas,
                chosen: std::slice::from_ref(&draft.area),
                two: true,
                ..Choose::default()
            }))
        }
        (marked(&form, draft.harmless))
    };
    let (place, label) = match observation {
        Some(id) => (v.at(&format!("/observations/{id}")), t.menu_what_became()),
        None => (v.at("/initiatives"), t.initiative_all()),
    };
    Ok(html! {
        div.narrow {
            (back(&place, &label))
            h1 { (t.trial_start()) }
            p.lead { (t.initiative_trial_lead()) }
            @if observation.is_some() { p.muted { (t.initiative_trial_story()) } }
            (form.finish(&v.at("/trials"), fields, &t.initiative_trial_send()))
        }
    })
}
