//! What comes with a request, read so that wrong input becomes a page and never a panic.
use super::fail::Fail;
use super::site::Site;
use super::visitor::pairs;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::header;
use axum::http::request::Parts;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use samskab_domain::kernel::{Coded, Id, Language};

/// Names and values as a form or an address sends them.
#[derive(Clone, Debug, Default)]
pub struct Pairs(pub Vec<(String, String)>);

impl Pairs {
    /// The value of a field; nothing when it is not there.
    pub fn text(&self, name: &str) -> String {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Every value of a field, as ticked boxes send them.
    pub fn all(&self, name: &str) -> Vec<String> {
        let these = self.0.iter().filter(|(key, _)| key == name);
        these.map(|(_, value)| value.clone()).collect()
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// An id, when the field holds one.
    pub fn id(&self, name: &str) -> Option<Id> {
        self.text(name).parse().ok()
    }

    /// A choice, when the field holds one.
    pub fn choice<T: Coded>(&self, name: &str) -> Option<T> {
        T::from_code(&self.text(name))
    }
}

/// What stands after the question mark. What is not known there is passed over.
#[derive(Clone, Debug, Default)]
pub struct Query(pub Pairs);

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Fail;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fail> {
        Ok(Self(Pairs(pairs(&parts.uri))))
    }
}

/// Largest form, in bytes; our longest is some thousand characters.
pub const FORM_MAX: usize = 256 * 1024;

/// A form that was sent.
#[derive(Clone, Debug, Default)]
pub struct Form(pub Pairs);

impl FromRequest<Site> for Form {
    type Rejection = Fail;
    async fn from_request(request: Request, _: &Site) -> Result<Self, Fail> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let form = kind
            .and_then(|k| k.to_str().ok())
            .is_some_and(|k| k.starts_with("application/x-www-form-urlencoded"));
        if !form {
            return Err(Fail::Unreadable);
        }
        let body = Limited::new(request.into_body(), FORM_MAX).collect().await;
        let bytes = body.map_err(|error| {
            let too_large = error.downcast_ref::<LengthLimitError>().is_some();
            if too_large {
                Fail::TooLarge
            } else {
                Fail::Unreadable
            }
        })?;
        let pairs = form_urlencoded::parse(&bytes.to_bytes())
            .into_owned()
            .collect();
        Ok(Self(Pairs(pairs)))
    }
}

/// The `{id}` in the address. What is no id does not exist.
#[derive(Clone, Copy, Debug)]
pub struct Target(pub Id);

impl<S: Send + Sync> FromRequestParts<S> for Target {
    type Rejection = Fail;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        path_part(parts, state, "id")
            .await?
            .parse()
            .map(Self)
            .map_err(|_| Fail::Missing)
    }
}

/// The `{token}` in the address.
#[derive(Clone, Debug)]
pub struct TokenPart(pub String);

impl<S: Send + Sync> FromRequestParts<S> for TokenPart {
    type Rejection = Fail;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        path_part(parts, state, "token").await.map(Self)
    }
}

/// The `{language}` in the address.
#[derive(Clone, Copy, Debug)]
pub struct LanguagePart(pub Language);

impl<S: Send + Sync> FromRequestParts<S> for LanguagePart {
    type Rejection = Fail;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fail> {
        let code = path_part(parts, state, "language").await?;
        Language::from_code(&code).map(Self).ok_or(Fail::Missing)
    }
}

async fn path_part<S: Send + Sync>(
    parts: &mut Parts,
    state: &S,
    name: &str,
) -> Result<String, Fail> {
    let params = RawPathParams::from_request_parts(parts, state)
        .await
        .map_err(|_| Fail::Missing)?;
    let found = params.iter().find(|(key, _)| *key == name);
    found
        .map(|(_, value)| value.to_owned())
        .ok_or(Fail::Missing)
}
