//! An address with who may come there.
use super::site::Site;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{self, MethodRouter};
use samskab_domain::access::Act;

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
    pub handler: MethodRouter<Site>,
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
        handler: routing::get(handler),
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
        handler: routing::post(handler),
    }
}
