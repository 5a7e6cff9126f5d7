//! Where an effort is placed: with whom, of what, started by whom, and how the parties stand to
//! each other.
use super::around::code;
use crate::kit::form::{Choose, options};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::initiative::{self, Reading};
use samskab_domain::access::Sector;
use samskab_domain::initiative::placing::{BegunBy, OfWhat, PlaceDraft, Relation, WithWhom};
use samskab_domain::kernel::{Coded, Id, Remark};

/// `GET /{m}/initiatives/{id}/place`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reading = writable(&v, id).await?;
    let i = &reading.initiative;
    let codes = |codes: Vec<&'static str>| codes.into_iter().map(str::to_owned).collect();
    let draft = PlaceDraft {
        relation: i.relation().code().to_owned(),
        with_whom: codes(i.with_whom().into_iter().map(Coded::code).collect()),
        of_what: codes(i.of_what().into_iter().map(Coded::code).collect()),
        begun_by: code(i.begun_by()).to_owned(),
        begun_side: code(i.begun_side()).to_owned(),
    };
    let body = page(&v, &reading, &draft, &[]);
    Ok(Page::new(&v, v.t.initiative_place(), body).into_response())
}

async fn writable(v: &Visitor, id: Id) -> Result<Reading, Fail> {
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    match reading.may_write {
        true => Ok(reading),
        false => Err(Fail::Forbidden),
    }
}

/// `POST /{m}/initiatives/{id}/place`
pub async fn place(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = PlaceDraft {
        relation: sent.text("relation"),
        with_whom: sent.all("with_whom"),
        of_what: sent.all("of_what"),
        begun_by: sent.text("begun_by"),
        begun_side: sent.text("begun_side"),
    };
    match initiative::place(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(&v.at(&format!("/initiatives/{id}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let reading = writable(&v, id).await?;
            let body = page(&v, &reading, &draft, &remarks);
            Ok(Page::new(&v, v.t.initiative_place(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(v: &Visitor, reading: &Reading, draft: &PlaceDraft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let place = v.at(&format!("/initiatives/{}", reading.initiative.id));
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.checks(Choose { name: "with_whom", label: &t.initiative_with_whom(), options: &options::<WithWhom>(t), chosen: &draft.with_whom, optional: true, ..Choose::default() }))
        (form.checks(Choose { name: "of_what", label: &t.initiative_of_what(), options: &options::<OfWhat>(t), chosen: &draft.of_what, optional: true, two: true, ..Choose::default() }))
        (form.radios(Choose { name: "begun_by", label: &t.initiative_begun_by(), options: &options::<BegunBy>(t), chosen: std::slice::from_ref(&draft.begun_by), optional: true, ..Choose::default() }))
        (form.radios(Choose { name: "begun_side", label: &t.initiative_begun_side(), options: &options::<Sector>(t), chosen: std::slice::from_ref(&draft.begun_side), optional: true, two: true, ..Choose::default() }))
        (form.radios(Choose { name: "relation", label: &t.initiative_relation(), hint: Some(&t.initiative_relation_hint()), options: &options::<Relation>(t), chosen: std::slice::from_ref(&draft.relation), ..Choose::default() }))
    };
    html! {
        div.narrow {
            (back(&place, &reading.initiative.title))
            h1 { (t.initiative_place()) }
            p.lead { (t.initiative_place_lead()) }
            (form.finish(&format!("{place}/place"), fields, &t.initiative_join_send()))
        }
    }
}
