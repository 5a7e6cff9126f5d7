//! *What became of what you told*: by the code, and in states alone. The code never stands in an
//! address, where it would be remembered.
use crate::kit::form::Line;
use crate::kit::limit::Who;
use crate::kit::parts::time;
use crate::kit::{Answer, Fail, Form, FormView, Page, Visitor};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::citizen::{self, Code, Followed};
use samskab_app::felt::Question;
use samskab_domain::felt::Says;
use samskab_domain::kernel::{Coded, Remark, Why};
use samskab_locale::Named;

/// `GET /{m}/told`
pub async fn ask(v: Visitor) -> Answer {
    Ok(asked(&v, "", &[]).into_response())
}

/// `POST /{m}/told`
pub async fn follow(v: Visitor, Form(sent): Form) -> Answer {
    v.site.limits.strangers(Who::Address(v.caller))?;
    let typed = sent.text("code");
    let found = match Code::typed(&typed) {
        Some(code) => shown(&v, &code).await,
        None => Err(Fail::Missing),
    };
    match found {
        Err(Fail::Missing) => {
            let unknown = [Remark {
                field: "code",
                why: Why::NoSuchCode,
            }];
            Ok(asked(&v, &typed, &unknown).unprocessable().into_response())
        }
        found => found,
    }
}

/// `POST /{m}/told/felt`
pub async fn felt(v: Visitor, Form(sent): Form) -> Answer {
    v.site.limits.strangers(Who::Address(v.caller))?;
    let code = Code::typed(&sent.text("code")).ok_or(Fail::Missing)?;
    let question = sent.id("question").ok_or(Fail::Missing)?;
    let (m, says) = (v.municipality.id, sent.text("says"));
    match citizen::say(v.desk(), m, &code, question, &says, v.language()).await {
        Ok(()) | Err(Refusal::Remarks(_)) => shown(&v, &code).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/told/take-back`
pub async fn take_back(v: Visitor, Form(sent): Form) -> Answer {
    v.site.limits.strangers(Who::Address(v.caller))?;
    let code = Code::typed(&sent.text("code")).ok_or(Fail::Missing)?;
    match citizen::take_back(v.desk(), v.municipality.id, &code).await {
        Ok(()) | Err(Refusal::Done) => shown(&v, &code).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn asked(v: &Visitor, typed: &str, remarks: &[Remark]) -> Page {
    let t = &v.t.public;
    let form = FormView::new(v, remarks);
    let fields = form.line(Line {
        name: "code",
        label: &t.tell_code(),
        hint: Some(&t.tell_follow_hint()),
        value: typed,
        autocomplete: "off",
        ..Line::default()
    });
    let body = html! {
        div.narrow {
            h1 { (t.tell_follow_title()) }
            p { (t.tell_follow_lead()) }
            (form.finish(&v.at("/told"), fields, &t.tell_follow_see()))
            p.beside.small { a href=(v.at("/tell")) { (t.tell_title()) } }
        }
    };
    Page::new(v, t.tell_follow_title(), body)
}

async fn shown(v: &Visitor, code: &Code) -> Result<Response, Fail> {
    let t = &v.t.public;
    let followed = citizen::follow(v.desk(), v.municipality.id, code).await?;
    let body = html! {
        div.narrow {
            h1 { (t.tell_follow_title()) }
            (steps(v, &followed))
            @for question in &followed.questions { (felt_form(v, code, question)) }
            @if followed.there {
                details {
                    summary { (t.tell_take_back()) }
                    p.small { (t.tell_take_back_text()) }
                    form method="post" action=(v.at("/told/take-back")) {
                        (carried(code))
                        button.button.quiet { (t.tell_take_back_yes()) }
                    }
                }
            }
        }
    };
    let page = Page::new(v, t.tell_follow_title(), body);
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

fn steps(v: &Visitor, followed: &Followed) -> Markup {
    html! {
        ol.trail {
            @for (step, at) in &followed.steps {
                li { (step.name(v.t)) @if let Some(at) = at { br; span.muted.small { (time(v, *at)) } } }
            }
        }
    }
}

fn felt_form(v: &Visitor, code: &Code, question: &Question) -> Markup {
    let t = &v.t.public;
    html! {
        section.card {
            h2 { (t.tell_felt_question()) }
            @if question.says().is_some() { p role="status" { (t.tell_felt_thanks()) } }
            @else { p { (t.tell_felt_lead()) } }
            form.choices method="post" action=(v.at("/told/felt")) {
                (carried(code))
                input type="hidden" name="question" value=(question.id);
                @for says in Says::ALL {
                    @let chosen = question.says() == Some(*says);
                    button.button.wide.quiet[!chosen] name="says" value=(says.code()) { (says.name(v.t)) }
                }
            }
        }
    }
}

fn carried(code: &Code) -> Markup {
    html! { input type="hidden" name="code" value=(code.in_groups()); }
}
