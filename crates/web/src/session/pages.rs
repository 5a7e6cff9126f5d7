//! The way in and the way out.
use crate::kit::form::Line;
use crate::kit::guard::append_cookie;
use crate::kit::input::TokenPart;
use crate::kit::limit::Who;
use crate::kit::visitor::{keep_session, remember_next, remembered_next};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Query, Visitor, to};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use samskab_app::token::Secret;
use samskab_app::{Refusal, session};
use samskab_domain::kernel::Remark;

/// `GET /{m}/sign-in`
pub async fn ask(v: Visitor, Query(query): Query) -> Answer {
    if v.session().is_some() {
        return Ok(to(&v.at("/my-day"), None));
    }
    Ok(Page::new(
        &v,
        v.t.public.sign_in(),
        ask_form(&v, "", &query.text("next"), &[]),
    )
    .into_response())
}

fn ask_form(v: &Visitor, email: &str, next: &str, remarks: &[Remark]) -> Markup {
    let t = &v.t.public;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.line(Line {
            name: "email",
            label: &t.sign_in_email(),
            value: email,
            kind: "email",
            autocomplete: "email",
            ..Line::default()
        }))
        input type="hidden" name="next" value=(next);
    };
    html! {
        div.narrow {
            h1 { (t.sign_in()) }
            p { (t.sign_in_lead()) }
            (form.finish(&v.at("/sign-in"), fields, &t.sign_in_send()))
            p.muted.small { (t.sign_in_why_no_password()) }
        }
    }
}

/// `POST /{m}/sign-in`: the same answer whether the address is known or not.
pub async fn send(v: Visitor, Form(form): Form) -> Answer {
    v.site.limits.links(Who::Address(v.caller))?;
    let email = form.text("email");
    match session::ask_for_link(v.desk(), v.municipality.id, &email).await {
        Ok(()) => {
            let page = Page::new(&v, v.t.public.sign_in_sent_title(), sent(&v));
            let mut answer = page.into_response();
            append_cookie(&mut answer, &remember_next(&v, Some(&form.text("next"))));
            Ok(answer)
        }
        Err(Refusal::Remarks(remarks)) => {
            let body = ask_form(&v, &email, &form.text("next"), &remarks);
            Ok(Page::new(&v, v.t.public.sign_in(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn sent(v: &Visitor) -> Markup {
    let t = &v.t.public;
    let minutes = samskab_domain::person::SIGN_IN_LINK_MINUTES;
    html! {
        div.narrow {
            h1 { (t.sign_in_sent_title()) }
            p { (t.sign_in_sent_text(minutes)) }
            p.muted { (t.sign_in_sent_nothing()) }
        }
    }
}

/// `GET /{m}/sign-in/{token}`: shows a page whose button spends the link; mail scanners open links too.
pub async fn look(v: Visitor, TokenPart(token): TokenPart) -> Answer {
    let link = Secret::from_outside(&token);
    session::look(v.desk(), v.municipality.id, &link, v.site.settings.links())
        .await
        .map_err(gone)?;
    let t = &v.t.public;
    let body = html! {
        div.narrow {
            h1 { (t.sign_in_ready_title()) }
            p { (t.sign_in_ready_text(&v.municipality.name)) }
            form method="post" action=(v.path) { button.button.wide { (t.sign_in_go()) } }
        }
    };
    Ok(Page::new(&v, t.sign_in_ready_title(), body).into_response())
}

/// `POST /{m}/sign-in/{token}`
pub async fn enter(v: Visitor, headers: HeaderMap, TokenPart(token): TokenPart) -> Answer {
    let link = Secret::from_outside(&token);
    let secret = session::enter(v.desk(), v.municipality.id, &link, v.site.settings.links())
        .await
        .map_err(gone)?;
    let my_day = v.at("/my-day");
    let place = remembered_next(&v, &headers).unwrap_or(&my_day);
    let mut answer = to(place, Some(Flash::SignedIn));
    append_cookie(&mut answer, &remember_next(&v, None));
    append_cookie(
        &mut answer,
        &keep_session(&v.site, &v.municipality.slug, Some(&secret)),
    );
    Ok(answer)
}

fn gone(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Missing => Fail::Gone,
        other => other.into(),
    }
}

/// `POST /{m}/membership`
pub async fn switch(v: Visitor, Form(form): Form) -> Answer {
    let session = v.session().ok_or(Fail::SignIn { next: None })?;
    let membership = form.id("membership").ok_or(Fail::Missing)?;
    session::switch(v.desk(), session, membership).await?;
    Ok(to(&v.at("/my-day"), Some(Flash::Switched)))
}

/// `POST /{m}/sign-out`
pub async fn sign_out(v: Visitor) -> Answer {
    let session = v.session().ok_or(Fail::SignIn { next: None })?;
    session::sign_out(v.desk(), session).await?;
    Ok(out(&v))
}

/// `POST /{m}/sign-out/everywhere`
pub async fn sign_out_everywhere(v: Visitor) -> Answer {
    let session = v.session().ok_or(Fail::SignIn { next: None })?;
    session::sign_out_everywhere(v.desk(), session).await?;
    Ok(out(&v))
}

fn out(v: &Visitor) -> Response {
    let mut answer = to(&v.at(""), Some(Flash::SignedOut));
    append_cookie(
        &mut answer,
        &keep_session(&v.site, &v.municipality.slug, None),
    );
    answer
}
