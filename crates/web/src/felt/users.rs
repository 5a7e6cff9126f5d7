//! Writing down what those it is for say.
use super::question::draft;
use crate::answer;
use crate::kit::form::{Area, Choose, options};
use crate::kit::{Answer, Flash, Form, FormView, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::felt::{self, Draft};
use samskab_domain::access::Act;
use samskab_domain::answer::Kind;
use samskab_domain::felt::{NOTE_MAX, Says};
use samskab_domain::kernel::Remark;

/// `POST /{m}/answers/{id}/felt`
pub async fn say(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match felt::users_say(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(_) => Ok(to(&v.at(&format!("/answers/{id}")), Some(Flash::Noted))),
        Err(Refusal::Remarks(remarks)) => {
            let page = answer::page_with_users(&v, id, &draft, &remarks).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The form, folded away until it is needed.
pub(crate) fn users_form(
    v: &Visitor,
    of: &samskab_app::answer::Answer,
    typed: &Draft,
    remarks: &[Remark],
) -> Markup {
    let t = v.t;
    let concludes = !matches!(of.kind(), None | Some(Kind::KnowMore | Kind::PassedOn));
    if !concludes || !v.may(Act::NoteNeed) {
        return html! {};
    }
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.radios(Choose {
            name: "says",
            label: &t.felt_users_say(),
            options: &options::<Says>(t),
            chosen: std::slice::from_ref(&typed.says),
            ..Choose::default()
        }))
        (form.area(Area {
            name: "note",
            personal: true,
            label: &t.felt_users_words(),
            hint: Some(&t.felt_users_words_hint()),
            value: &typed.note,
            rows: 3,
            max: NOTE_MAX,
            ..Area::default()
        }))
        (form.marked(typed.harmless))
    };
    html! {
        details open[!remarks.is_empty()] {
            summary { (t.felt_users_write()) }
            (form.finish(&v.at(&format!("/answers/{}/felt", of.id)), fields, &t.felt_users_save()))
        }
    }
}
