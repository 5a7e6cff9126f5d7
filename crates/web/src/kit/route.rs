//! An address with who may come there.
use super::site::Site;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{self, MethodRouter};
use samskab_domain::access::Act;
use samskab_domain::kernel::Language;
use samskab_locale::{CITIZENS_LANGUAGES, LANGUAGES};

/// Who may come to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone, signed in or not.
    Public,
    /// Anyone signed in.
    SignedIn,
    /// Those whose role may do this.
    May(Act),
}

/// One address and method of the site.
pub struct Route {
    pub method: Method,
    /// As axum matches it; the first part is always `{m}`, the municipality's slug.
    pub path: &'static str,
    pub access: Access,
    /// The languages it is complete in.
    pub languages: &'static [Language],
    pub handler: MethodRouter<Site>,
    /// For programs of anyone anywhere: no form of ours, no cookie, problems instead of pages.
    pub open: bool,
}

impl Route {
    /// An address for programs of anyone anywhere, who may ask from any page.
    pub fn open(self) -> Self {
        Self { open: true, ..self }
    }

    /// A page for citizens: it uses public texts alone, in every language they are in.
    pub fn for_citizens(self) -> Self {
        Self {
            languages: CITIZENS_LANGUAGES,
            ..self
        }
    }
}

/// An address to read.
pub fn get<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Site>,
    T: 'static,
{
    Route {
        method: Method::GET,
        path,
        access,
        languages: LANGUAGES,
        handler: routing::get(handler),
        open: false,
    }
}

/// An address to send a form to.
pub fn post<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Site>,
    T: 'static,
{
    Route {
        method: Method::POST,
        path,
        access,
        languages: LANGUAGES,
        handler: routing::post(handler),
        open: false,
    }
}
