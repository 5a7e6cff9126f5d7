//! One answer, beside the need it answers.
use super::form::{around, draft, form};
use super::said::said;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, Page, Target, Visitor, to};
use crate::need::story;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::answer::{self, Reading};
use samskab_domain::access::Act;
use samskab_domain::answer::Draft;
use samskab_domain::kernel::Remark;

/// `GET /{m}/answers/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reading = answer::read(v.desk(), v.actor()?, id).await?;
    let body = page(&v, &reading, &Draft::default(), &[]).await?;
    Ok(Page::new(&v, &reading.answer.need, body).into_response())
}

/// `POST /{m}/answers/{id}`
pub async fn give(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match answer::give(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(()) => Ok(to(&v.at(&format!("/answers/{id}")), Some(Flash::Answered))),
        Err(Refusal::Remarks(remarks)) => {
            let reading = answer::read(v.desk(), v.actor()?, id).await?;
            let body = page(&v, &reading, &draft, &remarks).await?;
            Ok(Page::new(&v, &reading.answer.need, body)
                .unprocessable()
                .into_response())
        }
        // It was given in another window: show what was said.
        Err(Refusal::Done) => Ok(to(&v.at(&format!("/answers/{id}")), None)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/answers/{id}/done`
pub async fn done(v: Visitor, Target(id): Target) -> Answer {
    match answer::done(v.desk(), v.actor()?, id).await {
        Ok(()) => Ok(to(
            &v.at(&format!("/answers/{id}")),
            Some(Flash::FollowedUp),
        )),
        Err(Refusal::Done) => Ok(to(&v.at(&format!("/answers/{id}")), None)),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(
    v: &Visitor,
    reading: &Reading,
    draft: &Draft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let around = match reading.may_answer {
        true => Some(around(v, &reading.answer).await?),
        false => None,
    };
    let (place, label) = match v.may(Act::SeeAnswers) {
        true => (v.at("/answers"), t.answer_all()),
        false => (v.at("/needs"), t.need_all()),
    };
    Ok(html! {
        (back(&place, &label))
        div.split {
            div { (story(v, &reading.need)) }
            aside aria-label=(t.answer_title()) {
                @match &around {
                    Some(around) => (form(v, &reading.answer, around, draft, remarks)),
                    None => {
                        h2.visually-hidden { (t.answer_title()) }
                        (said(v, &reading.answer, &reading.need.cited))
                    }
                }
                @if !reading.history.is_empty() {
                    h2 { (t.answer_history()) }
                    @for before in &reading.history { (said(v, before, &reading.need.cited)) }
                }
                p { a href=(v.at(&format!("/needs/{}", reading.need.need.id))) { (t.need_open_whole()) } }
            }
        }
    })
}
