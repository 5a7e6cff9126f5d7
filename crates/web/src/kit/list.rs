//! Lists: paging and filters, both in the address.
use super::visitor::Visitor;
use maud::{Markup, html};
use samskab_domain::kernel::Coded;

/// The address of the page being visited with `changes` made to what follows the question
/// mark; an empty value takes a name out.
pub fn address_with(v: &Visitor, changes: &[(&str, &str)]) -> String {
    with_query(v, v.path.clone(), changes)
}

/// Another page of the municipality, narrowed down as this one is; it begins at its beginning.
pub fn address_at(v: &Visitor, path: &str) -> String {
    with_query(v, v.at(path), &[("after", "")])
}

/// The same in the language of this one, for programs that fetch it by themselves.
pub fn address_in_language(v: &Visitor, path: &str) -> String {
    let language = ("language", v.language().code());
    with_query(v, v.at(path), &[("after", ""), language])
}

fn with_query(v: &Visitor, path: String, changes: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (key, value) in v.query() {
        if key != "language" && !changes.iter().any(|(k, _)| k == key) {
            query.append_pair(key, value);
        }
    }
    for (key, value) in changes.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(key, value);
    }
    let query = query.finish();
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

/// Links to the first and the next page; nothing when all is on one.
pub fn paging(v: &Visitor, parameter: &str, next: Option<&str>) -> Markup {
    let t = &v.t.public;
    let begun = v
        .query()
        .iter()
        .any(|(key, value)| key == parameter && !value.is_empty());
    html! {
        @if begun || next.is_some() {
            nav.pages aria-label=(t.paging()) {
                @if begun { a href=(address_with(v, &[(parameter, "")])) { (t.paging_first()) } }
                @if let Some(next) = next {
                    a rel="next" href=(address_with(v, &[(parameter, next)])) { (t.paging_next()) }
                }
            }
        }
    }
}

/// What stands in the address of a list and narrows nothing that is chosen here.
const NOT_CHOSEN: [&str; 4] = ["language", "q", "before", "after"];

/// A form that narrows a list: what is chosen stands in the address. On a phone it is folded
/// away until something is chosen.
pub fn filters(v: &Visitor, fields: Markup) -> Markup {
    let chosen =
        |(key, value): &(String, String)| !value.is_empty() && !NOT_CHOSEN.contains(&key.as_str());
    html! {
        details.filters-fold open[v.query().iter().any(chosen)] {
            summary { (v.t.public.filter_open()) }
            form.filters method="get" action=(v.path) {
                (fields)
                button.button.quiet { (v.t.public.filter()) }
            }
        }
    }
}

/// One choice of a filter.
pub fn filter(
    v: &Visitor,
    name: &str,
    label: &str,
    options: &[(String, String)],
    chosen: &str,
) -> Markup {
    html! {
        div.field {
            label for={ "filter-" (name) } { (label) }
            select id={ "filter-" (name) } name=(name) {
                option value="" { (v.t.public.filter_all()) }
                @for (value, text) in options {
                    option value=(value) selected[value == chosen] { (text) }
                }
            }
        }
    }
}
