//! Initiatives: trying something small, opening one, and what happens in it.
mod around;
mod check;
mod endings;
mod list;
mod need;
mod open;
mod people;
mod place;
mod show;
pub(crate) mod steps;
pub(crate) mod story;
mod trial;
mod understanding;
mod write;

pub(crate) use people::asked_in;

use crate::kit::FormView;
use crate::kit::route::{Access, Route, get, post};
use maud::Markup;
use samskab_app::{Refusal, area, organisation};
use samskab_domain::access::{Act, Sector};
use samskab_domain::kernel::Id;
use samskab_locale::Named;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeInitiatives);
    let start = Access::May(Act::StartTrial);
    let open = Access::May(Act::OpenInitiative);
    let write = Access::May(Act::WriteChange);
    vec![
        get("/{m}/trials/new", start, trial::blank),
        post("/{m}/trials", start, trial::start),
        get("/{m}/initiatives", see, list::list),
        get("/{m}/initiatives/new", open, open::blank),
        post("/{m}/initiatives", open, open::open),
        get("/{m}/initiatives/endings", see, endings::show),
        get("/{m}/initiatives/{id}", see, show::show),
        get("/{m}/initiatives/{id}/place", write, place::show),
        post("/{m}/initiatives/{id}/place", write, place::place),
        get(
            "/{m}/initiatives/{id}/understanding",
            see,
            understanding::show,
        ),
        post(
            "/{m}/initiatives/{id}/understanding",
            write,
            understanding::write,
        ),
        post(
            "/{m}/initiatives/{id}/understanding/say",
            write,
            understanding::say,
        ),
        get("/{m}/initiatives/{id}/need", write, need::show),
        post("/{m}/initiatives/{id}/need", write, need::tie),
        get("/{m}/initiatives/{id}/people", see, people::show),
        post("/{m}/initiatives/{id}/invite", write, people::invite),
        post("/{m}/initiatives/{id}/ask", open, people::ask),
        post("/{m}/initiatives/{id}/leave", open, people::leave),
        post("/{m}/invitations/{id}/accept", open, people::accept),
        post("/{m}/invitations/{id}/decline", open, people::decline),
        post("/{m}/parties/{id}/succeed", open, people::succeed),
        post("/{m}/initiatives/{id}/pause", write, write::pause),
        post("/{m}/initiatives/{id}/resume", write, write::resume),
        get("/{m}/initiatives/{id}/story", see, story::show),
        get("/{m}/initiatives/{id}/story.pdf", see, story::print),
        post("/{m}/initiatives/{id}/notes", write, write::note),
        post("/{m}/initiatives/{id}/join", write, write::join),
        post("/{m}/initiatives/{id}/end", write, write::end),
    ]
}

/// The box that says what was marked points to nobody, when something was.
pub(crate) fn marked(form: &FormView<'_>, harmless: bool) -> Markup {
    form.marked(harmless)
}

/// The areas, to choose from.
pub(crate) async fn areas(v: &crate::kit::Visitor) -> Result<Vec<(String, String)>, Refusal> {
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    Ok(areas
        .into_iter()
        .map(|a| (a.id.to_string(), a.name))
        .collect())
}

/// What an area is called in the visitor's language; as it was written, where it is in use no more.
pub(crate) async fn area_named(
    v: &crate::kit::Visitor,
    id: Id,
    own: &str,
) -> Result<String, Refusal> {
    Ok(area_among(&areas(v).await?, id, own).to_owned())
}

/// The same, among the areas a page has read.
pub(crate) fn area_among<'a>(areas: &'a [(String, String)], id: Id, own: &'a str) -> &'a str {
    let id = id.to_string();
    let found = areas.iter().find(|(known, _)| *known == id);
    found.map_or(own, |(_, name)| name)
}

/// The organisations, with the side each stands on, to choose from.
pub(crate) async fn organisations(
    v: &crate::kit::Visitor,
    sector: Option<Sector>,
) -> Result<Vec<(String, String)>, Refusal> {
    let all = organisation::all(v.desk(), v.municipality.id).await?;
    let wanted = all
        .into_iter()
        .filter(|o| sector.is_none_or(|s| s == o.sector()));
    Ok(wanted
        .map(|o| {
            let side = o.sector().name(v.t);
            (o.id.to_string(), format!("{} ({side})", o.name))
        })
        .collect())
}
