//! What can happen to an answer on its way: the date moved, the question taken back, something told to the answerer.
use crate::kit::form::{Area, Line};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::answer::{self, Answer as Asked, Ways};
use samskab_domain::answer::{ExtensionDraft, REASON_MAX, REPLY_MAX, WordsDraft};
use samskab_domain::kernel::{Id, Remark};

/// Something written for one step of the way, looked through for personal data while it is typed.
pub(super) struct Words<'a> {
    pub name: &'static str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    pub max: usize,
    pub harmless: bool,
}

pub(super) fn words(form: &FormView<'_>, w: Words<'_>) -> Markup {
    html! {
        (form.area(Area {
            name: w.name,
            personal: true,
            label: w.label,
            hint: w.hint,
            value: w.value,
            rows: 3,
            max: w.max,
            ..Area::default()
        }))
        (form.marked(w.harmless))
    }
}

fn place(v: &Visitor, id: Id) -> String {
    v.at(&format!("/answers/{id}"))
}

/// The answer, as long as `open` says that the step can be taken now.
async fn found(v: &Visitor, id: Id, open: fn(Ways) -> bool) -> Result<Option<Asked>, Fail> {
    let reading = answer::read(v.desk(), v.actor()?, id).await?;
    Ok(Some(reading.answer).filter(|_| open(reading.ways)))
}

/// A page with one form about an answer.
pub(super) fn page(v: &Visitor, asked: &Asked, title: &str, lead: &str, form: &Markup) -> Page {
    let body = html! {
        (back(&place(v, asked.id), &asked.need))
        div.narrow {
            h1 { (title) }
            p.muted { (asked.organisation) ": " (asked.need) }
            p { (lead) }
            (form)
        }
    };
    Page::new(v, title, body)
}

/// What comes of a form: on to the answer, or the form again with its remarks.
pub(super) fn outcome(
    v: &Visitor,
    id: Id,
    done: Result<(), Refusal>,
    flash: Flash,
    again: impl FnOnce(&[Remark]) -> Page,
) -> Result<Response, Fail> {
    match done {
        Ok(()) => Ok(to(&place(v, id), Some(flash))),
        Err(Refusal::Remarks(remarks)) => Ok(again(&remarks).unprocessable().into_response()),
        // It was done in another window: show how it stands.
        Err(Refusal::Done) => Ok(to(&place(v, id), None)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/answers/{id}/extend`
pub async fn extend_form(v: Visitor, Target(id): Target) -> Answer {
    match found(&v, id, |ways| ways.extend).await? {
        Some(asked) => Ok(extend_page(&v, &asked, &ExtensionDraft::default(), &[]).into_response()),
        None => Ok(to(&place(&v, id), None)),
    }
}

/// `POST /{m}/answers/{id}/extend`
pub async fn extend(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = ExtensionDraft {
        due: sent.text("due"),
        reason: sent.text("reason"),
        harmless: sent.ticked("harmless"),
    };
    let done = answer::extend(v.desk(), v.actor()?, id, &draft, v.language()).await;
    let asked = answer::read(v.desk(), v.actor()?, id).await?.answer;
    outcome(&v, id, done, Flash::Extended, |remarks| {
        extend_page(&v, &asked, &draft, remarks)
    })
}

fn extend_page(v: &Visitor, asked: &Asked, draft: &ExtensionDraft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.line(Line {
            name: "due",
            label: &t.answer_extend_due(),
            value: &draft.due,
            kind: "date",
            ..Line::default()
        }))
        (words(&form, Words {
            name: "reason",
            label: &t.answer_reason(),
            hint: None,
            value: &draft.reason,
            max: REASON_MAX,
            harmless: draft.harmless,
        }))
    };
    let action = format!("{}/extend", place(v, asked.id));
    let form = form.finish(&action, fields, &t.answer_extend());
    page(v, asked, &t.answer_extend(), &t.answer_extend_lead(), &form)
}

/// `GET /{m}/answers/{id}/withdraw`
pub async fn withdraw_form(v: Visitor, Target(id): Target) -> Answer {
    match found(&v, id, |ways| ways.withdraw).await? {
        Some(asked) => Ok(withdraw_page(&v, &asked, &WordsDraft::default(), &[]).into_response()),
        None => Ok(to(&place(&v, id), None)),
    }
}

/// `POST /{m}/answers/{id}/withdraw`
pub async fn withdraw(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = words_of(&sent);
    let done = answer::withdraw(v.desk(), v.actor()?, id, &draft, v.language()).await;
    let asked = answer::read(v.desk(), v.actor()?, id).await?.answer;
    outcome(&v, id, done, Flash::Saved, |remarks| {
        withdraw_page(&v, &asked, &draft, remarks)
    })
}

fn withdraw_page(v: &Visitor, asked: &Asked, draft: &WordsDraft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let lead = t.answer_withdraw_lead(&asked.organisation);
    let label = t.answer_reason();
    let form = one(
        v,
        ("withdraw", asked),
        (&label, REASON_MAX),
        draft,
        remarks,
        &t.answer_withdraw(),
    );
    page(v, asked, &t.answer_withdraw(), &lead, &form)
}

/// `GET /{m}/answers/{id}/reply`
pub async fn reply_form(v: Visitor, Target(id): Target) -> Answer {
    match found(&v, id, |ways| ways.reply).await? {
        Some(asked) => Ok(reply_page(&v, &asked, &WordsDraft::default(), &[]).into_response()),
        None => Ok(to(&place(&v, id), None)),
    }
}

/// `POST /{m}/answers/{id}/reply`
pub async fn reply(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = words_of(&sent);
    let done = answer::reply(v.desk(), v.actor()?, id, &draft, v.language()).await;
    let asked = answer::read(v.desk(), v.actor()?, id).await?.answer;
    outcome(&v, id, done.map(drop), Flash::ToldMore, |remarks| {
        reply_page(&v, &asked, &draft, remarks)
    })
}

fn reply_page(v: &Visitor, asked: &Asked, draft: &WordsDraft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let missing = asked.missing.as_deref().unwrap_or_default();
    let label = t.answer_reply_words();
    let form = one(
        v,
        ("reply", asked),
        (&label, REPLY_MAX),
        draft,
        remarks,
        &t.answer_reply_send(),
    );
    let lead = t.answer_reply_lead(&asked.organisation);
    let form = html! { blockquote { p { (missing) } } (form) };
    page(v, asked, &t.answer_tell_more(), &lead, &form)
}

fn words_of(sent: &crate::kit::input::Pairs) -> WordsDraft {
    WordsDraft {
        words: sent.text("words"),
        harmless: sent.ticked("harmless"),
    }
}

/// A form of a few words and a button.
fn one(
    v: &Visitor,
    (step, asked): (&str, &Asked),
    (label, max): (&str, usize),
    draft: &WordsDraft,
    remarks: &[Remark],
    send: &str,
) -> Markup {
    let form = FormView::new(v, remarks);
    let fields = words(
        &form,
        Words {
            name: "words",
            label,
            hint: None,
            value: &draft.words,
            max,
            harmless: draft.harmless,
        },
    );
    form.finish(&format!("{}/{step}", place(v, asked.id)), fields, send)
}
