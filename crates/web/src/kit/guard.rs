//! Stands before every address of a municipality: who is it, and may they come here?
//!
//! The one place where access to addresses is decided. What rows a person may see, the actions
//! decide; what they refuse comes back through here and becomes a page.
use super::cors;
use super::fail::Fail;
use super::limit::Who;
use super::page::Flash;
use super::route::Access;
use super::site::Site;
use super::visitor::{self, Visitor};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use samskab_app::{municipality, session};
use samskab_domain::kernel::{Coded, Language};
use samskab_locale::{LANGUAGES, negotiate, texts};

/// What stands before one address.
#[derive(Clone)]
pub struct Guard {
    pub site: Site,
    pub access: Access,
    pub languages: &'static [Language],
    /// For programs of anyone anywhere.
    pub open: bool,
}

/// Lets a request through, or answers in its place.
pub async fn stand(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = match meet(&guard, &parts).await {
        Ok(visitor) => visitor,
        Err(fail) if guard.open => return cors::allow(fail.problem(texts(Language::English))),
        Err(fail) => return fail.alone(language_of(&parts, None, guard.languages)),
    };
    let answer = match admit(&guard, &visitor, &parts) {
        Ok(()) => {
            parts.extensions.insert(visitor.clone());
            named(next.run(Request::from_parts(parts, body)).await)
        }
        Err(fail) => fail.into_response(),
    };
    if guard.open {
        let fail = answer.extensions().get::<Fail>().cloned();
        return cors::allow(fail.map_or(answer, |fail| fail.problem(visitor.t)));
    }
    finish(&guard.site, &visitor, answer)
}

async fn meet(guard: &Guard, request: &Parts) -> Result<Visitor, Fail> {
    let site = &guard.site;
    let path = request.uri.path();
    let slug = path.split('/').nth(1).unwrap_or_default();
    let municipality = municipality::find(&site.desk, slug).await?;
    let cookie = visitor::session_cookie(site, &municipality.slug, &request.headers);
    let session = match &cookie {
        Some(cookie) => session::find(&site.desk, municipality.id, cookie).await?,
        None => None,
    };
    let wish = session
        .as_ref()
        .and_then(|s| Language::from_code(&s.language));
    // Around every page of those who are signed in stand texts for those at work.
    let languages = match session {
        Some(_) => LANGUAGES,
        None => guard.languages,
    };
    let language = language_of(request, wish, languages);
    Ok(Visitor::new(
        site.clone(),
        municipality,
        session,
        (texts(language), languages),
        request,
    ))
}

/// The language asked for in the address, else the one chosen before, else the person's own,
/// else the browser's.
pub fn language_of(request: &Parts, own: Option<Language>, languages: &[Language]) -> Language {
    let known = |code: &str| languages.iter().copied().find(|l| l.code() == code);
    let asked = visitor::asked_language(&request.uri).and_then(|code| known(&code));
    let chosen = visitor::cookie(&request.headers, visitor::LANGUAGE_COOKIE).and_then(known);
    let browser = request
        .headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .map(|wishes| negotiate(wishes, languages));
    asked.or(chosen).or(own).or(browser).unwrap_or_default()
}

fn admit(guard: &Guard, visitor: &Visitor, request: &Parts) -> Result<(), Fail> {
    match (guard.access, visitor.session()) {
        (Access::Public, _) | (Access::SignedIn, Some(_)) => {}
        (_, None) => {
            let read = matches!(request.method, Method::GET | Method::HEAD);
            return Err(Fail::SignIn {
                next: read.then(|| request.uri.to_string()),
            });
        }
        (Access::May(act), Some(session)) => session.actor.may(act).map_err(|_| Fail::Forbidden)?,
    }
    if guard.open {
        let caller = visitor::address(&guard.site, request);
        return guard.site.limits.programs(Who::Address(caller));
    }
    if request.method == Method::POST {
        let who = match visitor.session() {
            Some(session) => Who::Person(session.actor.person),
            None => Who::Address(visitor::address(&guard.site, request)),
        };
        guard.site.limits.writes(who)?;
    }
    Ok(())
}

/// The router answers with nothing at all where an address is asked in a way it does not take; a browser
/// would save that as a file. So it is refused like everything else.
fn named(mut answer: Response) -> Response {
    if answer.status() == StatusCode::METHOD_NOT_ALLOWED {
        answer.extensions_mut().insert(Fail::WrongWay);
    }
    answer
}

/// Turns what a handler refused into a page, and remembers the language that was asked for.
fn finish(site: &Site, visitor: &Visitor, answer: Response) -> Response {
    let fail = answer.extensions().get::<Fail>().cloned();
    let mut answer = match fail {
        Some(fail) => fail.shown_to(visitor),
        None => answer,
    };
    if let Some(language) = visitor.asked_language() {
        let cookie = visitor::remember_language(site, language);
        append_cookie(&mut answer, &cookie);
    }
    if visitor.flash().is_some() && answer.status() != StatusCode::SEE_OTHER {
        append_cookie(&mut answer, &Flash::forget());
    }
    answer
}

/// Adds a `Set-Cookie` to an answer.
pub fn append_cookie(answer: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
}
