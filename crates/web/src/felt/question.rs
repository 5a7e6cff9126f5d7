//! The question, from *My day* or from a mail: one tap is an answer.
use crate::kit::form::Area;
use crate::kit::input::{Pairs, TokenPart};
use crate::kit::parts::{lang, quoted};
use crate::kit::{Answer, Fail, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::felt::{self, Draft, Question};
use samskab_app::token::Secret;
use samskab_domain::felt::{NOTE_MAX, Says};
use samskab_domain::kernel::{Coded, Remark};
use samskab_locale::Named;

/// `GET /{m}/felt/{id}`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let question = felt::read(v.desk(), v.actor()?, id).await?;
    Ok(page(&v, &question, &typed(&question), &[]).into_response())
}

/// `POST /{m}/felt/{id}`
pub async fn say(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = draft(&sent);
    match felt::say(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(()) => Ok(to(&v.path, None)),
        Err(Refusal::Remarks(remarks)) => {
            let question = felt::read(v.desk(), v.actor()?, id).await?;
            Ok(page(&v, &question, &draft, &remarks)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/felt/from-mail/{token}`: only a button says anything; mail scanners open links too.
pub async fn show_by_link(v: Visitor, TokenPart(token): TokenPart) -> Answer {
    let link = Secret::from_outside(&token);
    let question = felt::by_link(v.desk(), v.municipality.id, &link).await;
    let question = question.map_err(gone)?;
    Ok(page(&v, &question, &typed(&question), &[]).into_response())
}

/// `POST /{m}/felt/from-mail/{token}`
pub async fn say_by_link(v: Visitor, TokenPart(token): TokenPart, Form(sent): Form) -> Answer {
    let link = Secret::from_outside(&token);
    let (draft, m) = (draft(&sent), v.municipality.id);
    match felt::say_by_link(v.desk(), m, &link, &draft, v.language()).await {
        Ok(()) => Ok(to(&v.path, None)),
        Err(Refusal::Remarks(remarks)) => {
            let question = felt::by_link(v.desk(), m, &link).await.map_err(gone)?;
            Ok(page(&v, &question, &draft, &remarks)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(gone(refusal)),
    }
}

fn gone(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Missing => Fail::Gone,
        other => other.into(),
    }
}

pub(super) fn draft(sent: &Pairs) -> Draft {
    Draft {
        says: sent.text("says"),
        note: sent.text("note"),
        harmless: sent.ticked("harmless"),
    }
}

fn typed(question: &Question) -> Draft {
    Draft {
        says: question.says().map_or("", Coded::code).to_owned(),
        note: question.note.clone().unwrap_or_default(),
        harmless: false,
    }
}

fn page(v: &Visitor, question: &Question, draft: &Draft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let body = html! {
        div.narrow {
            h1 { (t.felt_question()) }
            (about(v, question))
            @if let Some(says) = question.says() {
                p role="status" { b { (t.felt_thanks()) } " " (t.felt_you_said(says.name(t))) }
            }
            form.choices method="post" action=(v.path) {
                @for says in Says::ALL {
                    @let chosen = question.says() == Some(*says);
                    button.button.wide.quiet[!chosen] name="says" value=(says.code()) { (says.name(t)) }
                }
            }
            @if question.says().is_some() || !remarks.is_empty() { (more(v, draft, remarks)) }
            p.small.muted { (t.felt_no_duty()) }
        }
    };
    Page::new(v, t.felt_question(), body)
}

/// What she told became, and what was answered.
fn about(v: &Visitor, question: &Question) -> Markup {
    let t = v.t;
    let lang = lang(v, question.language());
    html! {
        p { (t.felt_you_told()) }
        div.card {
            h2 { (question.need) }
            @if let Some(kind) = question.kind() {
                p { (question.organisation) ": " (quoted(&kind.name(t))) }
            }
            @if let Some(what) = &question.what { p lang=[lang] { (what) } }
            @else if let Some(meaning) = &question.meaning { p lang=[lang] { (meaning) } }
            @if question.done() { p { b { (t.felt_said_done()) } } }
        }
    }
}

/// What she would like to add, once she has tapped.
fn more(v: &Visitor, draft: &Draft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        input type="hidden" name="says" value=(draft.says);
        (form.area(Area {
            name: "note",
            label: &t.felt_more(),
            hint: Some(&t.felt_more_hint()),
            value: &draft.note,
            rows: 3,
            max: NOTE_MAX,
            ..Area::default()
        }))
        (form.marked(draft.harmless))
    };
    form.finish(&v.path, fields, &t.felt_send())
}

/// What the visitor is asked, each with the way to its page. It may be left alone.
pub(crate) fn waiting(v: &Visitor, questions: &[Question]) -> Markup {
    let t = v.t;
    html! {
        @if !questions.is_empty() {
            h2 { (t.felt_question()) }
            ul.rows role="list" {
                @for question in questions {
                    li {
                        p {
                            b { (question.need) } br;
                            span.muted.small { (t.felt_answered_by(&question.organisation)) }
                        }
                        a.button.quiet href=(v.at(&format!("/felt/{}", question.id))) {
                            (t.felt_say()) span.visually-hidden { ": " (question.need) }
                        }
                    }
                }
            }
        }
    }
}
