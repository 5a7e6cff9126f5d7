//! How often offers are checked here, and whose changes wait.
use crate::kit::form::{Choose, options};
use crate::kit::page::back;
use crate::kit::{Answer, Flash, Form, FormView, Page, Visitor, to};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::Refusal;
use samskab_app::upkeep::{self, SettingsDraft};
use samskab_domain::kernel::{Coded, Remark};
use samskab_domain::offer::{CADENCES, Wait};
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// `GET /{m}/upkeep/settings`
pub async fn show(v: Visitor) -> Answer {
    let settings = upkeep::settings(v.desk(), v.actor()?).await?;
    let cadences = settings.cadences.into_iter();
    let draft = SettingsDraft {
        wait: settings.wait.code().to_owned(),
        cadences: cadences
            .map(|(g, months)| (g, months.to_string()))
            .collect(),
    };
    Ok(page(&v, &draft, &[]).into_response())
}

/// `POST /{m}/upkeep/settings`
pub async fn set(v: Visitor, Form(sent): Form) -> Answer {
    let cadences = TopicGroup::ALL.iter();
    let draft = SettingsDraft {
        wait: sent.text("wait"),
        cadences: cadences.map(|g| (*g, sent.text(g.code()))).collect(),
    };
    match upkeep::set(v.desk(), v.actor()?, &draft).await {
        Ok(()) => Ok(to(&v.at("/upkeep"), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            Ok(page(&v, &draft, &remarks).unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(v: &Visitor, draft: &SettingsDraft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let months: Vec<(String, String)> = CADENCES
        .iter()
        .map(|m| (m.to_string(), t.offer_cadence_months(*m)))
        .collect();
    let fields = html! {
        (form.radios(Choose {
            name: "wait",
            label: &t.upkeep_wait(),
            options: &options::<Wait>(t),
            chosen: std::slice::from_ref(&draft.wait),
            ..Choose::default()
        }))
        h2 { (t.upkeep_cadences()) }
        p { (t.upkeep_cadences_about()) }
        @for (group, chosen) in &draft.cadences {
            (form.select(Choose {
                name: group.code(),
                label: &group.name(t),
                options: &months,
                chosen: std::slice::from_ref(chosen),
                ..Choose::default()
            }))
        }
    };
    let body = html! {
        div.narrow {
            (back(&v.at("/upkeep"), &t.upkeep_title()))
            h1 { (t.upkeep_settings()) }
            (form.finish(&v.at("/upkeep/settings"), fields, &t.public.save()))
        }
    };
    Page::new(v, t.upkeep_settings(), body)
}
