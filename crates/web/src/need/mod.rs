//! Needs: written in general words, carried by stories, raised for an answer.
mod behind;
mod general;
mod list;
mod note;
mod observations;
mod raise;
mod show;
mod story;
mod succeed;
mod succession;
mod topics;
mod write;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub use story::story;
pub use topics::names as topic_names;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeNeeds);
    let write = Access::May(Act::WriteNeed);
    let raise = Access::May(Act::RaiseNeed);
    let note = Access::May(Act::NoteNeed);
    vec![
        get("/{m}/needs", see, list::list),
        get("/{m}/needs/new", write, write::blank),
        post("/{m}/needs", write, write::write),
        get("/{m}/needs/{id}", see, show::show),
        get("/{m}/needs/{id}/edit", write, write::edit),
        post("/{m}/needs/{id}/edit", write, write::change),
        post("/{m}/needs/general", write, general::look),
        get("/{m}/needs/{id}/merge", write, succeed::choose),
        post("/{m}/needs/{id}/merge", write, succeed::merge),
        get("/{m}/needs/{id}/split", write, succeed::part),
        post("/{m}/needs/{id}/split", write, succeed::split),
        get("/{m}/needs/{id}/anew", write, succeed::anew),
        post("/{m}/needs/{id}/anew", write, succeed::supersede),
        get("/{m}/needs/{id}/observations", write, observations::choose),
        post("/{m}/needs/{id}/observations", write, observations::link),
        post("/{m}/needs/{id}/refuse", write, observations::refuse),
        post("/{m}/needs/{id}/unlink", write, observations::unlink),
        get("/{m}/needs/{id}/raise", raise, raise::ask),
        post("/{m}/needs/{id}/raise", raise, raise::raise),
        post("/{m}/needs/{id}/differ", raise, raise::differ),
        post("/{m}/needs/{id}/notes", note, note::note),
    ]
}
