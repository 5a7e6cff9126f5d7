//! The pages anyone may find, for search engines (sitemaps.org), each in all its languages.
use crate::kit::{Answer, Fail, Site, Visitor};
use axum::extract::{RawPathParams, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, PreEscaped, html};
use samskab_app::{municipality, offer};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_locale::CITIZENS_LANGUAGES;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// `GET /{m}/sitemap.xml`: where the parts are.
pub async fn index(v: Visitor) -> Answer {
    let lasts = offer::address_parts(v.desk(), v.municipality.id).await?;
    let parts = lasts
        .iter()
        .map(|last| format!("after-{}.xml", last.simple()));
    let parts: Vec<String> = std::iter::once("first.xml".to_owned())
        .chain(parts)
        .collect();
    Ok(xml(html! {
        sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for part in &parts { sitemap { loc { (whole(&v, &format!("/sitemap/{part}"))) } } }
        }
    }))
}

/// `GET /{m}/sitemap/{file}`: one part.
pub async fn part(v: Visitor, params: RawPathParams) -> Answer {
    let name = params.iter().find(|(key, _)| *key == "file");
    let name = name.and_then(|(_, name)| name.strip_suffix(".xml"));
    let after: Option<Id> = match name {
        Some("first") => None,
        Some(name) => Some(
            name.strip_prefix("after-")
                .and_then(|id| id.parse().ok())
                .ok_or(Fail::Missing)?,
        ),
        None => return Err(Fail::Missing),
    };
    let offers = offer::addresses(v.desk(), v.municipality.id, after).await?;
    let pages = ["", "/offers", "/offers/calendar", "/offers/places", "/tell"];
    Ok(xml(html! {
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @if after.is_none() { @for page in pages { (url(&v, page, None)) } }
            @for offer in &offers { (url(&v, &format!("/offers/{}", offer.id), Some(Day::of(offer.changed_at())))) }
        }
    }))
}

fn url(v: &Visitor, path: &str, changed: Option<Day>) -> Markup {
    let address = |language: Language| {
        let address = whole(v, path);
        format!("{address}?language={}", language.code())
    };
    let links = CITIZENS_LANGUAGES.iter().map(|language| {
        format!(
            "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
            language.code(),
            address(*language)
        )
    });
    let links: String = links.collect();
    html! {
        url {
            loc { (address(Language::Danish)) }
            @if let Some(day) = changed { lastmod { (day) } }
            // Slugs and ids have no sign that XML minds.
            (PreEscaped(links))
        }
    }
}

fn whole(v: &Visitor, path: &str) -> String {
    format!("{}{}", v.site.settings.base_url, v.at(path))
}

fn xml(body: Markup) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/xml; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, format!("{HEAD}{}", body.into_string())).into_response()
}

/// `GET /robots.txt`: offers may be found, what needs a sign-in need not be tried.
pub async fn robots(State(site): State<Site>) -> String {
    let base = &site.settings.base_url;
    let found = municipality::list(&site.desk).await.unwrap_or_default();
    let maps = found
        .iter()
        .map(|m| format!("Sitemap: {base}/{}/sitemap.xml\n", m.slug));
    let maps: String = maps.collect();
    format!("User-agent: *\nDisallow: /*/sign-in\nDisallow: /*/my-day\n{maps}")
}
