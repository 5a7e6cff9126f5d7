//! Whoever is at the page: signed in or not, in which language, in which municipality.
use super::fail::Fail;
use super::page::Flash;
use super::site::Site;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use samskab_app::Desk;
use samskab_app::municipality::Municipality;
use samskab_app::session::Session;
use samskab_app::token::Secret;
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Language};
use samskab_locale::Texts;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

/// Whoever is at the page. Cheap to clone.
#[derive(Clone)]
pub struct Visitor(Arc<Inner>);

/// What is known of a visitor.
pub struct Inner {
    pub site: Site,
    pub municipality: Municipality,
    session: Option<Session>,
    /// Every text, in the visitor's language.
    pub t: &'static Texts,
    /// The languages she can have the page in.
    pub languages: &'static [Language],
    /// The address being visited, without what follows the question mark.
    pub path: String,
    query: Vec<(String, String)>,
    flash: Option<Flash>,
    /// Where she calls from, to count by.
    pub caller: IpAddr,
    /// A script of ours asks, and reads the answer as JSON.
    pub json: bool,
}

impl std::ops::Deref for Visitor {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// Remembers the language for a year.
pub const LANGUAGE_COOKIE: &str = "language";

impl Visitor {
    pub(super) fn new(
        site: Site,
        municipality: Municipality,
        session: Option<Session>,
        (t, languages): (&'static Texts, &'static [Language]),
        request: &Parts,
    ) -> Self {
        let caller = address(&site, request);
        Self(Arc::new(Inner {
            caller,
            site,
            municipality,
            session,
            t,
            languages,
            path: request.uri.path().to_owned(),
            query: pairs(&request.uri),
            flash: cookie(&request.headers, Flash::COOKIE).and_then(Flash::from_code),
            json: wants_json(&request.headers) || super::cors::is_open(request.uri.path()),
        }))
    }
}

impl Inner {
    /// The desk actions work at.
    pub fn desk(&self) -> &Desk {
        &self.site.desk
    }

    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Who acts. The guard has let no one else through where this is asked.
    ///
    /// # Errors
    /// [`Fail::SignIn`] on a public page when nobody is signed in.
    pub fn actor(&self) -> Result<&Actor, Fail> {
        let session = self.session.as_ref();
        session.map(|s| &s.actor).ok_or(Fail::SignIn { next: None })
    }

    /// Whether the visitor is signed in and may do `act`.
    pub fn may(&self, act: Act) -> bool {
        self.session
            .as_ref()
            .is_some_and(|s| s.actor.may(act).is_ok())
    }

    pub fn language(&self) -> Language {
        self.t.language
    }

    pub fn today(&self) -> Day {
        self.site.desk.today()
    }

    /// An address of this municipality: `v.at("/needs")`.
    pub fn at(&self, path: &str) -> String {
        format!("/{}{path}", self.municipality.slug)
    }

    /// What stands after the question mark.
    pub fn query(&self) -> &[(String, String)] {
        &self.query
    }

    pub(super) fn flash(&self) -> Option<Flash> {
        self.flash
    }

    pub(super) fn asked_language(&self) -> Option<Language> {
        let code = &self.query.iter().find(|(k, _)| k == "language")?.1;
        self.languages.iter().copied().find(|l| l.code() == code)
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Fail;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fail> {
        parts.extensions.get::<Self>().cloned().ok_or(Fail::Failed)
    }
}

pub(crate) fn pairs(uri: &Uri) -> Vec<(String, String)> {
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
        .into_owned()
        .collect()
}

pub(super) fn asked_language(uri: &Uri) -> Option<String> {
    pairs(uri)
        .into_iter()
        .find(|(key, _)| key == "language")
        .map(|(_, value)| value)
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok());
    accept.is_some_and(|accept| accept.starts_with("application/json"))
}

/// A cookie's value.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Each municipality has a session of its own; by https no other host can plant one.
fn session_cookie_name(site: &Site, slug: &str) -> String {
    let prefix = if site.settings.secure() {
        "__Host-"
    } else {
        ""
    };
    format!("{prefix}samskab-{slug}")
}

pub(super) fn session_cookie(site: &Site, slug: &str, headers: &HeaderMap) -> Option<Secret> {
    cookie(headers, &session_cookie_name(site, slug)).map(Secret::from_outside)
}

/// The `Set-Cookie` that keeps someone signed in, or signs out when there is no secret.
pub fn keep_session(site: &Site, slug: &str, secret: Option<&Secret>) -> String {
    let name = session_cookie_name(site, slug);
    let days = samskab_domain::person::SESSION_DAYS;
    let (value, age) = secret.map_or(("", 0), |s| (s.reveal(), days * 86_400));
    set_cookie(site, &name, value, age, true)
}

/// Remembers for half an hour where someone was going when asked to sign in.
const NEXT_COOKIE: &str = "next";

/// The `Set-Cookie` that remembers where someone was going; forgets it when there is nowhere.
pub fn remember_next(v: &Visitor, next: Option<&str>) -> String {
    let next = next.filter(|next| is_ours(v, next));
    let age = if next.is_some() { 1_800 } else { 0 };
    set_cookie(&v.site, NEXT_COOKIE, next.unwrap_or_default(), age, true)
}

/// Where someone was going, when it is an address of this municipality.
pub fn remembered_next<'a>(v: &Visitor, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(headers, NEXT_COOKIE).filter(|next| is_ours(v, next))
}

/// An address of this municipality that can stand in a cookie and in a redirect.
fn is_ours(v: &Visitor, next: &str) -> bool {
    let harmless = |c: char| c.is_ascii_alphanumeric() || "/-_.?&=%+".contains(c);
    next.len() <= 500 && next.starts_with(&v.at("/")) && next.chars().all(harmless)
}

pub(super) fn remember_language(site: &Site, language: Language) -> String {
    set_cookie(site, LANGUAGE_COOKIE, language.code(), 365 * 86_400, false)
}

fn set_cookie(site: &Site, name: &str, value: &str, age: i64, http_only: bool) -> String {
    let secure = if site.settings.secure() {
        "; Secure"
    } else {
        ""
    };
    let http_only = if http_only { "; HttpOnly" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax{http_only}{secure}")
}

/// Where a request comes from, to count by: an IPv4 address, or the /64 one household has of
/// IPv6.
pub fn caller(site: &Site, peer: Option<IpAddr>, headers: &HeaderMap) -> IpAddr {
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    network(behind(&site.settings.trusted_proxies, peer, headers))
}

/// Who is behind the proxies. A proxy's word is taken only from proxies that are trusted, and
/// then its last word, since the first ones are the caller's own. Beyond a word that cannot be
/// read nothing is believed.
pub fn behind(proxies: &[IpAddr], peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let trusted = |ip: IpAddr| proxies.iter().any(|proxy| proxy.to_canonical() == ip);
    let peer = peer.to_canonical();
    if !trusted(peer) {
        return peer;
    }
    let words = headers.get_all("x-forwarded-for").iter();
    for word in words
        .flat_map(|v| v.to_str().unwrap_or_default().split(','))
        .rev()
    {
        match forwarded(word.trim()) {
            Some(ip) if trusted(ip) => {}
            Some(ip) => return ip,
            None => return peer,
        }
    }
    peer
}

/// An address, with or without a port.
fn forwarded(word: &str) -> Option<IpAddr> {
    let ip = word.parse::<IpAddr>();
    let ip = ip.or_else(|_| word.parse().map(|with_port: SocketAddr| with_port.ip()));
    ip.ok().map(|ip| ip.to_canonical())
}

/// Whom one counts as one: an address of version 4, or the network of 64 bits that a household is given.
pub fn network(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into(),
    }
}

pub(super) fn address(site: &Site, request: &Parts) -> IpAddr {
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>();
    caller(site, peer.map(|info| info.0.ip()), &request.headers)
}
