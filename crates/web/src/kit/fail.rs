//! Why a page cannot be shown, as a page itself.
use super::page::{Page, bare};
use super::visitor::Visitor;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_domain::kernel::Language;
use samskab_locale::{Texts, public, texts};
use serde_json::json;
use std::any::Any;

/// Why a page cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fail {
    /// Sign in first; then on to `next`.
    SignIn { next: Option<String> },
    /// The membership does not give access.
    Forbidden,
    /// It does not exist, or the visitor may not know that it does.
    Missing,
    /// The address takes nothing in the way it was asked: only what a form sends, or the other way round.
    WrongWay,
    /// A link that is spent, expired or forged.
    Gone,
    /// A form larger than we take.
    TooLarge,
    /// Too much in a short time.
    TooMany,
    /// A form from another site.
    Foreign,
    /// A request we cannot read.
    Unreadable,
    /// It went wrong on our side.
    Failed,
}

type Sentence = fn(&public::L10nLanguage) -> String;

impl Fail {
    fn status(&self) -> StatusCode {
        match self {
            Self::SignIn { .. } => StatusCode::SEE_OTHER,
            Self::Forbidden | Self::Foreign => StatusCode::FORBIDDEN,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::WrongWay => StatusCode::METHOD_NOT_ALLOWED,
            Self::Gone => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(&self) -> (Sentence, Sentence) {
        match self {
            Self::Forbidden | Self::SignIn { .. } => {
                (|t| t.forbidden_title(), |t| t.forbidden_text())
            }
            Self::Missing => (|t| t.missing_title(), |t| t.missing_text()),
            Self::WrongWay => (|t| t.wrong_way_title(), |t| t.wrong_way_text()),
            Self::Gone => (|t| t.gone_title(), |t| t.gone_text()),
            Self::TooLarge => (|t| t.too_large_title(), |t| t.too_large_text()),
            Self::TooMany => (|t| t.too_many_title(), |t| t.too_many_text()),
            Self::Foreign => (|t| t.foreign_title(), |t| t.foreign_text()),
            Self::Unreadable => (|t| t.unreadable_title(), |t| t.unreadable_text()),
            Self::Failed => (|t| t.failed_title(), |t| t.failed_text()),
        }
    }

    fn body(&self, t: &Texts, action: &str, home: &str) -> (String, Markup) {
        let (title, text) = self.words();
        let title = title(&t.public);
        let body = html! {
            div.state-page {
                h1 { (title) }
                p { (text(&t.public)) }
                div.actions { a.button href=(home) { (action) } }
            }
        };
        (title, body)
    }

    /// The page, for someone known to be in a municipality.
    pub(super) fn shown_to(&self, visitor: &Visitor) -> Response {
        if visitor.json {
            return self.problem(visitor.t);
        }
        if let Self::SignIn { next } = self {
            return sign_in_first(visitor, next.as_deref());
        }
        let t = &visitor.t;
        let (action, home) = match (self, visitor.session()) {
            (Self::Gone, _) => (t.public.gone_again(), visitor.at("/sign-in")),
            (_, Some(_)) => (t.public.go_home(), visitor.at("/my-day")),
            (_, None) => (t.public.go_home(), visitor.at("")),
        };
        let (title, body) = self.body(t, &action, &home);
        let page = Page::new(visitor, title, body).with_status(self.status());
        page.into_response()
    }

    /// For a script, as RFC 9457 has it; one that is signed out is told so, not sent on.
    pub(super) fn problem(&self, t: &Texts) -> Response {
        let status = match self {
            Self::SignIn { .. } => StatusCode::UNAUTHORIZED,
            other => other.status(),
        };
        let (title, _) = self.words();
        problem(status, &title(&t.public), json!({}))
    }

    /// The page, where no municipality is known.
    pub fn alone(&self, language: Language) -> Response {
        let t = texts(language);
        let (title, body) = self.body(t, &t.public.go_home(), "/");
        (self.status(), bare(t, &title, body)).into_response()
    }
}

/// A problem as RFC 9457 tells it, with what else the script needs.
pub fn problem(status: StatusCode, title: &str, mut more: serde_json::Value) -> Response {
    more["title"] = title.into();
    more["status"] = status.as_u16().into();
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    (status, kind, more.to_string()).into_response()
}

fn sign_in_first(visitor: &Visitor, next: Option<&str>) -> Response {
    let mut place = visitor.at("/sign-in");
    if let Some(next) = next {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        place = format!("{place}?next={next}");
    }
    let mut answer = StatusCode::SEE_OTHER.into_response();
    if let Ok(place) = HeaderValue::from_str(&place) {
        answer.headers_mut().insert(header::LOCATION, place);
    }
    answer
}

impl From<Refusal> for Fail {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Denied(_) => Self::Forbidden,
            Refusal::Missing => Self::Missing,
            Refusal::Done => Self::Gone,
            Refusal::Remarks(_) => Self::Unreadable,
            failed @ (Refusal::Database(_)
            | Refusal::Index
            | Refusal::Randomness
            | Refusal::Unprintable(_)) => {
                tracing::error!(reason = %failed, "an action failed");
                Self::Failed
            }
        }
    }
}

impl IntoResponse for Fail {
    /// Leaves the page to the guard, who knows in which language.
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// The page for a panic: a fault of ours, told without detail.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Fail::Failed.alone(Language::Danish)
}
