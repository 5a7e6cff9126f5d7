//! One answer, beside the need it answers.
use super::form::{around, draft, form};
use super::look::looks;
use super::said::said;
use crate::felt::users_form;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, Page, Target, Visitor, to};
use crate::need::{story, topic_names};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::answer::{self, Reading};
use samskab_app::felt;
use samskab_domain::access::Act;
use samskab_domain::answer::{Draft, LookDraft};
use samskab_domain::kernel::{Id, Remark};

/// `GET /{m}/answers/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reading = answer::read(v.desk(), v.actor()?, id).await?;
    let body = page(&v, &reading, &Of::Nothing, &[]).await?;
    Ok(Page::new(&v, &reading.answer.need, body).into_response())
}

/// The form of the page that something was typed into, and what.
pub(super) enum Of<'a> {
    Nothing,
    Answer(&'a Draft),
    Colleague,
    Look(&'a LookDraft),
    Users(&'a felt::Draft),
}

/// The page with what was typed into one of its forms, and why it cannot be taken.
pub(super) async fn again(v: &Visitor, id: Id, of: Of<'_>, remarks: &[Remark]) -> Answer {
    let reading = answer::read(v.desk(), v.actor()?, id).await?;
    let body = page(v, &reading, &of, remarks).await?;
    Ok(Page::new(v, &reading.answer.need, body)
        .unprocessable()
        .into_response())
}

/// The page with what was typed of what the users say, and why it cannot be taken.
pub(crate) async fn page_with_users(
    v: &Visitor,
    id: Id,
    users: &felt::Draft,
    remarks: &[Remark],
) -> Result<Page, Fail> {
    let reading = answer::read(v.desk(), v.actor()?, id).await?;
    let body = page(v, &reading, &Of::Users(users), remarks).await?;
    Ok(Page::new(v, &reading.answer.need, body))
}

/// `POST /{m}/answers/{id}`
pub async fn give(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match answer::give(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(()) => Ok(to(&v.at(&format!("/answers/{id}")), Some(Flash::Answered))),
        Err(Refusal::Remarks(remarks)) => again(&v, id, Of::Answer(&draft), &remarks).await,
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

/// `POST /{m}/answers/{id}/not-done`
pub async fn take_back_done(v: Visitor, Target(id): Target) -> Answer {
    let place = v.at(&format!("/answers/{id}"));
    match answer::take_back_done(v.desk(), v.actor()?, id).await {
        Ok(()) => Ok(to(&place, Some(Flash::Saved))),
        Err(Refusal::Done) => Ok(to(&place, None)),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(
    v: &Visitor,
    reading: &Reading,
    of: &Of<'_>,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let need = &reading.need;
    let felt = felt::of_needs(v.desk(), v.actor()?, &[need.need.id], need.in_circle).await?;
    let around = match reading.ways.answer {
        true => Some(around(v, &reading.answer).await?),
        false => None,
    };
    let nobody = felt::Draft::default();
    let (users, of_users) = match of {
        Of::Users(users) => (*users, remarks),
        _ => (&nobody, &[][..]),
    };
    let topics = topic_names(v, need).await?;
    let (place, label) = match v.may(Act::SeeAnswers) {
        true => (v.at("/answers"), t.answer_all()),
        false => (v.at("/needs"), t.need_all()),
    };
    Ok(html! {
        (back(&place, &label))
        div.split {
            div { (story(v, need, &topics)) }
            aside aria-label=(t.answer_title()) {
                @match &around {
                    Some(around) => {
                        (looks(v, &reading.answer, around, of, remarks))
                        @match of {
                            Of::Answer(draft) => (form(v, &reading.answer, around, draft, remarks)),
                            _ => (form(v, &reading.answer, around, &around.draft(), &[])),
                        }
                    },
                    None => {
                        h2.visually-hidden { (t.answer_title()) }
                        (said(v, &reading.answer, need, &felt))
                        (users_form(v, &reading.answer, users, of_users))
                    }
                }
                @if !reading.history.is_empty() {
                    h2 { (t.answer_history()) }
                    @for before in &reading.history { (said(v, before, need, &felt)) }
                }
                p { a href=(v.at(&format!("/needs/{}", need.need.id))) { (t.need_open_whole()) } }
            }
        }
    })
}
