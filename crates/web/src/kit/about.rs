//! What a page says of itself to search engines, and to whoever is sent its address.
use super::assets;
use super::visitor::Visitor;
use maud::{Markup, PreEscaped, html};
use samskab_domain::kernel::{Coded, Language};
use serde_json::Value;

/// What a public page tells of itself.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// One sentence of what is there.
    pub description: String,
    /// The same in the words of schema.org.
    pub data: Option<Value>,
}

/// What in an address leads to a page worth finding by itself; all else is one visitor's own.
const TELLING: [&str; 3] = ["topic_group", "area", "place"];

pub(super) fn head(v: &Visitor, title: &str, about: &About) -> Markup {
    let here = address_in(v, v.language());
    let picture = format!(
        "{}{}",
        v.site.settings.base_url,
        assets::address("icon-512.png")
    );
    html! {
        meta name="description" content=(about.description);
        link rel="canonical" href=(here);
        @for language in v.languages {
            link rel="alternate" hreflang=(language.code()) href=(address_in(v, *language));
        }
        link rel="alternate" hreflang="x-default" href=(address_in(v, Language::English));
        @if v.query().iter().any(|(key, value)| key == "q" && !value.is_empty()) { meta name="robots" content="noindex"; }
        meta property="og:type" content="website";
        meta property="og:site_name" content={ (v.t.public.product()) "\u{a0}· " (v.municipality.name) };
        meta property="og:title" content=(title);
        meta property="og:description" content=(about.description);
        meta property="og:url" content=(here);
        meta property="og:locale" content=(place_of(v.language()));
        meta property="og:image" content=(picture);
        meta name="twitter:card" content="summary";
        @if let Some(data) = &about.data { script type="application/ld+json" { (PreEscaped(harmless(data))) } }
    }
}

/// Where the page stands in a language, as the whole world finds it.
fn address_in(v: &Visitor, language: Language) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (key, value) in v.query() {
        if TELLING.contains(&key.as_str()) && !value.is_empty() {
            query.append_pair(key, value);
        }
    }
    query.append_pair("language", language.code());
    let query = query.finish();
    format!("{}{}?{query}", v.site.settings.base_url, v.path)
}

/// JSON that cannot end the element it stands in. It is data: no browser runs it, and no policy
/// has to allow it.
pub fn harmless(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

/// A language where it is spoken, as link previews want it.
fn place_of(language: Language) -> &'static str {
    match language {
        Language::Danish => "da_DK",
        Language::English => "en_GB",
        Language::Arabic => "ar_AR",
        Language::Ukrainian => "uk_UA",
        Language::Farsi => "fa_IR",
        Language::Tigrinya => "ti_ER",
    }
}
