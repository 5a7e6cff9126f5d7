//! Areas, organisations, people, topics and settings, for administrators.
mod areas;
mod invite;
mod membership;
mod organisations;
mod overview;
mod people;
mod person;
mod settings;
mod signposts;
mod topics;

use crate::kit::form::Line;
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::parts::button_form;
use crate::kit::route::{Access, get, post};
use crate::kit::{Answer, FormView, Page, Route, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_domain::access::Act;
use samskab_domain::area::NAMES;
use samskab_domain::kernel::Language;

pub fn routes() -> Vec<Route> {
    let may = Access::May(Act::Administer);
    vec![
        get("/{m}/administration", may, overview::show),
        get("/{m}/administration/areas", may, areas::list),
        post("/{m}/administration/areas", may, areas::create),
        get("/{m}/administration/areas/new", may, areas::blank),
        get("/{m}/administration/areas/{id}", may, areas::edit),
        post("/{m}/administration/areas/{id}", may, areas::change),
        post("/{m}/administration/areas/{id}/close", may, areas::close),
        get(
            "/{m}/administration/organisations",
            may,
            organisations::list,
        ),
        post(
            "/{m}/administration/organisations",
            may,
            organisations::create,
        ),
        get(
            "/{m}/administration/organisations/new",
            may,
            organisations::blank,
        ),
        get(
            "/{m}/administration/organisations/{id}",
            may,
            organisations::edit,
        ),
        post(
            "/{m}/administration/organisations/{id}",
            may,
            organisations::change,
        ),
        post(
            "/{m}/administration/organisations/{id}/close",
            may,
            organisations::close,
        ),
        get("/{m}/administration/people", may, people::list),
        post("/{m}/administration/people", may, invite::send),
        get("/{m}/administration/people/new", may, invite::blank),
        get("/{m}/administration/people/{id}", may, person::show),
        post("/{m}/administration/people/{id}", may, person::change),
        get("/{m}/administration/people/{id}/edit", may, person::edit),
        get(
            "/{m}/administration/people/{id}/membership",
            may,
            membership::blank,
        ),
        post(
            "/{m}/administration/people/{id}/memberships",
            may,
            membership::give,
        ),
        post("/{m}/administration/people/{id}/leave", may, person::leave),
        post(
            "/{m}/administration/memberships/{id}/end",
            may,
            membership::end,
        ),
        get("/{m}/administration/topics", may, topics::list),
        post("/{m}/administration/topics", may, topics::create),
        get("/{m}/administration/topics/new", may, topics::blank),
        get("/{m}/administration/topics/{id}", may, topics::edit),
        post("/{m}/administration/topics/{id}", may, topics::change),
        post(
            "/{m}/administration/topics/{id}/retire",
            may,
            topics::retire,
        ),
        get("/{m}/administration/settings", may, settings::show),
        post("/{m}/administration/settings", may, settings::change),
        get("/{m}/administration/signposts", may, signposts::show),
        post("/{m}/administration/signposts", may, signposts::put_up),
    ]
}

/// A page with one form: the way back, the heading, the form and what may stand under it.
fn form_page(v: &Visitor, (place, label): (&str, &str), title: &str, body: &Markup) -> Page {
    let whole = html! {
        div.narrow {
            (back(&v.at(place), label))
            h1 { (title) }
            (body)
        }
    };
    Page::new(v, title, whole)
}

/// The form again with its remarks.
fn again(page: Page) -> Answer {
    Ok(page.unprocessable().into_response())
}

/// What cannot be undone: what it means stands between the wish and the button.
fn confirm(wish: &str, meaning: &str, yes: &str, action: &str) -> Markup {
    html! {
        details {
            summary { (wish) }
            p { (meaning) }
            (button_form(action, yes, "button quiet"))
        }
    }
}

/// The name of what everybody meets, and what it is called in the other languages.
fn name_fields<'a>(form: &FormView<'_>, name: &str, named: impl Fn(Language) -> &'a str) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.line(Line { name: "name", label: &t.administration_name(), value: name, ..Line::default() }))
        @for (language, field) in NAMES {
            (form.line(Line {
                name: field,
                label: &t.administration_name_in(language.own_name()),
                value: named(language),
                optional: true,
                ..Line::default()
            }))
        }
    }
}

fn sent_names(sent: &Pairs) -> Vec<(Language, String)> {
    let names = NAMES.map(|(language, field)| (language, sent.text(field)));
    names.into()
}
