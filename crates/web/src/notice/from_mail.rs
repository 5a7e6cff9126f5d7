//! No more messages, with one tap from the link in one.
use crate::kit::input::TokenPart;
use crate::kit::{Answer, Fail, Page, Visitor};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::Refusal;
use samskab_app::notice;
use samskab_app::token::Secret;

/// `GET /{m}/notices/from-mail/{token}`: only the button stops anything; mail scanners open links too.
pub async fn show(v: Visitor, TokenPart(token): TokenPart) -> Answer {
    let t = v.t;
    let link = Secret::from_outside(&token);
    notice::of_link(v.desk(), v.municipality.id, &link)
        .await
        .map_err(gone)?;
    let body = html! {
        div.narrow {
            h1 { (t.notice_stop_title()) }
            p { (t.notice_stop_text()) }
            form method="post" action=(v.path) { button.button { (t.notice_stop()) } }
        }
    };
    Ok(Page::new(&v, t.notice_stop_title(), body).into_response())
}

/// `POST /{m}/notices/from-mail/{token}`, by the page's button or by the mail program's own (RFC 8058).
pub async fn stop(v: Visitor, TokenPart(token): TokenPart) -> Answer {
    let t = v.t;
    let link = Secret::from_outside(&token);
    notice::stop(v.desk(), v.municipality.id, &link)
        .await
        .map_err(gone)?;
    let body = html! {
        div.narrow {
            h1 { (t.notice_stopped_title()) }
            p { (t.notice_stopped_text()) }
            p { a href=(v.at("/notices")) { (t.notice_title()) } }
        }
    };
    Ok(Page::new(&v, t.notice_stopped_title(), body).into_response())
}

fn gone(refusal: Refusal) -> Fail {
    match refusal {
        Refusal::Missing => Fail::Gone,
        other => other.into(),
    }
}
