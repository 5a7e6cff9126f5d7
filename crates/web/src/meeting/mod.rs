//! Meetings: calling one, preparing it, writing while it runs, closing it.
mod agenda;
mod answer;
mod brief;
mod call;
mod change;
mod close;
mod loops;
mod minutes;
mod people;
mod seminar;
mod show;
mod when;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub(crate) use answer::asked_after;
pub(crate) use brief::{next_of, rows, steps};
pub(crate) use loops::way_out;
pub use seminar::compose;
pub(crate) use seminar::from_seminar;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeMeetings);
    let lead = Access::May(Act::CallMeeting);
    vec![
        get("/{m}/meetings/new", lead, call::blank),
        post("/{m}/meetings", lead, call::call),
        get("/{m}/meetings/{id}", see, show::show),
        get("/{m}/meetings/{id}/change", lead, change::form),
        post("/{m}/meetings/{id}/change", lead, change::change),
        post("/{m}/meetings/{id}/cancel", lead, change::cancel),
        post("/{m}/meetings/{id}/invitations", lead, people::invite),
        post("/{m}/meetings/{id}/coming", see, answer::coming),
        post("/{m}/meetings/{id}/agenda", see, agenda::put),
        post("/{m}/meetings/{id}/agenda/off", see, agenda::take_off),
        post("/{m}/meetings/{id}/lines", see, minutes::write),
        post("/{m}/meetings/{id}/lines/back", see, minutes::take_back),
        get("/{m}/meetings/{id}/close", lead, close::form),
        post("/{m}/meetings/{id}/close", lead, close::close),
        get("/{m}/meetings/{id}/seminar", see, seminar::show),
        post("/{m}/meetings/{id}/seminar/notes", see, seminar::note),
        post("/{m}/meetings/{id}/seminar/papers", see, seminar::order),
        get("/{m}/seminar-papers/{id}", see, seminar::progress),
        get("/{m}/seminar-papers/{id}/pdf", see, seminar::fetch),
        post("/{m}/meetings/{id}/voice", see, answer::say),
        get(
            "/{m}/meetings/from-mail/{token}",
            Access::Public,
            answer::show_by_link,
        ),
        post(
            "/{m}/meetings/from-mail/{token}",
            Access::Public,
            answer::answer_by_link,
        ),
    ]
}
